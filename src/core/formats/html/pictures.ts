import * as v from 'valibot';
import { picture, type Picture } from '../../article/picture';
import { pictureBeside } from '../beside';
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
export function ownPicture(figure: Element, beside: boolean): Picture | null {
  const image = findIn(figure, ({ tagName }) => tagName === 'img');
  const part = (name: string): string => {
    const found = findIn(figure, (element) => hasClass(element, name));
    return found === null ? '' : rawText(found);
  };
  return image === null
    ? null
    : made(image, { alt: attr(image, 'alt') ?? '', caption: part('caption'), credit: part('credit') }, beside);
}

/** A picture of another page that may lie as a file beside it, its caption as one line; null for any other. */
export function pictureIn(image: Element, caption: Element | null, beside: boolean): Picture | null {
  const words = { alt: oneLine(attr(image, 'alt') ?? ''), caption: caption === null ? '' : visibleText(caption), credit: '' };
  return made(image, words, beside);
}

/** True where a picture stands by itself, not as a sign among words. */
export function standsAlone(image: Element): boolean {
  const { parentNode } = image;
  return parentNode !== null && visibleText(parentNode) === '';
}

function made(image: Element, words: Pick<Picture, 'alt' | 'caption' | 'credit'>, beside: boolean): Picture | null {
  const asset = pictureBeside((attr(image, 'src') ?? '').trim(), beside);
  if (asset === null) return null;
  const found = { asset, ...words, width: pixels(image, 'width'), height: pixels(image, 'height') };
  return v.is(picture, found) ? found : null;
}

function pixels(image: Element, name: 'width' | 'height'): number | null {
  const given = attr(image, name) ?? '';
  return /^[1-9]\d{0,4}$/u.test(given) ? Number(given) : null;
}
