import type { Part } from './parts';
import { stylesXml } from './styles';
import { relationships, type WordDocument } from './wordDocument';
import { el } from './xml';

const TYPES = 'application/vnd.openxmlformats-officedocument';
const PACKAGE = 'application/vnd.openxmlformats-package';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': RELATIONS,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
};

/** What stands beside the text: on every page, and at its margin. Each is what is inside the part's root. */
export interface Furniture {
  header?: string;
  footer?: string;
  comments?: string;
}

interface Contents {
  body: string;
  /** The part `docProps/core.xml`. */
  properties: string;
  /** The program that wrote it. */
  application: string;
  furniture?: Furniture;
  moreStyles?: Parameters<typeof stylesXml>[1];
}

/** The parts of a Word document, in the order in which they stand in the file. */
export function packageOf(word: WordDocument, { body, properties, application, furniture = {}, moreStyles }: Contents): Part[] {
  const ids = Object.fromEntries(
    (['styles', 'numbering', ...Object.keys(furniture)] as const).map((kind) => [kind, word.part(kind, `${kind}.xml`)]),
  );
  const onEveryPage = (['header', 'footer'] as const).map((kind) =>
    furniture[kind] === undefined ? '' : el(`w:${kind}Reference`, { 'w:type': 'default', 'r:id': ids[kind] ?? null }),
  );
  const page = el(
    'w:sectPr',
    {},
    ...onEveryPage,
    '<w:pgSz w:w="11906" w:h="16838"/>',
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>',
    word.right ? '<w:bidi/>' : '',
  );
  const roots = { header: 'w:hdr', footer: 'w:ftr', comments: 'w:comments' } as const;
  const beside = (Object.keys(roots) as (keyof Furniture)[]).flatMap((kind): Part[] => {
    const inside = furniture[kind];
    if (inside === undefined) return [];
    return [
      { name: `/word/${kind}.xml`, type: `${TYPES}.wordprocessingml.${kind}+xml`, xml: el(roots[kind], namespaces, inside) },
    ];
  });
  return [
    { name: '/_rels/.rels', type: `${PACKAGE}.relationships+xml`, xml: rootRelations },
    {
      name: '/word/document.xml',
      type: `${TYPES}.wordprocessingml.document.main+xml`,
      xml: el('w:document', namespaces, el('w:body', {}, body, page)),
    },
    { name: '/word/_rels/document.xml.rels', type: `${PACKAGE}.relationships+xml`, xml: word.relationsXml() },
    {
      name: '/word/styles.xml',
      type: `${TYPES}.wordprocessingml.styles+xml`,
      xml: stylesXml(word.language, moreStyles),
    },
    { name: '/word/numbering.xml', type: `${TYPES}.wordprocessingml.numbering+xml`, xml: word.numberingXml() },
    ...beside,
    { name: '/docProps/core.xml', type: `${PACKAGE}.core-properties+xml`, xml: properties },
    { name: '/docProps/app.xml', type: `${TYPES}.extended-properties+xml`, xml: applicationXml(application) },
    ...word.pictures,
  ];
}

const rootRelations = relationships([
  el('Relationship', { Id: 'rId1', Type: `${RELATIONS}/officeDocument`, Target: 'word/document.xml' }),
  el('Relationship', {
    Id: 'rId2',
    Type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    Target: 'docProps/core.xml',
  }),
  el('Relationship', { Id: 'rId3', Type: `${RELATIONS}/extended-properties`, Target: 'docProps/app.xml' }),
]);

const applicationXml = (name: string): string =>
  el(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    el('Application', {}, name),
  );

/** The part `docProps/core.xml` (ECMA-376, part 2, section 8.3) of elements that are written already. */
export const coreXml = (...elements: string[]): string =>
  el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    ...elements,
  );
