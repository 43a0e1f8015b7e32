/** A file's text, and how it was read when that had to be guessed. */
export interface Decoded {
  text: string;
  /** Set when the file does not say its encoding and is not UTF-8: letters may be wrong. */
  guessed: 'Windows-1252' | null;
}

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

/**
 * The text of a file: by its byte order mark, else UTF-8, else Windows-1252 as a guess (the fallback of the
 * WHATWG Encoding Standard for western languages). Null for what is not text.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, 0xff, 0xfe)) return asText(new TextDecoder('utf-16le').decode(bytes), null);
  if (startsWith(bytes, 0xfe, 0xff)) return asText(new TextDecoder('utf-16be').decode(bytes), null);
  try {
    return asText(new TextDecoder('utf-8', { fatal: true }).decode(bytes), null);
  } catch {
    // Not UTF-8: older files of western newsrooms are Windows-1252.
    return asText(new TextDecoder('windows-1252').decode(bytes), 'Windows-1252');
  }
}

function asText(text: string, guessed: Decoded['guessed']): Decoded | null {
  return text.includes('\0') ? null : { text, guessed };
}
