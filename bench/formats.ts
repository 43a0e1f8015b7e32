import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { publicView } from '../src/core/document/publicView';
import { exporters, importerFor } from '../src/core/formats/registry';
import { articleOf } from './copy';
import { median, ms, ratio, table } from './figures';
import { hugeTexts } from './hugeTexts';

const timesOf = (work: () => unknown, rounds: number): number => {
  work();
  return median(
    Array.from({ length: rounds }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
};

const read = (text: string, format: string) =>
  importerFor(text, null, format).read(text, { language: 'en', name: null, part: 'page' });
const bareMarkdown = (text: string) => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

const writing: string[][] = [];
const reading: string[][] = [];
for (const words of [850, 12_500, 50_000, 200_000]) {
  const rounds = words > 50_000 ? 3 : 7;
  const doc = articleOf(words);
  const stringify = timesOf(() => JSON.stringify(doc), 15);
  for (const { id, title, write, readBy } of exporters) {
    const view = publicView(doc);
    const took = timesOf(() => write(publicView(doc), { whole: true }), rounds);
    writing.push([String(words), title, ms(took), ratio(took, stringify), ms((took / words) * 1000)]);
    if (readBy === null || readBy === 'docx') continue;
    const text = write(view, { whole: true });
    const back = timesOf(() => read(text, readBy), rounds);
    const bare =
      id === 'markdown'
        ? ratio(
            back,
            timesOf(() => bareMarkdown(text), rounds),
          )
        : '–';
    reading.push([String(words), title, ms(back), ratio(back, stringify), bare, ms((back / words) * 1000)]);
  }
}
table('Writing one article', ['words', 'format', 'time', 'to JSON.stringify', 'per 1,000 words'], writing);
table(
  'Reading one article',
  ['words', 'format', 'time', 'to JSON.stringify', 'to bare fromMarkdown with GFM', 'per 1,000 words'],
  reading,
);

const huge = hugeTexts().map(([title, format, text]) => {
  const started = performance.now();
  let outcome = 'read';
  try {
    const { leftOut } = read(text, format);
    if (format === 'markdown' && leftOut.length > 0) outcome = 'read as plain text';
  } catch (error) {
    outcome = String((error as { code?: unknown }).code);
  }
  return [title, format, `${(text.length / 1e6).toFixed(2)} MB`, ms(performance.now() - started), outcome];
});
table('Huge and hostile texts (a worker is killed after 5 s)', ['text', 'format', 'size', 'time', 'outcome'], huge);
