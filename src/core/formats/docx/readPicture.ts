import { isPictureFile, MAX_ALT, type Picture } from '../../article/picture';
import type { LeftOut } from '../format';
import type { Drawing } from './piece';

/** Pictures that came inside a document, by the names under which the article has them. */
export class PictureShelf {
  readonly pictures = new Map<string, string>();
  constructor(
    readonly leftOut: LeftOut[],
    readonly ours: boolean,
  ) {}
}

/** A picture of a document as a figure; null where Stet does not read its kind, which is reported. */
export function readFigure({ name, file, alt, base64 }: Drawing, shelf: PictureShelf): Picture | null {
  const asset = isPictureFile(name) ? name : file;
  if (!isPictureFile(asset)) {
    shelf.leftOut.push({
      line: null,
      text: alt === '' ? file : alt,
      why: 'a picture or drawing that is not JPEG, PNG, WebP or GIF',
    });
    return null;
  }
  if (base64 !== null) shelf.pictures.set(asset, base64);
  const words = alt.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return {
    asset,
    alt: (shelf.ours ? words : words.trim()).slice(0, MAX_ALT).toWellFormed(),
    caption: '',
    credit: '',
    width: null,
    height: null,
  };
}
