import type { Picture } from '../article/picture';
import type { BlockJson, BlockOf, DocJson, InlineJson } from './json';

/** A picture that is at hand for a name on a page. */
export type FoundPicture = Pick<Picture, 'asset' | 'width' | 'height'>;

/** Names of the pictures of a document in the order in which they print, each once; the lead image is the first. */
export function picturesIn(doc: DocJson): string[] {
  const [, , , ...blocks] = doc.content;
  const lead = doc.attrs.leadImage;
  return [...new Set([...(lead ? [lead.asset] : []), ...blocks.flatMap(namesIn)])];
}

// Not only the outermost blocks: what a picture may stand in is the schema's affair.
const namesIn = (block: BlockJson): string[] =>
  block.type === 'figure' ? (block.attrs ? [block.attrs.asset] : []) : childrenOf(block).flatMap(namesIn);

const childrenOf = (block: BlockJson): BlockJson[] =>
  ((block.content ?? []) as (BlockJson | InlineJson)[]).filter(
    (child): child is BlockJson => child.type !== 'text' && child.type !== 'hardBreak',
  );

/**
 * The document with each picture as `find` knows it. One that is not at hand goes: its caption and credit stay as words in
 * its place (those of a lead image at the head of the body), and `missing` hears of it.
 */
export function placePictures(
  doc: DocJson,
  find: (name: string) => FoundPicture | null,
  missing: (picture: Picture) => void,
): DocJson {
  const [kicker, headline, standfirst, ...blocks] = doc.content;
  const lead = doc.attrs.leadImage;
  const found = lead && find(lead.asset);
  if (lead && !found) missing(lead);
  const place = (block: BlockJson): BlockJson[] => {
    if (block.type !== 'figure' || !block.attrs)
      return childrenOf(block).length > 0 ? [{ ...block, content: childrenOf(block).flatMap(place) } as BlockJson] : [block];
    const at = find(block.attrs.asset);
    if (at) return [{ ...block, attrs: { ...block.attrs, ...at } }];
    missing(block.attrs);
    return wordsOfPicture(block.attrs);
  };
  const body = [...(lead && !found ? wordsOfPicture(lead) : []), ...blocks.flatMap(place)];
  return {
    ...doc,
    attrs: { ...doc.attrs, leadImage: lead && found ? { ...lead, ...found } : null },
    content: [kicker, headline, standfirst, ...(body.length > 0 ? body : [{ type: 'paragraph' as const }])],
  };
}

/** Caption and credit as paragraphs: what remains of a picture that cannot be shown. */
export function wordsOfPicture({ caption, credit }: Pick<Picture, 'caption' | 'credit'>): BlockOf<'paragraph'>[] {
  return [caption, credit]
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
}
