import type { BlockReader } from './blockReader';
import { pictureIn, standsAlone } from './pictures';
import type { TextStyle } from './style';
import { attr, findIn, oneLine, visibleText, type Element } from './tree';

const kinds: Readonly<Record<string, string>> = {
  video: 'a video',
  audio: 'a recording',
  iframe: 'something embedded from elsewhere',
  object: 'something embedded',
  embed: 'something embedded',
  canvas: 'a drawing',
};

/**
 * A picture whose file may lie beside the page is taken over where it stands alone. Everything else is not loaded; the writer is
 * told of each by its own words or its file.
 */
export function readMedia(element: Element, style: TextStyle, reader: BlockReader): void {
  const image = element.tagName === 'picture' ? findIn(element, ({ tagName }) => tagName === 'img') : element;
  // What is inside is shown only where the thing itself cannot be; `map` is a picture's invisible half.
  if (element.tagName === 'map') return reader.readAll(element.childNodes, style);
  if (image === null) return;
  const counter = attr(image, 'width') === '1' || attr(image, 'height') === '1';
  const beside =
    reader.takesPictures && image.tagName === 'img' && !counter && standsAlone(image)
      ? pictureIn(image, null, reader.page.beside)
      : null;
  if (beside !== null) return reader.emit({ type: 'figure', attrs: beside }, image, style);
  const named =
    oneLine(attr(image, 'alt') ?? attr(image, 'title') ?? attr(image, 'aria-label') ?? '') ||
    fileOf(attr(image, 'src') ?? attr(image, 'data') ?? '') ||
    visibleText(image);
  if (named !== '' && !counter)
    reader.leaveOut(element, named, `${kinds[element.tagName] ?? 'an image'}; Stet loads nothing from elsewhere`);
}

/** The last part of an address's path, which is what a person would call the file. */
function fileOf(src: string): string {
  if (/^\s*(?:data|blob|javascript|cid|file):/iu.test(src)) return '';
  return oneLine(/[^/\\]*$/u.exec(src.split(/[?#]/u)[0] ?? '')?.[0] ?? '').slice(0, 200);
}
