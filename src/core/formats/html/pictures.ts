import * as v from 'valibot';
import { isPictureFile, picture, type Picture } from '../../article/picture';
import { element, startTag, worded } from './element';
import { attr, findIn, hasClass, oneLine, rawText, visibleText, type Element } from './tree';

/** A picture with its caption and credit below it, as files lie beside a page. */
export function writePicture({ asset, alt, caption, credit, width, height }: Picture, className = 'picture'): string {
  const size = { width: width === null ? null : String(width), height: height === null ? null : String(height) };
  const image = startTag('img', { src: encodeURI(asset), alt, ...size });
  const words = [
    caption === '' ? '' : worded('span', { class: 'caption' }, caption),
    credit === '' ? '' : worded('span', { class: 'credit' }, credit),
  ].filter((part) => part !== '');
  const below = words.length === 0 ? '' : `${element('figcaption', {}, words.join(' '))}\n`;
  return `${startTag('figure', { class: className })}\n${image}\n${below}</figure>`;
}

/**
 * A page with its pictures inside it. In what `writePicture` writes, and nowhere else, `<img src=` stands unescaped, so that
 * the tags are found without reading the page again.
 */
export const withPicturesInside = (html: string, inside: ReadonlyMap<string, string>): string =>
  html.replace(/<img src="([^"]*)"/gu, (tag, name: string) => {
    const address = inside.get(name);
    return address === undefined ? tag : `<img src="${address}"`;
  });

/** A picture of a page of our own, word for word; null when its file is not one that may lie beside the page. */
export function ownPicture(figure: Element): Picture | null {
  const image = findIn(figure, ({ tagName }) => tagName === 'img');
  const part = (name: string): string => {
    const found = findIn(figure, (element) => hasClass(element, name));
    return found === null ? '' : rawText(found);
  };
  return image === null ? null : made(image, attr(image, 'alt') ?? '', part('caption'), part('credit'));
}

/** A picture of another page that may lie as a file beside it, its caption as one line; null for any other. */
export function pictureIn(image: Element, caption: Element | null): Picture | null {
  return made(image, oneLine(attr(image, 'alt') ?? ''), caption === null ? '' : visibleText(caption), '');
}

/** True where a picture stands by itself, not as a sign among words. */
export function standsAlone(image: Element): boolean {
  const { parentNode } = image;
  return parentNode !== null && visibleText(parentNode) === '';
}

function made(image: Element, alt: string, caption: string, credit: string): Picture | null {
  const asset = fileBeside(attr(image, 'src') ?? '');
  if (asset === null) return null;
  const found = { asset, alt, caption, credit, width: pixels(image, 'width'), height: pixels(image, 'height') };
  return v.is(picture, found) ? found : null;
}

/** The file that a relative address means; null for every other address. */
export function fileBeside(address: string): string | null {
  try {
    const name = decodeURI(address.trim()).replace(/^\.\//u, '');
    return isPictureFile(name) ? name : null;
  } catch {
    return null; // a stray % sign: no file is called so in an address
  }
}

function pixels(image: Element, name: 'width' | 'height'): number | null {
  const given = attr(image, name) ?? '';
  return /^[1-9]\d{0,4}$/u.test(given) ? Number(given) : null;
}
