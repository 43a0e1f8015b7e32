import { expect, test } from 'vitest';
import { withoutPrintersTraces } from './pdfProperties';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const text = (pdf: Uint8Array): string => [...pdf].map((byte) => String.fromCharCode(byte)).join('');

const made = (at: string, browser: string): string =>
  [
    '%PDF-1.4',
    '1 0 obj',
    `<</Title (Ice \\(thin\\))\n/Creator (${browser})\n/Producer (Skia/PDF m156)\n/CreationDate (D:${at}+00'00')\n/ModDate (D:${at}+00'00')>>`,
    'endobj',
    '21 0 obj\n<</Alt (/Creator \\(mine\\))>>\nendobj',
    'stream\n\u0080\u00ff/Producer (in a stream)\u0000\nendstream',
    'trailer\n<</Size 3\n/Info 1 0 R>>\nstartxref\n9\n%%EOF',
  ].join('\n');

test('says neither when nor by which browser on which system it was printed; the rest is byte for byte the same', () => {
  const before = made('20261125095558', 'Mozilla/5.0 \\(X11; Linux x86_64\\) HeadlessChrome/156');
  const after = text(withoutPrintersTraces(bytes(before)));
  expect(after).toHaveLength(before.length);
  expect(after).not.toMatch(/2026|Mozilla|Linux|Skia/u);
  for (const kept of [
    '/Title (Ice \\(thin\\))',
    '/Alt (/Creator \\(mine\\))',
    '\u0080\u00ff/Producer (in a stream)\u0000',
    "D:19800101000000+00'00')",
  ])
    expect(after).toContain(kept);
  expect(after.slice(after.indexOf('endobj'))).toBe(before.slice(before.indexOf('endobj')));
});

test('printed again at another time, it is the same', () =>
  expect(withoutPrintersTraces(bytes(made('20261125095558', 'A')))).toEqual(
    withoutPrintersTraces(bytes(made('20270101000000', 'A'))),
  ));

test('what is no such file comes back as it is', () => {
  for (const other of ['', '%PDF-1.4', '%PDF <!doctype html>', 'trailer /Info 7 0 R'])
    expect(text(withoutPrintersTraces(bytes(other)))).toBe(other);
});
