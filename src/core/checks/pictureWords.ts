import type { Fields } from '../article/fields';
import type { DocJson } from '../document/json';
import { fingerprintOf } from '../repair/findings';
import type { Check } from './check';
import type { Finding } from './finding';

type Picture = NonNullable<Fields['leadImage']>;

/** A picture without a description for those who cannot see it (WCAG 1.1.1), or without a credit. */
export const pictureWords: Check = {
  name: 'picture without words',
  of: 'article',
  find: (doc) =>
    picturesIn(doc).flatMap(({ picture: { asset, alt, credit, caption }, name }) => [
      ...(alt.trim() === ''
        ? [missing(asset, caption, `${name} says nothing to readers who cannot see it: describe it.`, 'alt')]
        : []),
      ...(credit.trim() === ''
        ? [missing(asset, caption, `The desk will ask: whose picture is ${name.toLowerCase()}?`, 'credit')]
        : []),
    ]),
};

function picturesIn(doc: DocJson): { picture: Pick<Picture, 'asset' | 'alt' | 'credit' | 'caption'>; name: string }[] {
  const lead = doc.attrs.leadImage;
  const figures = doc.content.flatMap((block) => (block.type === 'figure' && block.attrs ? [block.attrs] : []));
  return [
    ...(lead ? [{ picture: lead, name: 'The lead image' }] : []),
    ...figures.map((picture, at) => ({ picture, name: figures.length === 1 ? 'The picture' : `Picture ${at + 1}` })),
  ];
}

function missing(asset: string, caption: string, message: string, what: 'alt' | 'credit'): Finding {
  return {
    kind: 'picture without words',
    level: 'warning',
    ...(caption.trim() === '' ? {} : { before: caption.trim() }),
    message,
    fingerprint: fingerprintOf('picture without words', what, asset, ''),
  };
}
