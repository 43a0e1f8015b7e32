import { mediaTypes } from '../../pictures/readPicture';
import type { Imported } from '../format';
import { allIn, attr, type Page } from './tree';

const types = new Map(Object.entries(mediaTypes).map(([type, media]) => [media, type]));

/**
 * The pictures that stand inside a page of our own, by names that their `img` has from then on, as if they lay beside it. An image
 * whose address is no such picture (`data:` of RFC 2397, in base64, of a type that the library keeps) stays as it is.
 */
export function takePicturesOut(page: Page): NonNullable<Imported['pictures']> {
  const pictures: { name: string; base64: string }[] = [];
  for (const image of allIn(page, ({ tagName }) => tagName === 'img')) {
    const { media, base64 } =
      /^data:(?<media>image\/[a-z]+);base64,(?<base64>.+)$/su.exec(attr(image, 'src') ?? '')?.groups ?? {};
    const type = types.get(media ?? '');
    if (type === undefined || base64 === undefined) continue;
    const name = `inside-${pictures.length + 1}.${type}`;
    for (const attribute of image.attrs) if (attribute.name === 'src') attribute.value = name;
    pictures.push({ name, base64 });
  }
  return pictures;
}
