import fc from 'fast-check';
import type { Picture } from '../../article/picture';
import type { DocJson } from '../json';
import { placePictures, type FoundPicture } from '../pictures';
import { lines } from './arbitraryWords';

/** The pictures that lie beside the pages of `articles`. */
const atHand: readonly FoundPicture[] = [
  { asset: 'ice-road-1.jpg', width: 1600, height: 900 },
  { asset: 'ice-road-2.png', width: 1, height: 1 },
  { asset: 'a-1.webp', width: 640, height: 12_000 },
  { asset: 'untitled-12.gif', width: 32, height: 32 },
];
export const pictures: fc.Arbitrary<Picture> = fc
  .tuple(fc.constantFrom(...atHand), fc.record({ alt: lines(1000), caption: lines(2000), credit: lines(300) }))
  .map(([file, words]) => ({ ...file, ...words }));

/** An import with the pictures that lie beside the page: as a host makes it, but for the names in its library. */
export const withPictures = (doc: DocJson): DocJson =>
  placePictures(
    doc,
    (name) => atHand.find(({ asset }) => asset === name) ?? null,
    ({ asset }) => {
      throw new Error(`no such picture: ${asset}`);
    },
  );
