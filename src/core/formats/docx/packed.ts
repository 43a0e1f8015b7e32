import { zipSync, type Zippable } from 'fflate/browser';
import { fromBase64 } from '../base64';
import type { Part } from './parts';
import { el } from './xml';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The first time that a zip can name (PKWARE APPNOTE, section 4.4.6): no file tells when it was made. */
const NO_TIME = new Date(1980, 0, 1);

/** A package as a zip (ECMA-376, part 2): the parts in their order, dated alike, so that the same parts give the same bytes. */
export function packed(parts: readonly Part[]): Uint8Array {
  const files: Zippable = { '[Content_Types].xml': [bytesOf(`${DECLARATION}${contentTypes(parts)}`), { level: 6 }] };
  for (const part of parts) {
    const [content, level] =
      'xml' in part ? [bytesOf(`${DECLARATION}${part.xml}`), 6 as const] : [fromBase64(part.base64), 0 as const];
    files[part.name.slice(1)] = [content, { level }];
  }
  return zipSync(files, { mtime: NO_TIME });
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function contentTypes(parts: readonly Part[]): string {
  const pictures = new Map(
    parts.flatMap((part) => ('xml' in part ? [] : [[part.name.split('.').at(-1) ?? '', part.type] as const])),
  );
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'] as const,
    ['xml', 'application/xml'] as const,
    ...pictures,
  ];
  return el(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    ...defaults.map(([Extension, ContentType]) => el('Default', { Extension, ContentType })),
    ...parts
      .filter((part) => 'xml' in part && !part.name.endsWith('.rels'))
      .map(({ name, type }) => el('Override', { PartName: name, ContentType: type })),
  );
}
