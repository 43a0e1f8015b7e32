import type { Image, Paragraph } from 'mdast';
import * as v from 'valibot';
import { picture, type Picture } from '../../article/picture';
import { pictureBeside } from '../beside';
import { escapeAttribute } from './escape';
import { cleanText } from './readInline';
import type { Reading } from './reading';

const BETWEEN = ' | ';

/**
 * A picture as a paragraph of its own: `![alt](file "caption | credit")`. A bar that belongs to the words is `||`; without a
 * credit the title is the caption alone.
 */
export function writePicture({ asset, alt, caption, credit }: Picture): string {
  const words = credit === '' ? doubled(caption) : `${doubled(caption)}${BETWEEN}${doubled(credit)}`;
  const title = words === '' ? '' : ` "${escapeTitle(words)}"`;
  return `![${escapeAttribute(alt)}](${encodeURI(asset).replace(/[()]/gu, '\\$&')}${title})`;
}

const doubled = (text: string): string => text.replaceAll('|', '||');

// In a title only escapes and character references mean anything (CommonMark 0.31 section 6.3); Liquid and Hugo look everywhere.
const escapeTitle = (text: string): string =>
  text.replace(/[\\"&<]|(?<=\{)[{%]/gu, '\\$&').replace(/[\t\ufeff]|^\s|\s$/gu, (character) => `&#${character.codePointAt(0)};`);

/** The picture that a paragraph is: of a file that may lie beside the text. Null for every other paragraph. */
export function readPicture({ children }: Paragraph, reading: Reading): Picture | null {
  const [image, ...more] = children;
  return image?.type === 'image' && more.length === 0 ? pictureOf(image, reading) : null;
}

function pictureOf({ url, alt, title }: Image, { own, beside }: Reading): Picture | null {
  const asset = pictureBeside(url, beside);
  if (asset === null) return null;
  const words = title ?? '';
  // Elsewhere a doubled bar is two bars.
  const [caption, credit] = own || !words.includes('||') ? parted(words) : [words, ''];
  const [first, second, third] = [alt ?? '', caption, credit].map(cleanText);
  const found = { asset, alt: first, caption: second, credit: third, width: null, height: null };
  return v.is(picture, found) ? found : null;
}

/** Caption and credit: at the only bar that is not doubled. */
function parted(title: string): [string, string] {
  const at = /^(?:[^|]|\|\|)* (?=\|(?!\|) )/u.exec(title)?.[0].length;
  const single = (text: string) => text.replaceAll('||', '|');
  return at === undefined ? [single(title), ''] : [single(title.slice(0, at - 1)), single(title.slice(at + 2))];
}
