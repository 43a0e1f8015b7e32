import { packed } from '../packed';
import { flat, type Part } from '../parts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Given {
  body: string;
  /** Styles by id: the name that the document has for each. */
  styles?: Record<string, string>;
  comments?: string;
  numbering?: string;
  footnotes?: string;
  header?: string;
  links?: Record<string, string>;
}

/** The parts of a document of another program. */
export function foreignParts({ body, styles = {}, comments, numbering, footnotes, header, links = {} }: Given): Part[] {
  const beside = Object.entries({ comments, numbering, footnotes, header }).filter(([, xml]) => xml !== undefined);
  const relation = (id: string, type: string, target: string, outside = false): string =>
    `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`;
  const relations = (of: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${of}</Relationships>`;
  const named = Object.entries(styles).map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  );
  return [
    { name: '/_rels/.rels', type: '', xml: relations(relation('rId1', 'officeDocument', 'word/document.xml')) },
    { name: '/word/document.xml', type: '', xml: `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>` },
    {
      name: '/word/_rels/document.xml.rels',
      type: '',
      xml: relations(
        [
          relation('rIdS', 'styles', 'styles.xml'),
          ...beside.map(([kind]) => relation(`rId-${kind}`, kind, `${kind}.xml`)),
          ...Object.entries(links).map(([id, url]) => relation(id, 'hyperlink', url, true)),
        ].join(''),
      ),
    },
    { name: '/word/styles.xml', type: '', xml: `<w:styles ${W}>${named.join('')}</w:styles>` },
    ...beside.map(([kind, xml]) => ({ name: `/word/${kind}.xml`, type: '', xml: `<w:${kind} ${W}>${xml}</w:${kind}>` })),
  ];
}

export const foreignText = (given: Given): string => flat(foreignParts(given));
export const foreignFile = (given: Given): Uint8Array => packed(foreignParts(given));

/** A paragraph in a style, of text or of runs. */
export const par = (style: string | null, ...inside: string[]): string =>
  `<w:p>${style === null ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inside.map((each) => (each.startsWith('<') ? each : run(each))).join('')}</w:p>`;
export const run = (text: string, looks = ''): string =>
  `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
