import type { PublicPiece, PublicView } from '../../document/publicView';
import type { Carries } from '../carrying';
import { embargoNotice } from '../embargoNotice';
import type { Exporter } from '../format';
import { dayInWords, instantInWords } from '../html/dates';
import { escapeText } from '../html/escape';
import { writeInline } from '../html/inline';
import { Voice } from '../html/pageWords';
import { heading, image, linked, paragraph, writeBlock } from './writeBlocks';

/** What WordPress's editor shows; what its own fields hold (tags, address, dates) is set there. */
export const wordPressCarries: Carries = {
  parts: { kicker: 'whole', standfirst: 'whole' },
  blocks: {
    paragraph: 'whole',
    heading: 'whole',
    bulletList: 'whole',
    orderedList: 'whole',
    listItem: 'whole',
    quote: 'whole',
    pullQuote: 'whole',
    factBox: 'whole',
    related: 'whole',
    embed: 'whole',
    table: 'whole',
    tableRow: 'whole',
    tableCell: 'whole',
    figure: 'whole',
    codeBlock: { without: ['language'] },
    horizontalRule: 'whole',
  },
  marks: {
    bold: 'whole',
    italic: 'whole',
    underline: 'whole',
    strike: 'whole',
    code: 'whole',
    link: 'whole',
    abbreviation: 'whole',
  },
  fields: {
    slug: 'whole',
    byline: 'whole',
    dateline: 'whole',
    leadImage: 'whole',
    section: 'none',
    tags: 'none',
    language: 'none',
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
 * Native blocks of WordPress's editor: pasted into its code view, or sent through its API as the content of a post. Not
 * `whole`, the body alone, for a site that has its own fields for title, standfirst and byline. Errors: `export/unknown-node`.
 */
export const wordPressExporter: Exporter = {
  id: 'wordpress',
  title: 'WordPress blocks',
  extension: 'wordpress.html',
  mime: 'text/html',
  previewable: false,
  readBy: null,
  carries: wordPressCarries,
  write(view, { whole }) {
    const notice = embargoNotice(view.fields);
    const blocks = [
      ...(notice ? [paragraph(`<strong>${escapeText(notice.line)}</strong>`)] : []),
      ...(whole ? head(view) : []),
      ...view.body.map((each) => writeBlock(each, view.fields.language)),
      ...(whole ? foot(view) : []),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
};

function head({ fields, kicker, headline, standfirst }: PublicView): string[] {
  const voice = new Voice(fields.language);
  const people = fields.byline.map(
    ({ name, role, url }) => `${linked(name, url)}${role === null ? '' : `, ${escapeText(role)}`}`,
  );
  const where = [fields.dateline?.place ?? '', fields.dateline?.date ? dayInWords(fields.dateline.date, fields.language) : ''];
  const dateline = where.filter((part) => part !== '').join(', ');
  return [
    ...(kicker === '' ? [] : [paragraph(escapeText(kicker))]),
    ...(headline === '' ? [] : [heading(1, escapeText(headline))]),
    ...(standfirst.length === 0 ? [] : [paragraph(writeInline(standfirst))]),
    ...(people.length === 0 ? [] : [paragraph(`${escapeText(voice.plain('by'))} ${people.join('; ')}`)]),
    ...(dateline === '' ? [] : [paragraph(escapeText(dateline))]),
    ...(fields.leadImage === null ? [] : [image(fields.leadImage)]),
  ];
}

function foot({ fields, series }: PublicView): string[] {
  const voice = new Voice(fields.language);
  const { language, tagline, corrections } = fields;
  const side = (name: 'previous' | 'next', piece: PublicPiece | null): string[] =>
    piece === null ? [] : [paragraph(`${escapeText(voice.plain(name))}: ${linked(piece.title, piece.url)}`)];
  const when = (at: string): string => (at.includes('T') ? instantInWords(at, language) : dayInWords(at, language));
  return [
    ...(tagline === '' ? [] : [paragraph(`<em>${escapeText(tagline)}</em>`)]),
    ...(corrections.length === 0 ? [] : [heading(2, escapeText(voice.plain('corrections')))]),
    ...corrections.map(({ at, text }) => paragraph(`${escapeText(when(at))}: ${escapeText(text)}`)),
    ...(series.name === null ? [] : [paragraph(`${escapeText(voice.plain('series'))}: ${escapeText(series.name)}`)]),
    ...side('previous', series.previous),
    ...side('next', series.next),
  ];
}
