import { inlineText } from '../../article/summary';
import type { PublicView } from '../../document/publicView';
import type { Exporter } from '../format';
import type { Carries } from '../carrying';
import { embargoNotice } from '../embargoNotice';
import { dayInWords } from '../html/dates';
import { Voice } from '../html/pageWords';
import { plainBlock } from './plainBlocks';

/** What is left of an article where there is nothing but text. */
export const plainCarries: Carries = {
  parts: { kicker: 'whole', standfirst: 'whole' },
  blocks: {
    paragraph: 'whole',
    heading: 'whole',
    bulletList: 'whole',
    orderedList: 'whole',
    listItem: 'whole',
    quote: { without: ['sourceUrl'] },
    pullQuote: 'words',
    factBox: 'words',
    related: { without: ['target'] },
    embed: 'words',
    table: 'words',
    tableRow: 'whole',
    tableCell: 'whole',
    figure: 'words',
    codeBlock: { without: ['language'] },
    horizontalRule: 'whole',
  },
  marks: {
    bold: 'words',
    italic: 'words',
    underline: 'words',
    strike: 'words',
    code: 'words',
    link: 'words',
    abbreviation: 'words',
  },
  fields: {
    slug: 'whole', // the file is named after it
    byline: 'whole',
    dateline: 'whole',
    leadImage: 'none',
    section: 'none',
    tags: 'none',
    language: 'whole', // a reader sees it
    canonicalUrl: 'none',
    publishedAt: 'none',
    updatedAt: 'none',
    embargo: 'whole',
    corrections: 'whole',
    tagline: 'whole',
    series: 'whole',
  },
};

/**
 * Plain text as wires send it: one line a paragraph, a blank line between, UTF-8, no marks of emphasis and no addresses.
 * Without `whole` the body alone. Errors: `export/unknown-node`.
 */
export const textExporter: Exporter = {
  id: 'text',
  title: 'Plain text',
  extension: 'txt',
  mime: 'text/plain',
  previewable: false,
  readBy: null,
  carries: plainCarries,
  write: (view, { whole }) => {
    const notice = embargoNotice(view.fields);
    const page = [
      ...(notice ? [notice.line] : []),
      ...(whole ? head(view) : []),
      ...plainBody(view),
      ...(whole ? foot(view) : []),
    ];
    return `${page.join('\n\n')}\n`;
  },
};

/** The blocks of the body as plain text, in order. Errors: `export/unknown-node`. */
export const plainBody = (view: PublicView): string[] =>
  view.body.map((block) => plainBlock(block, view.fields.language)).filter((text) => text !== '');

function head({ fields, kicker, headline, standfirst }: PublicView): string[] {
  const voice = new Voice(fields.language);
  const people = fields.byline.map(({ name, role }) => (role === null ? name : `${name}, ${role}`));
  const written = [
    people.length > 0 ? `${voice.plain('by')} ${people.join('; ')}` : '',
    [fields.dateline?.place ?? '', fields.dateline?.date ? dayInWords(fields.dateline.date, fields.language) : '']
      .filter((part) => part !== '')
      .join(', '),
  ].filter((line) => line !== '');
  return [kicker, headline, inlineText(standfirst), written.join('\n')].filter((part) => part !== '');
}

function foot({ fields, series }: PublicView): string[] {
  const voice = new Voice(fields.language);
  const line = (name: 'series' | 'previous' | 'next', words: string | null | undefined) =>
    words === null || words === undefined || words === '' ? [] : [`${voice.plain(name)}: ${words}`];
  const corrections = fields.corrections.map(({ at, text }) => `${dayInWords(at.slice(0, 10), fields.language)}: ${text}`);
  const lines = [
    ...line('series', series.name),
    ...line('previous', series.previous?.title),
    ...line('next', series.next?.title),
  ];
  return [
    ...(fields.tagline === '' ? [] : [fields.tagline]),
    ...(corrections.length === 0 ? [] : [[`${voice.plain('corrections')}:`, ...corrections].join('\n')]),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ];
}
