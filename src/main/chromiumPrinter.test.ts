import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { article, box, figure, h2, p, quote, table } from '../core/document/testing/builders';
import { publicView } from '../core/document/publicView';
import { htmlExporter } from '../core/formats/html/htmlExporter';
import { withoutPrintersTraces } from '../core/formats/html/pdfProperties';
import { printed } from '../core/formats/html/printed';
import { createChromiumPrinter } from './chromiumPrinter';
import { findBrowser } from './findBrowser';

const found = findBrowser();
if (found === null) process.stderr.write('Skipped: no Chromium, Chrome or Edge on this machine, so no PDF was printed.\n');

const view = publicView(
  article(
    { headline: 'Ice holds', language: 'nb' },
    p('The first paragraph.'),
    h2('Thick ice'),
    quote({ speaker: 'Ana Reis' }, 'Nobody sails.'),
    box('In figures', p('Seven days.')),
    table(['Port', 'Days'], ['Quay', '7']),
    figure('ice-1.png', { alt: 'Ice' }),
  ),
);
const page = () => printed(htmlExporter.write(view, { whole: true }), 'nb');

describe.skipIf(found === null)('printing with a browser of this machine', () => {
  test(
    'a PDF has tags, an outline, its language and its title, on A4; nothing of it stays in the temporary folder',
    { timeout: 120_000 },
    async () => {
      const before = await left();
      const pdf = Buffer.from(await createChromiumPrinter().print(page())).toString('latin1');
      expect(pdf.startsWith('%PDF-')).toBe(true);
      for (const part of ['/StructTreeRoot', '/Type /Outlines', '/Lang (nb', 'Ice holds', 'Thick ice'])
        expect(pdf).toContain(part);
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/u);
      expect(await left()).toEqual(before);
      // What the browser says of itself and of the time can be taken out of it.
      const clean = Buffer.from(withoutPrintersTraces(Buffer.from(pdf, 'latin1'))).toString('latin1');
      expect(clean).toHaveLength(pdf.length);
      expect(pdf).toMatch(/\/Creator \(Mozilla|\/Producer \(Skia/u);
      expect(clean).not.toMatch(/Mozilla|Skia\/PDF|\(D:20/u);
      expect(clean).toContain("/CreationDate (D:19800101000000+00'00')");
    },
  );
});

const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('stet-print-')).sort();

test('without a browser it is said what to do', () =>
  expect(createChromiumPrinter(() => null).print('<p>Ice.')).rejects.toMatchObject({ code: 'pdf/no-browser' }));

test('a browser that fails is told, and nothing of it stays', async () => {
  await expect(createChromiumPrinter(() => '/bin/false').print('<p>Ice.')).rejects.toMatchObject({ code: 'pdf/failed' });
  expect(await left()).toEqual([]);
});
