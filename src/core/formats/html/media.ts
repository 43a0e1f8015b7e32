import type { BlockReader } from './blockReader';
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

/** Pictures, film and sound are not loaded and not taken over; the writer is told of each by its own words or its file. */
export function readMedia(element: Element, style: TextStyle, reader: BlockReader): void {
  const image = element.tagName === 'picture' ? findIn(element, ({ tagName }) => tagName === 'img') : element;
  // What is inside is shown only where the thing itself cannot be; `map` is a picture's invisible half.
  if (element.tagName === 'map') return reader.readAll(element.childNodes, style);
  if (image === null) return;
  const named =
    oneLine(attr(image, 'alt') ?? attr(image, 'title') ?? attr(image, 'aria-label') ?? '') ||
    fileOf(attr(image, 'src') ?? attr(image, 'data') ?? '') ||
    visibleText(image);
  const counter = attr(image, 'width') === '1' || attr(image, 'height') === '1';
  if (named !== '' && !counter)
    reader.leaveOut(element, named, `${kinds[element.tagName] ?? 'an image'}; Stet does not take it over yet`);
}

/** The last part of an address's path, which is what a person would call the file. */
function fileOf(src: string): string {
  if (/^\s*(?:data|blob|javascript|cid|file):/iu.test(src)) return '';
  return oneLine(/[^/\\]*$/u.exec(src.split(/[?#]/u)[0] ?? '')?.[0] ?? '').slice(0, 200);
}
