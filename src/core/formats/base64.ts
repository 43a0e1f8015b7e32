import { StetError } from '../errors';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...SIGNS].map((sign, value) => [sign.charCodeAt(0), value]));
const PAD = '='.charCodeAt(0);
/** Characters put together at a time: far below what a call may have as arguments. */
const AT_ONCE = 8192;

/** Bytes as base64 (RFC 4648, section 4); the core has no Buffer. */
export function toBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let at = 0, to = 0; at < bytes.length; at += 3, to += 4) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let sign = 0; sign < 4; sign++) {
      const present = at + sign - 1 < bytes.length;
      codes[to + sign] = present ? SIGNS.charCodeAt((group >> (18 - 6 * sign)) & 63) : PAD;
    }
  }
  let text = '';
  for (let at = 0; at < codes.length; at += AT_ONCE) text += String.fromCharCode(...codes.subarray(at, at + AT_ONCE));
  return text;
}

/** The bytes of a base64 text; white space in it counts for nothing. Errors: `import/unreadable`. */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === PAD || code <= 32) continue;
    const value = values.get(code);
    if (value === undefined) throw new StetError('import/unreadable', 'A picture in this file is damaged, so it was not read.');
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 255;
  }
  return bytes.subarray(0, length);
}
