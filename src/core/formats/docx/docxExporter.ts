import type { PublicView } from '../../document/publicView';
import type { Carries } from '../carrying';
import type { Exporter, ExportOptions, FileProperties } from '../format';
import { flat, type Part } from './parts';
import { packed } from './packed';
import { writeBlocks } from './writeBlocks';
import { writeEmbargo, writeFoot, writeHead } from './writePage';
import { WordDocument } from './wordDocument';
import { propertiesXml } from './coreProperties';
import { packageOf } from './writePackage';

/** Everything a reader sees; not what only machines read, and no expansion, for which Word has no place. */
export const docxCarries: Carries = {
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
    abbreviation: 'words',
  },
  fields: {
    slug: 'whole',
    byline: 'whole',
    dateline: 'whole',
    leadImage: 'whole',
    section: 'whole',
    tags: 'none',
    language: 'whole',
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
 * A Word document (Office Open XML, ECMA-376 transitional): each part of the article in a style that says what it is. It names
 * no author, company, program version or time; the same article gives the same bytes. `write` gives the package as one text
 * (`flat`), `pack` as the file. Errors: `export/unknown-node`.
 */
export const docxExporter: Exporter = {
  id: 'docx',
  title: 'Word document',
  extension: 'docx',
  mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  previewable: true,
  readBy: 'docx',
  carries: docxCarries,
  embeds: 'always',
  metadata: true,
  properties: propertiesOf,
  write: (view, options) => flat(partsOf(view, options)),
  pack: (view, options) => packed(partsOf(view, options)),
};

function partsOf(view: PublicView, { whole, inside = new Map(), metadata = false }: ExportOptions): Part[] {
  const word = new WordDocument(view.fields.language, inside);
  const body = [
    writeEmbargo(view, word),
    whole ? writeHead(view, word) : '',
    writeBlocks(view.body, word),
    whole ? writeFoot(view, word) : '',
  ].join('');
  return packageOf(word, { body, properties: propertiesXml(propertiesOf(view, metadata)), application: APPLICATION });
}

/** The program that wrote a file; a document so signed says exactly what everything in it is. */
export const APPLICATION = 'Stet';

/**
 * Title, language and slug: what the file's name and its first line say. Nobody's name, no company, no time, unless they were
 * chosen; then what the article prints of them.
 */
function propertiesOf({ headline, fields }: PublicView, metadata: boolean): FileProperties {
  const { byline, language, publishedAt, section, slug, tags, updatedAt } = fields;
  const time = (at: string | null): string | undefined =>
    at === null ? undefined : new Date(at).toISOString().replace(/\.\d+Z$/u, 'Z');
  const chosen = {
    author: byline.map(({ name }) => name).join('; '),
    keywords: tags.join('; '),
    category: section.join(' › '),
    created: time(publishedAt),
    modified: time(updatedAt ?? publishedAt),
  };
  const all: FileProperties = { title: headline, slug, language, ...(metadata ? chosen : {}) };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined && text !== ''));
}
