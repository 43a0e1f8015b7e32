import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from './decode';

const utf16 = (text: string, little: boolean) => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].forEach((unit, at) => view.setUint16(at * 2, unit, little));
  return bytes;
};

/** A text of the first 256 characters as one byte each. */
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

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
test('an old western file is guessed, and that is said; its quotation marks and dashes are kept', () => {
  expect(decode(latin('caf\u00e9 \u0084Nein\u0093 \u0096 \u0091so\u0092 \u0080 5'))).toEqual({
    text: 'café „Nein“ – ‘so’ € 5',
    guessed: 'Windows-1252',
  });
});
test('a web page that says its encoding is read in it', () => {
  const page = (charset: string, words: string) =>
    latin(`<html><head><meta ${charset}></head><body><p>${words}</p></body></html>`);
  expect(decode(page('charset="windows-1252"', '\u0093No\u0094'))).toMatchObject({
    text: expect.stringContaining('“No”'),
    guessed: null,
  });
  const polish = page('http-equiv="Content-Type" content="text/html; charset=iso-8859-2"', '\u00a3\u00f3d\u00bc');
  expect(decode(polish)).toMatchObject({ text: expect.stringContaining('Łódź'), guessed: null });
  for (const charset of ['utf-8', 'nobody-knows-it'])
    expect(decode(page(`charset=${charset}`, 'caf\u00e9'))).toMatchObject({
      text: expect.stringContaining('café'),
      guessed: 'Windows-1252',
    });
});
test('a picture is not text', () => expect(decode(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0))).toBeNull());
