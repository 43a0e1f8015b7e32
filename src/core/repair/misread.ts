import type { Edit } from './repair';

// What Windows-1252 shows for the bytes 0x80–0x9F (WHATWG Encoding, index windows-1252); its gaps stay C1 controls.
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTE = new Map<string, number>([...CP1252].map((character, index) => [character, 0x80 + index]));
const LEAD = /[\u00c2-\u00f4]/u;
/** What text of these languages really holds: Latin letters, punctuation, currency, spaces, emoji. Anything else was no damage. */
const PLAUSIBLE =
  /^[\u00a0-\u017f\u0218-\u021b\u1e9e\u2010-\u203a\u20ac\u2122\u2190-\u2193\u2212\u00ad\ufb01\ufb02\u{1f300}-\u{1faff}]$/u;

/** Runs of characters that are UTF-8 read as Windows-1252, with the character they stand for; read twice where it happened twice. */
export function readBack(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!LEAD.test(text[at] ?? '')) continue;
    const read = sequenceAt(text, at);
    if (!read) continue;
    // `CAFÉ»` is a word in capitals and a mark, not a letter in two bytes.
    if (read.length === 2 && /[»«”“’‘]/u.test(text[at + 1] ?? '') && /\p{Lu}{2}$/u.test(text.slice(Math.max(0, at - 2), at)))
      continue;
    edits.push({ from: at, to: at + read.length, text: read.character });
    at += read.length - 1;
  }
  return twice(edits).filter((edit) => ![...edit.text].some(isC1));
}

/** The bytes of one character in UTF-8 (RFC 3629, section 3) that begin at `at`, each shown as Windows-1252 shows it. */
function sequenceAt(text: string, at: number): { character: string; length: number } | null {
  const lead = byteOf(text[at]);
  if (lead === null || lead < 0xc2 || lead > 0xf4) return null;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let code = lead & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next++) {
    const byte = byteOf(text[next]);
    if (byte === null || byte < 0x80 || byte > 0xbf) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
  const character = String.fromCodePoint(code);
  // A control character may be half of what was misread twice.
  return PLAUSIBLE.test(character) || isC1(character) ? { character, length } : null;
}

const isC1 = (character: string): boolean => /[\u0080-\u009f]/u.test(character);

function byteOf(character: string | undefined): number | null {
  if (character === undefined) return null;
  const mapped = BYTE.get(character);
  if (mapped !== undefined) return mapped;
  const code = character.charCodeAt(0);
  return code >= 0x80 && code <= 0xff ? code : null;
}

function twice(edits: readonly Edit[]): Edit[] {
  const out: Edit[] = [];
  for (let index = 0; index < edits.length; index++) {
    const run = [edits[index]];
    while (edits[index + 1]?.from === run.at(-1)?.to && index + 1 < edits.length) run.push(edits[++index]);
    const whole = run.flatMap((edit) => (edit ? [edit] : []));
    const joined = whole.map((edit) => edit.text).join('');
    const again = whole.length > 1 ? readBack(joined) : [];
    const [first] = whole;
    const last = whole.at(-1);
    if (again.length === 0 || !first || !last) out.push(...whole);
    else {
      let result = '';
      let at = 0;
      for (const edit of again) {
        result += joined.slice(at, edit.from) + edit.text;
        at = edit.to;
      }
      out.push({ from: first.from, to: last.to, text: result + joined.slice(at) });
    }
  }
  return out;
}
