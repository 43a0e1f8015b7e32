import type { Picture } from '../../article/picture';
import { para } from './paragraph';
import { run } from './writeInline';
import type { WordDocument } from './wordDocument';
import { el } from './xml';

/** English metric units of a pixel at 96 a inch, and of the width and height that a picture has on the page. */
const PIXEL = 9525;
const WIDEST = 5_731_200;
const HIGHEST = 7_200_000;
/** A caption and its credit stand together. */
const CLOSE = `<w:keepNext/>${el('w:spacing', { 'w:after': 20 })}`;

/** A picture in a paragraph of its own, its caption and its credit below. */
export function writePicture(picture: Picture, word: WordDocument, style: 'Picture' | 'LeadPicture'): string {
  const { caption, credit } = picture;
  return [
    para(style, el('w:r', {}, drawing(picture, word))),
    caption === '' ? '' : para('Caption', run(word, caption), credit === '' ? '' : CLOSE),
    credit === '' ? '' : para('Credit', run(word, credit)),
  ].join('');
}

/** DrawingML (ECMA-376, part 1, section 20.4.2.8). The words for who cannot see it stand in `descr`, the file's name in `name`. */
function drawing(picture: Picture, word: WordDocument): string {
  const { id, embedded } = word.picture(picture);
  const number = word.drawing();
  const { cx, cy } = sizeOf(picture);
  const named = { id: number, name: picture.asset, descr: picture.alt === '' ? null : picture.alt };
  const extent = { cx, cy };
  const blip = el('a:blip', embedded ? { 'r:embed': id } : { 'r:link': id });
  const fill = el('pic:blipFill', {}, blip, '<a:stretch><a:fillRect/></a:stretch>');
  const shape = el(
    'pic:spPr',
    {},
    el('a:xfrm', {}, '<a:off x="0" y="0"/>', el('a:ext', extent)),
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
  );
  const body = el('pic:pic', {}, el('pic:nvPicPr', {}, el('pic:cNvPr', named), '<pic:cNvPicPr/>'), fill, shape);
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  return el(
    'w:drawing',
    {},
    el(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      el('wp:extent', extent),
      el('wp:docPr', named),
      '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>',
      el('a:graphic', {}, el('a:graphicData', { uri }, body)),
    ),
  );
}

function sizeOf({ width, height }: Picture): { cx: number; cy: number } {
  const [across, down] = [(width ?? 640) * PIXEL, (height ?? 480) * PIXEL];
  const scale = Math.min(1, WIDEST / across, HIGHEST / down);
  return { cx: Math.max(1, Math.round(across * scale)), cy: Math.max(1, Math.round(down * scale)) };
}
