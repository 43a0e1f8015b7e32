import { propertyNames, type FileProperties, type PropertyName } from '../format';
import { child, elementsOf, textIn, type XmlElement } from './readXml';
import { coreXml } from './writePackage';
import { el, escapeXml } from './xml';

/** Where each property stands in the part `docProps/core.xml` (ECMA-376, part 2, section 8.3). */
const elements: Record<PropertyName, string> = {
  title: 'dc:title',
  slug: 'dc:identifier',
  language: 'dc:language',
  author: 'dc:creator',
  keywords: 'cp:keywords',
  category: 'cp:category',
  created: 'dcterms:created',
  modified: 'dcterms:modified',
};

/** The part `docProps/core.xml`; a title stands there even where it is empty. */
export const propertiesXml = (properties: FileProperties): string =>
  coreXml(
    ...propertyNames.flatMap((name) => {
      const text = properties[name] ?? (name === 'title' ? '' : undefined);
      const type = elements[name].startsWith('dcterms:') ? 'dcterms:W3CDTF' : null;
      return text === undefined ? [] : [el(elements[name], { 'xsi:type': type }, escapeXml(text))];
    }),
  );

/** What that part says; everything in it that Stet never writes is left aside. */
export function readProperties(core: XmlElement | null): FileProperties {
  if (core === null) return {};
  const said = propertyNames.flatMap((name) => {
    const found = child(core, elements[name]);
    return found === null || elementsOf(found).length > 0 || textIn(found) === '' ? [] : [[name, textIn(found)] as const];
  });
  return Object.fromEntries(said);
}
