import type { PublicView } from '../../document/publicView';
import type { Carries } from '../carrying';
import type { Exporter } from '../format';
import { flat, type Part } from './parts';
import { packed } from './packed';
import { stylesXml } from './styles';
import { writeBlocks } from './writeBlocks';
import { writeEmbargo, writeFoot, writeHead } from './writePage';
import { relationships, WordDocument } from './wordDocument';
import { el, escapeXml } from './xml';

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
  write: (view, { whole, inside = new Map() }) => flat(partsOf(view, whole, inside)),
  pack: (view, { whole, inside = new Map() }) => packed(partsOf(view, whole, inside)),
};

const TYPES = 'application/vnd.openxmlformats-officedocument';
const PACKAGE = 'application/vnd.openxmlformats-package';
const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
};

function partsOf(view: PublicView, whole: boolean, inside: ReadonlyMap<string, string>): Part[] {
  const { language } = view.fields;
  const word = new WordDocument(language, inside);
  word.part('styles', 'styles.xml');
  word.part('numbering', 'numbering.xml');
  const body = [
    writeEmbargo(view, word),
    whole ? writeHead(view, word) : '',
    writeBlocks(view.body, word),
    whole ? writeFoot(view, word) : '',
  ];
  const page = el(
    'w:sectPr',
    {},
    '<w:pgSz w:w="11906" w:h="16838"/>',
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>',
    word.right ? '<w:bidi/>' : '',
  );
  const document = el('w:document', namespaces, el('w:body', {}, ...body, page));
  return [
    { name: '/_rels/.rels', type: `${PACKAGE}.relationships+xml`, xml: rootRelations },
    { name: '/word/document.xml', type: `${TYPES}.wordprocessingml.document.main+xml`, xml: document },
    { name: '/word/_rels/document.xml.rels', type: `${PACKAGE}.relationships+xml`, xml: word.relationsXml() },
    { name: '/word/styles.xml', type: `${TYPES}.wordprocessingml.styles+xml`, xml: stylesXml(language) },
    { name: '/word/numbering.xml', type: `${TYPES}.wordprocessingml.numbering+xml`, xml: word.numberingXml() },
    { name: '/docProps/core.xml', type: `${PACKAGE}.core-properties+xml`, xml: coreProperties(view) },
    { name: '/docProps/app.xml', type: `${TYPES}.extended-properties+xml`, xml: APP },
    ...word.pictures,
  ];
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rootRelations = relationships([
  el('Relationship', { Id: 'rId1', Type: `${RELATIONS}/officeDocument`, Target: 'word/document.xml' }),
  el('Relationship', {
    Id: 'rId2',
    Type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    Target: 'docProps/core.xml',
  }),
  el('Relationship', { Id: 'rId3', Type: `${RELATIONS}/extended-properties`, Target: 'docProps/app.xml' }),
]);

/** The program that wrote a file; a document so signed says exactly what everything in it is. */
export const APPLICATION = 'Stet';
const APP = el(
  'Properties',
  { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
  el('Application', {}, APPLICATION),
);

/** Title, language and slug: what the file's name and its first line say. Nobody's name, no company, no time. */
function coreProperties({ headline, fields: { language, slug } }: PublicView): string {
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    el('dc:title', {}, escapeXml(headline)),
    slug === '' ? '' : el('dc:identifier', {}, slug),
    el('dc:language', {}, language),
  );
}
