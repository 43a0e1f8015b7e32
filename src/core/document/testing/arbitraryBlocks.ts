import fc from 'fast-check';
import type { BlockJson, BlockOf } from '../json';
import { evidence, inline } from './arbitraryInline';
import { pictures } from './arbitraryPictures';
import { dates, orNull, urls } from './arbitraryValues';
import { lines, texts } from './arbitraryWords';

const paragraph: fc.Arbitrary<BlockOf<'paragraph'>> = inline.map((content) => ({ type: 'paragraph', content }));
const heading: fc.Arbitrary<BlockOf<'heading'>> = fc
  .tuple(fc.constantFrom(2 as const, 3 as const), inline)
  .map(([level, content]) => ({ type: 'heading', attrs: { level }, content }));
const quote: fc.Arbitrary<BlockOf<'quote'>> = fc.record({
  type: fc.constant('quote' as const),
  attrs: fc.record({
    speaker: orNull(lines(300)),
    role: orNull(lines(300)),
    sourceTitle: orNull(lines(500)),
    sourceUrl: orNull(urls),
    saidOn: orNull(dates),
    evidence: orNull(evidence),
  }),
  content: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
});
const related: fc.Arbitrary<BlockOf<'related'>> = fc.record({
  type: fc.constant('related' as const),
  attrs: fc.record({ label: lines(100), title: lines(1000), target: orNull(urls.map((url) => ({ url }))) }),
});
const pullQuote: fc.Arbitrary<BlockOf<'pullQuote'>> = fc.record({
  type: fc.constant('pullQuote' as const),
  attrs: fc.record({ speaker: orNull(lines(300)) }),
  content: inline,
});
const embed: fc.Arbitrary<BlockOf<'embed'>> = fc.record({
  type: fc.constant('embed' as const),
  attrs: fc.record({ url: orNull(urls), title: lines(1000), provider: lines(200), description: lines(2000) }),
});
const squares = fc.array(paragraph, { minLength: 1, maxLength: 2 });
const table: fc.Arbitrary<BlockOf<'table'>> = fc
  .record({
    attrs: fc.record({ headerRow: fc.boolean(), caption: lines(500) }),
    // Not every row is as long as the others, which a stored table need not be.
    rows: fc.array(fc.array(squares, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ attrs, rows }) => ({
    type: 'table',
    attrs,
    content: rows.map((cells) => ({
      type: 'tableRow',
      content: cells.map((content) => ({ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content })),
    })),
  }));
const figure: fc.Arbitrary<BlockOf<'figure'>> = pictures.map((attrs) => ({ type: 'figure', attrs }));

const codeBlock: fc.Arbitrary<BlockOf<'codeBlock'>> = fc
  .tuple(
    orNull(fc.constantFrom('js', 'c++', 'objective-c', 'C#', 'a.b_c')),
    fc.array(fc.oneof(texts, fc.constant('\n')), { maxLength: 4 }),
  )
  .map(([language, parts]) => {
    const text = parts.join('');
    return { type: 'codeBlock', attrs: { language }, content: text === '' ? [] : [{ type: 'text', text }] };
  });

const lists = fc.letrec<{ list: BlockOf<'bulletList' | 'orderedList'>; item: BlockOf<'listItem'> }>((tie) => ({
  list: fc
    .tuple(orNull(fc.constantFrom(0, 1, 2, 999_999_999)), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
    .map(([start, content]) =>
      start === null ? { type: 'bulletList' as const, content } : { type: 'orderedList' as const, attrs: { start }, content },
    ),
  item: fc
    .tuple(
      paragraph,
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constant([]),
        fc.array(fc.oneof(paragraph, tie('list')), { maxLength: 2 }),
      ),
    )
    .map(([first, rest]) => ({ type: 'listItem' as const, content: [first, ...rest] })),
}));

const factBox: fc.Arbitrary<BlockOf<'factBox'>> = fc.record({
  type: fc.constant('factBox' as const),
  attrs: fc.record({ title: lines(300) }),
  content: fc.array(fc.oneof(paragraph, lists.list), { minLength: 1, maxLength: 3 }),
});

/** Any block of a document. */
export const blocks: fc.Arbitrary<BlockJson> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  heading,
  quote,
  pullQuote,
  factBox,
  related,
  embed,
  table,
  figure,
  codeBlock,
  lists.list,
  fc.constant<BlockJson>({ type: 'horizontalRule' }),
);
