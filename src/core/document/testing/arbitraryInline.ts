import fc from 'fast-check';
import { terms, type Evidence } from '../evidence';
import type { InlineJson, MarkJson } from '../json';
import { orNull, urls } from './arbitraryValues';
import { lines, texts } from './arbitraryWords';

export const evidence: fc.Arbitrary<Evidence> = fc.record({
  against: lines(500),
  minute: fc.constantFrom('', '12:40'),
  record: fc.constantFrom(...terms),
  original: lines(500),
  hideSource: fc.boolean(),
  baseline: orNull(lines(500)),
});
const speech = fc.record({ speaker: orNull(lines(300)), role: orNull(lines(300)), evidence: orNull(evidence) });

const marks: fc.Arbitrary<MarkJson[]> = fc
  .record({
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    strike: fc.boolean(),
    code: fc.boolean(),
    link: orNull(urls),
    abbreviation: orNull(lines(500)),
    who: fc.option(speech, { nil: null, freq: 3 }),
    note: orNull(lines(2000)),
  })
  .map(({ link, abbreviation, who, note, ...plain }) => [
    ...(Object.keys(plain) as (keyof typeof plain)[]).filter((name) => plain[name]).map((type): MarkJson => ({ type })),
    ...(link === null ? [] : [{ type: 'link' as const, attrs: { target: { url: link } } }]),
    ...(abbreviation === null ? [] : [{ type: 'abbreviation' as const, attrs: { expansion: abbreviation } }]),
    ...(who === null ? [] : [{ type: 'speech' as const, attrs: who }]),
    ...(note === null ? [] : [{ type: 'note' as const, attrs: { text: note } }]),
  ]);

const inlineNode: fc.Arbitrary<InlineJson> = fc.oneof(
  { weight: 4, arbitrary: texts.map((text): InlineJson => ({ type: 'text', text })) },
  { weight: 4, arbitrary: fc.tuple(texts, marks).map(([text, on]): InlineJson => ({ type: 'text', text, marks: on })) },
  { weight: 1, arbitrary: fc.constant<InlineJson>({ type: 'hardBreak' }) },
  {
    weight: 1,
    arbitrary: marks.map((on): InlineJson => ({ type: 'articleLink', attrs: { article: 'elsewhere0000000' }, marks: on })),
  },
);
/** Words with every mark, breaks and links that show a headline. */
export const inline = fc.array(inlineNode, { maxLength: 5 });
