import { SaxesParser } from 'saxes';
import { StetError } from '../../errors';

/** An element; names have the usual prefix of their namespace, whatever the file calls it. */
export interface XmlElement {
  name: string;
  attrs: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Deeper than tables in tables in text boxes, far from where recursion overflows. */
const MAX_DEPTH = 200;
const MAX_ELEMENTS = 3_000_000;

const OFFICE = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
/** Namespaces of ECMA-376, transitional and strict, by the prefixes of the standard. */
const prefixes: Readonly<Record<string, string>> = {
  [`${OFFICE}/wordprocessingml/2006/main`]: 'w:',
  [`${STRICT}/wordprocessingml/main`]: 'w:',
  [`${OFFICE}/officeDocument/2006/relationships`]: 'r:',
  [`${STRICT}/officeDocument/relationships`]: 'r:',
  [`${OFFICE}/drawingml/2006/wordprocessingDrawing`]: 'wp:',
  [`${STRICT}/drawingml/wordprocessingDrawing`]: 'wp:',
  [`${OFFICE}/drawingml/2006/main`]: 'a:',
  [`${STRICT}/drawingml/main`]: 'a:',
  [`${OFFICE}/drawingml/2006/picture`]: 'pic:',
  [`${STRICT}/drawingml/picture`]: 'pic:',
  [`${OFFICE}/markup-compatibility/2006`]: 'mc:',
  [`${OFFICE}/officeDocument/2006/math`]: 'm:',
  'http://schemas.microsoft.com/office/2006/xmlPackage': 'pkg:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  [`${OFFICE}/package/2006/metadata/core-properties`]: 'cp:',
  [`${OFFICE}/officeDocument/2006/extended-properties`]: 'ep:',
  'urn:schemas-microsoft-com:vml': 'v:',
  '': '',
};

/**
 * XML 1.0 as a tree, without entities of its own: a document type is refused, so nothing can be expanded or fetched.
 * Errors: `import/unreadable`, `import/too-deep`, `import/too-large`.
 */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attrs: {}, children: [] };
  const open: XmlElement[] = [root];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const prefixed = (uri: string, local: string): string => `${prefixes[uri] ?? '?:'}${local}`;
  parser.on('error', (cause) => {
    throw unreadable(cause);
  });
  parser.on('doctype', () => {
    throw unreadable();
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length > MAX_DEPTH)
      throw new StetError('import/too-deep', 'Tables or boxes are nested too deeply in this document.', { limit: MAX_DEPTH });
    if (++elements > MAX_ELEMENTS)
      throw new StetError('import/too-large', 'This document has more parts than Stet reads at once. Divide it.');
    const attrs: Record<string, string> = {};
    for (const attribute of Object.values(attributes)) attrs[prefixed(attribute.uri, attribute.local)] = attribute.value;
    const element: XmlElement = { name: prefixed(uri, local), attrs, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const words = (said: string): void => void open.at(-1)?.children.push(said);
  parser.on('text', words);
  parser.on('cdata', words);
  parser.write(text).close();
  const [first] = elementsOf(root);
  if (!first) throw unreadable();
  return first;
}

const unreadable = (cause?: unknown): StetError =>
  new StetError(
    'import/unreadable',
    'This is not a Word document that Stet can read; it may be damaged. Open it in a word processor, save it again as .docx and import that.',
    {},
    { cause },
  );

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string');

/** The first child of that name. */
export function child(of: XmlElement | null | undefined, name: string): XmlElement | null {
  for (const each of of?.children ?? []) if (typeof each !== 'string' && each.name === name) return each;
  return null;
}

/** `w:val` of the child of that name; null where there is none. */
export const valOf = (of: XmlElement | null | undefined, name: string): string | null => child(of, name)?.attrs['w:val'] ?? null;

/** The first element of that name inside, at any depth. */
export function findInside(of: XmlElement, name: string): XmlElement | null {
  for (const each of elementsOf(of)) {
    const found = each.name === name ? each : findInside(each, name);
    if (found) return found;
  }
  return null;
}

/** All text inside. */
export const textIn = (of: XmlElement): string =>
  of.children.map((each) => (typeof each === 'string' ? each : textIn(each))).join('');
