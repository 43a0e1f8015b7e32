import type { Copy } from './language';
import type { Random } from './random';

/** One way in which a paragraph gets damaged; null where this one cannot be. */
export interface Damage {
  /** The kind of finding that should name it. */
  kind: string;
  variant: string;
  /** Never looked at while the kinds were tuned. */
  heldOut: boolean;
  /** Other kinds that may rightly say something of the same damage. */
  companions?: readonly string[];
  languages?: readonly string[];
  harm(text: string, random: Random, copy: Copy): string | null;
}

/** One of the matches of a pattern, replaced. */
function one(text: string, random: Random, pattern: RegExp, by: (match: RegExpExecArray) => string): string | null {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return null;
  const match = random.pick(found);
  return text.slice(0, match.index) + by(match) + text.slice(match.index + match[0].length);
}

const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const misread = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? CP1252[byte - 0x80]! : String.fromCharCode(byte)))
    .join('');

const marks = /[“”„«»]/gu;
const codes = (random: Random, words: string) =>
  random.pick([
    `“,”text”:”${words}”}}”>`,
    `","text":"${words}"}}">`,
    `{"type":"link","text":"${words}"}`,
    `<a href="https://example.org/${words.length}" data-link="{“name”:“x”,“text”:“${words}”}">`,
  ]);

export const damages: readonly Damage[] = [
  {
    kind: 'joined words',
    variant: 'at a capital',
    heldOut: false,
    harm: (text, random) =>
      one(text, random, /(?<![\p{L}’'-])(\p{Ll}{2,}) (\p{Lu}\p{Ll}{2,})(?![\p{L}-])/gu, ([, a, b]) => `${a}${b}`),
  },
  {
    kind: 'joined words',
    variant: 'without a capital',
    heldOut: false,
    languages: ['en', 'fr'],
    // Markup stood around something that is worth a link: at least one of the words is a long one.
    harm: (text, random) =>
      one(
        text,
        random,
        /(?<![\p{L}’'-])(?=\p{Ll}+ \p{Ll}{5,}|\p{Ll}{5,} )(\p{Ll}{2,}) (\p{Ll}{2,})(?![\p{L}’'-])/gu,
        ([, a, b]) => `${a}${b}`,
      ),
  },
  {
    kind: 'web code',
    variant: 'remnant of an attribute',
    heldOut: false,
    companions: ['words missing'],
    harm: (text, random) =>
      one(text, random, /(?<=\p{Ll}) (?=\p{Ll}{3,} \p{Ll}{3,})/gu, () => codes(random, 'what the card said')),
  },
  {
    kind: 'web code',
    variant: 'tag around words',
    heldOut: false,
    harm: (text, random) =>
      one(text, random, /(?<= )\p{L}{4,}(?= )/gu, ([word]) =>
        random.pick([`<b>${word}</b>`, `<a href="https://example.org/a?b=1">${word}</a>`, `<span class="s1">${word}</span>`]),
      ),
  },
  {
    kind: 'web code',
    variant: 'entity',
    heldOut: false,
    harm: (text, random) => one(text, random, /[’éèàüöäß“”«»„]/gu, ([character]) => `&#${character.codePointAt(0)};`),
  },
  {
    kind: 'web code',
    variant: 'shortcode or comment',
    heldOut: false,
    harm: (text, random) =>
      one(text, random, /(?<=\p{Ll}[.,]?) (?=\p{L})/gu, () =>
        random.pick([' [caption id="attachment_12" width="300"] ', ' <!-- wp:paragraph --> ', ' [embed]', '<br/>', '</p><p>']),
      ),
  },
  {
    kind: 'quote mark without partner',
    variant: 'partner lost',
    heldOut: false,
    harm: (text, random, { marks: [open, close] }) => {
      // A paragraph with one mark that runs on is no quotation of its own.
      const both = text.includes(open) && text.includes(close) && !(text.startsWith(open) && text.endsWith(close));
      return both ? one(text, random, new RegExp(`${open}|${close}`, 'gu'), () => '') : null;
    },
  },
  {
    kind: 'quote mark the wrong way round',
    variant: 'turned',
    heldOut: false,
    languages: ['en', 'fr'],
    harm: (text, random, { language }) =>
      !(text.match(marks)?.length === 2)
        ? null
        : language === 'en'
          ? one(text, random, /(?<=^|\s)“(?=\p{L})|(?<=[\p{L},.])”(?=\s|$)/gu, ([mark]) => (mark === '“' ? '”' : '“'))
          : one(text, random, /(?<=^|\s)«\u00a0(?=\p{L})/gu, () => '»'),
  },
  {
    kind: 'foreign quote marks',
    variant: 'of another language',
    heldOut: false,
    languages: ['en', 'de'],
    harm: (text, random, { language }) => {
      if (text.match(marks)?.length !== 2) return null;
      const [open, close] =
        language === 'en'
          ? random.pick([
              ['«\u00a0', '\u00a0»'],
              ['„', '“'],
              ['«', '»'],
            ] as const)
          : (['“', '”'] as const);
      return text
        .replace(language === 'en' ? '“' : '„', '\u0001')
        .replace(language === 'en' ? '”' : '“', '\u0002')
        .replace('\u0001', open)
        .replace('\u0002', close);
    },
  },
  {
    kind: 'wrong encoding',
    variant: 'UTF-8 as Windows-1252',
    heldOut: false,
    harm: (text, random) => one(text, random, /[^\p{ASCII}\s\u00a0]/gu, ([character]) => misread(character)),
  },
  {
    kind: 'wrong encoding',
    variant: 'twice',
    heldOut: false,
    harm: (text, random) => one(text, random, /[^\p{ASCII}\s\u00a0]/gu, ([character]) => misread(misread(character))),
  },
  {
    kind: 'hidden characters',
    variant: 'soft hyphen',
    heldOut: false,
    harm: (text, random) => one(text, random, /(?<=\p{L}{3})(?=\p{L}{3})/gu, () => '\u00ad'),
  },
  {
    kind: 'hidden characters',
    variant: 'zero width or odd space',
    heldOut: true,
    harm: (text, random) =>
      one(text, random, /(?<=\p{L}) (?=\p{L})/gu, () => random.pick([' \u200b', '\u2003', ' \ufeff', '\u2002', '  '])),
  },
  {
    kind: 'line-end hyphen',
    variant: 'broken at a space',
    heldOut: false,
    harm: (text, random) =>
      one(
        text,
        random,
        /(?<![\p{L}’'-])(\p{Ll}{4})(?!and|bis|als|und|oder)(\p{Ll}{3,})(?![\p{L}’'-])/gu,
        ([, a, b]) => `${a}- ${b}`,
      ),
  },
  {
    kind: 'doubled word',
    variant: 'small word',
    heldOut: false,
    harm: (text, random, { language }) =>
      one(
        text,
        random,
        {
          en: / (the|of|with|and|their|from)(?= )/gu,
          fr: / (de|le|la|les|dans|avec|pour|et)(?= )/gu,
          de: / (und|mit|von|eine|wird|nicht|auf)(?= )/gu,
        }[language as 'en' | 'fr' | 'de'],
        ([, word]) => ` ${word} ${word}`,
      ),
  },
  {
    kind: 'doubled word',
    variant: 'long word',
    heldOut: true,
    harm: (text, random) => one(text, random, /(?<= )(\p{Ll}{6,})(?= )/gu, ([, word]) => `${word} ${word}`),
  },
];
