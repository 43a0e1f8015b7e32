import type { Drawing } from './piece';
import { findInside, type XmlElement } from './readXml';
import type { WordPackage } from './wordPackage';

/** The picture in a drawing, old or new; null where there is none. `ours` says that Stet has made the document and named its pictures. */
export function drawingIn(element: XmlElement, pack: WordPackage, ours: boolean): Drawing | null {
  const blip = findInside(element, 'a:blip') ?? findInside(element, 'v:imagedata');
  const found = blip && pack.picture(blip.attrs['r:embed'] ?? blip.attrs['r:link'] ?? blip.attrs['r:id']);
  if (!found) return null;
  const { file, base64 } = found;
  const name = ours ? (findInside(element, 'pic:cNvPr')?.attrs.name ?? file) : file;
  return { name, file, alt: findInside(element, 'wp:docPr')?.attrs.descr ?? '', base64 };
}
