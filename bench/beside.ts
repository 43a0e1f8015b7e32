import { publicView } from '../src/core/document/publicView';
import { exporterOf, importerFor } from '../src/core/formats/registry';
import { articleOf } from './copy';
import { ms, table } from './figures';
import { peers, plainOf } from './formatPeers';
import { inTurn, race, type Race } from './race';

const [html, markdown] = [exporterOf('html'), exporterOf('markdown')];
const context = { language: 'en', name: null, part: 'page' } as const;
const read = (text: string, format: string) => importerFor(text, null, format).read(text, context);

/** Once each: what Stet has to look for all the same, and the peer does not. */
const SIGNS = `
See www.example.org, https://example.org/a and desk@example.org, ~5 km[^1].

- [ ] call back

| Port | Days |
| ---- | ---- |
| Quay | 7    |

[^1]: A note.
`;

const beside: string[][] = [];
for (const words of [850, 12_500, 50_000]) {
  // Different articles of one kind, so that neither side does the very same work twice running.
  const docs = Array.from({ length: words > 1_000 ? 2 : 8 }, (_, index) => articleOf(words, index + 1));
  const views = docs.map((doc) => publicView(doc));
  const [doc, sameDoc, plain] = [inTurn(docs), inTurn(docs), inTurn(docs.map(plainOf))];
  const pages = views.map((view) => html.write(view, { whole: true }));
  const texts = views.map((view) => markdown.write(view, { whole: true }));
  const [page, samePage, text, sameText] = [inTurn(pages), inTurn(pages), inTurn(texts), inTurn(texts)];
  if (peers.readHtml(page()).textContent.length < words * 4) throw new Error('the peer has not read the page');
  const row = (work: string, peer: string, bar: string, { ours, theirs, ratio, low, high }: Race) =>
    beside.push([
      String(words),
      work,
      ms(ours),
      peer,
      ms(theirs),
      `${ratio.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)})`,
      bar,
    ]);
  row(
    'HTML of the body, written',
    '`generateHTML`',
    '≥ 50 ×',
    race(
      () => html.write(publicView(doc()), { whole: false }),
      () => peers.writeHtml(plain()),
    ),
  );
  row(
    'HTML of the body, written',
    '`JSON.stringify` of the document',
    '≥ 0.25 × (4 × its time)',
    race(
      () => html.write(publicView(doc()), { whole: false }),
      () => JSON.stringify(sameDoc()),
    ),
  );
  row(
    'whole web page, written',
    '`JSON.stringify` of the document',
    '–',
    race(
      () => html.write(publicView(doc()), { whole: true }),
      () => JSON.stringify(sameDoc()),
    ),
  );
  row(
    'Markdown, written',
    '`@tiptap/markdown`',
    '≥ 1 ×',
    race(
      () => markdown.write(publicView(doc()), { whole: true }),
      () => peers.writeMarkdown(plain()),
    ),
  );
  row(
    'web page, read',
    'ProseMirror’s `DOMParser` on linkedom',
    '≥ 1.2 ×',
    race(
      () => read(page(), 'html'),
      () => peers.readHtml(samePage()),
    ),
  );
  row(
    'web page, read by parse5 alone',
    'ProseMirror’s `DOMParser` on linkedom',
    '–',
    race(
      () => peers.treeOfHtml(page()),
      () => peers.readHtml(samePage()),
    ),
  );
  row(
    'Markdown, read',
    'bare `remark-parse`',
    '≥ 0.77 × (1.3 × its time)',
    race(
      () => read(text(), 'markdown'),
      () => peers.readMarkdown(sameText()),
    ),
  );
  row(
    'Markdown with a sign of every kind that GFM adds, read',
    'bare `remark-parse`',
    '≥ 0.77 × (1.3 × its time)',
    race(
      () => read(`${text()}${SIGNS}`, 'markdown'),
      () => peers.readMarkdown(`${sameText()}${SIGNS}`),
    ),
  );
}
table(
  'Beside those who do the same work',
  ['words', 'work', 'Stet', 'peer', 'its time', 'Stet is as quick as the peer (middle half of the rounds)', 'bar'],
  beside,
);
