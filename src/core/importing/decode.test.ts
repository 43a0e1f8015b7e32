import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from './decode';

const utf16 = (text: string, little: boolean) => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].forEach((unit, at) => view.setUint16(at * 2, unit, little));
  return bytes;
};

test('UTF-8 keeps every word, with or without its mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
      const bytes = new TextEncoder().encode(text);
      expect(decode(bytes)).toEqual({ text, guessed: null });
      expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toEqual({ text, guessed: null });
    }),
  );
});
test('UTF-16 is known by its mark', () => {
  expect(decode(utf16('Łódź', true))?.text).toBe('Łódź');
  expect(decode(utf16('Łódź', false))?.text).toBe('Łódź');
});
test('an old western file is guessed, and that is said', () => {
  // Without curly quotes: Node 20 decodes 0x80–0x9F of Windows-1252 as Latin-1, which browsers do not.
  expect(decode(Uint8Array.of(0x63, 0x61, 0x66, 0xe9))).toEqual({ text: 'café', guessed: 'Windows-1252' });
});
test('a picture is not text', () => expect(decode(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0))).toBeNull());
