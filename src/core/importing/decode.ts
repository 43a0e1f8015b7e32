/** A file's text, and how it was read when that had to be guessed. */
export interface Decoded {
  text: string;
  /** Set when the file does not say its encoding and is not UTF-8: letters may be wrong. */
  guessed: 'Windows-1252' | null;
}

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

// The bytes 0x80–0x9F (WHATWG Encoding, index windows-1252): some versions of Node give control characters for them, and with those
// every curly quotation mark would be gone.
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009f]/gu, (letter) => HIGH[letter.charCodeAt(0) - 0x80] ?? letter);

/** Characters in which a web page says its encoding (HTML Standard, “prescan a byte stream”). */
const HEAD = 1024;
const SAID = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)/iu;

/** The labels of Windows-1252 and of Unicode that pages use (WHATWG Encoding, 4.2). */
const WESTERN = /^(?:(?:windows-|x-cp|cp)1252|latin1|l1|(?:us-)?ascii|iso[-_]?8859-1)$/iu;
const UNICODE = /^(?:(?:unicode-1-1-|x-unicode20)?utf-?(?:8|16)|unicode|ucs-2|iso-10646)/iu;

/** The text of a web page that names its encoding; null where it names none, one that nobody knows, or Unicode, which it then is not. */
function asSaid(bytes: Uint8Array): string | null {
  const label = SAID.exec(windows1252(bytes.subarray(0, HEAD)))?.[1];
  if (label === undefined || UNICODE.test(label)) return null;
  if (WESTERN.test(label)) return windows1252(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The text of a file: by its byte order mark, else UTF-8, else what a web page says of itself, else Windows-1252 as a guess (the
 * fallback of the WHATWG Encoding Standard for western languages). Null for what is not text.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, 0xff, 0xfe)) return asText(new TextDecoder('utf-16le').decode(bytes), null);
  if (startsWith(bytes, 0xfe, 0xff)) return asText(new TextDecoder('utf-16be').decode(bytes), null);
  try {
    return asText(new TextDecoder('utf-8', { fatal: true }).decode(bytes), null);
  } catch {
    // Not UTF-8: older files of western newsrooms are Windows-1252.
    const said = asSaid(bytes);
    return said === null ? asText(windows1252(bytes), 'Windows-1252') : asText(said, null);
  }
}

function asText(text: string, guessed: Decoded['guessed']): Decoded | null {
  return text.includes('\0') ? null : { text, guessed };
}
