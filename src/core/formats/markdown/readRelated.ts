import type { Paragraph, PhrasingContent } from 'mdast';
import type { BlockOf } from '../../document/json';
import { cleanText } from './readInline';
import { addressOf, sourceOf, type Reading } from './reading';

/**
 * The "read also" that a paragraph of Stet's own Markdown stands for: `**Label:** [title](address)`, `**→**` where it
 * has no label, `_title_` where it has no address. Null for every other paragraph.
 */
export function readRelated({ children }: Paragraph, reading: Reading): BlockOf<'related'> | null {
  const [name, space, piece, ...more] = children;
  if (name?.type !== 'strong' || space?.type !== 'text' || space.value !== ' ' || more.length > 0) return null;
  if (piece?.type !== 'link' && piece?.type !== 'emphasis') return null;
  const label = plainText(name.children);
  const title = plainText(piece.children);
  if (label === null || title === null || !(label === '→' || label.endsWith(':'))) return null;
  const url = piece.type === 'link' ? addressOf(piece.url, reading) : null;
  if (url === null && piece.type === 'link') return null;
  const autolink = piece.type === 'link' && sourceOf(piece, reading).startsWith('<');
  return {
    type: 'related',
    attrs: {
      label: label === '→' ? '' : label.slice(0, -1),
      title: autolink ? '' : title,
      target: url === null ? null : { url },
    },
  };
}

function plainText(nodes: readonly PhrasingContent[]): string | null {
  return nodes.every((node) => node.type === 'text') ? cleanText(nodes.map((node) => node.value).join('')) : null;
}
