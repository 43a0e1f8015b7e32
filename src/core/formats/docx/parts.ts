import { el, escapeXml } from './xml';

/** One part of a package (ECMA-376, part 2): XML as text, or the bytes of a picture in base64. */
export type Part = { name: string; type: string } & ({ xml: string } | { base64: string });

const PACKAGE = 'http://schemas.microsoft.com/office/2006/xmlPackage';

/**
 * A package as one XML text (“flat OPC”, which word processors open as they open the zip): what is compared, searched for
 * private words and read again is exactly what goes into the file.
 */
export function flat(parts: readonly Part[]): string {
  const written = parts.map((part) =>
    el(
      'pkg:part',
      { 'pkg:name': part.name, 'pkg:contentType': part.type },
      'xml' in part ? el('pkg:xmlData', {}, part.xml) : el('pkg:binaryData', {}, escapeXml(part.base64)),
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<?mso-application progid="Word.Document"?>',
    `<pkg:package xmlns:pkg="${PACKAGE}">`,
    ...written,
    '</pkg:package>\n',
  ].join('\n');
}
