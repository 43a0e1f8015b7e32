import { publicView } from '../src/core/document/publicView';
import { exporterOf, importerFor } from '../src/core/formats/registry';
import { articleOf } from './copy';
import { median, ms, table } from './figures';
import { peers, plainOf } from './formatPeers';

/** Two times taken in turn, so that a slow moment of the machine falls on both. */
function inTurn(ours: () => unknown, theirs: () => unknown, rounds: number): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    for (const [at, work] of [ours, theirs].entries()) {
      const started = performance.now();
      work();
      // The first round of each is for the compiler.
      if (round > 0) times[at]?.push(performance.now() - started);
    }
  }
  return [median(times[0]), median(times[1])];
}

const [html, markdown] = [exporterOf('html'), exporterOf('markdown')];
const beside: string[][] = [];
for (const words of [850, 12_500, 50_000]) {
  const rounds = words > 20_000 ? 3 : words > 1_000 ? 7 : 40;
  const doc = articleOf(words);
  const [view, plain] = [publicView(doc), plainOf(doc)];
  const row = (work: string, peer: string, bar: string, [ours, theirs]: [number, number]) =>
    beside.push([String(words), work, ms(ours), peer, ms(theirs), `${(theirs / ours).toFixed(2)} ×`, bar]);
  const webPage = html.write(view, { whole: true });
  const page = markdown.write(view, { whole: true });
  if (peers.readHtml(webPage).textContent.length < words * 4) throw new Error('the peer has not read the page');
  row(
    'HTML of the body, written',
    '`generateHTML`',
    '≥ 50 ×',
    inTurn(
      () => html.write(publicView(doc), { whole: false }),
      () => peers.writeHtml(plain),
      rounds,
    ),
  );
  row(
    'Markdown, written',
    '`@tiptap/markdown`',
    '≥ 1 ×',
    inTurn(
      () => markdown.write(publicView(doc), { whole: true }),
      () => peers.writeMarkdown(plain),
      rounds,
    ),
  );
  row(
    'web page, read',
    'ProseMirror’s `DOMParser` on linkedom',
    '≥ 1.2 ×',
    inTurn(
      () => importerFor(webPage, null, 'html').read(webPage, { language: 'en', name: null, part: 'page' }),
      () => peers.readHtml(webPage),
      rounds,
    ),
  );
  row(
    'Markdown, read',
    'bare `remark-parse`',
    '≥ 0.77 × (1.3 × its time)',
    inTurn(
      () => importerFor(page, null, 'markdown').read(page, { language: 'en', name: null, part: 'page' }),
      () => peers.readMarkdown(page),
      rounds,
    ),
  );
}
table(
  'Beside those who do the same work',
  ['words', 'work', 'Stet', 'peer', 'its time', 'Stet is as quick as the peer', 'bar'],
  beside,
);
