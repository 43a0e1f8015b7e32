import type { BlockName, PublicMarkName } from '../document/blockNames';
import type { PublicFields } from '../document/publicFields';
import type { PropertyName } from './format';

type Counted = readonly [one: string, many: string];

/** Blocks as a writer counts them. */
export const blockWords: Record<BlockName, Counted> = {
  paragraph: ['paragraph', 'paragraphs'],
  heading: ['crosshead', 'crossheads'],
  bulletList: ['bullet list', 'bullet lists'],
  orderedList: ['numbered list', 'numbered lists'],
  listItem: ['list item', 'list items'],
  quote: ['quotation', 'quotations'],
  pullQuote: ['pull quote', 'pull quotes'],
  factBox: ['frame of a fact box', 'frames of fact boxes'],
  related: ['“read also”', '“read also” lines'],
  embed: ['link card', 'link cards'],
  table: ['table', 'tables'],
  tableRow: ['row of a table', 'rows of tables'],
  tableCell: ['cell of a table', 'cells of tables'],
  figure: ['picture', 'pictures'],
  codeBlock: ['code block', 'code blocks'],
  horizontalRule: ['break', 'breaks'],
};

/** Marks as a writer counts them; what is one thing to a reader has one name. */
export const markWords: Record<PublicMarkName, Counted> = {
  bold: ['emphasis', 'emphases'],
  italic: ['emphasis', 'emphases'],
  underline: ['emphasis', 'emphases'],
  strike: ['struck passage', 'struck passages'],
  code: ['piece of code', 'pieces of code'],
  link: ['link', 'links'],
  abbreviation: ['expansion of an abbreviation', 'expansions of abbreviations'],
};

/** Attributes that some format leaves out, as `block.attribute`, `mark.attribute` or `field.attribute`. */
export const attributeWords: Readonly<Record<string, Counted>> = {
  'quote.sourceUrl': ['address of a source', 'addresses of sources'],
  'related.target': ['“read also” address', '“read also” addresses'],
  'codeBlock.language': ['name of a programming language', 'names of programming languages'],
  'leadImage.caption': ['the caption of the lead image', 'the captions of the lead images'],
  'leadImage.credit': ['the credit of the lead image', 'the credits of the lead images'],
  'leadImage.alt': ['what the lead image shows', 'what the lead images show'],
  'dateline.date': ['the date of the dateline', 'the dates of the datelines'],
  'series.previous': ['the previous piece', 'the previous pieces'],
  'series.next': ['the next piece', 'the next pieces'],
  'orderedList.start': ['number that a list begins with', 'numbers that lists begin with'],
};

/** Fields by the names that the inspector shows. */
export const fieldWords: Record<keyof PublicFields | 'series' | 'kicker' | 'standfirst', string> = {
  kicker: 'the kicker',
  standfirst: 'the standfirst',
  slug: 'the slug',
  byline: 'the byline',
  dateline: 'the dateline',
  section: 'the section',
  tags: 'the tags',
  language: 'the language',
  canonicalUrl: 'the address on the site',
  publishedAt: 'the time of publication',
  updatedAt: 'the time of the last update',
  leadImage: 'the lead image',
  embargo: 'the embargo',
  corrections: 'the corrections',
  tagline: 'the tagline',
  series: 'previous and next',
};

/** Properties of a file, as a word processor shows them. */
export const propertyWords: Record<PropertyName, string> = {
  title: 'the title in the file’s properties',
  slug: 'the slug in the file’s properties',
  language: 'the language in the file’s properties',
  author: 'the author in the file’s properties',
  keywords: 'the keywords in the file’s properties',
  category: 'the category in the file’s properties',
  created: 'the time of creation in the file’s properties',
  modified: 'the time of the last change in the file’s properties',
};

/** `1 link`, `3 links`. */
export const counted = (count: number, [one, many]: Counted): string => `${count} ${count === 1 ? one : many}`;

/** What an export leaves behind, as one sentence: “Plain text cannot carry 3 links and 1 caption.” */
export function inOneLine(format: string, losses: readonly string[]): string {
  const last = losses.at(-1) ?? '';
  const list = losses.length < 2 ? last : `${losses.slice(0, -1).join(', ')} and ${last}`;
  return `${format} cannot carry ${list}.`;
}
