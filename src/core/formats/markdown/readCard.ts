import type { Paragraph, PhrasingContent } from 'mdast';
import * as v from 'valibot';
import { isSafeUrl } from '../../article/url';
import { blockAttributes, type BlockAttributes } from '../../document/attributes';
import type { BlockOf } from '../../document/json';
import { cleanText } from './readInline';
import { sourceOf, type Reading } from './reading';
import { CARD } from './signs';

const BEFORE_PROVIDER = ' · ';

/**
 * The link card that a paragraph stands for: `**↗** [title](address) · _provider_`, and the description in a line of its
 * own. Each part but the arrow may be absent. Null for every other paragraph.
 */
export function readCard({ children }: Paragraph, reading: Reading): BlockOf<'embed'> | null {
  const [arrow, ...rest] = children;
  if (arrow?.type !== 'strong' || plainText(arrow.children) !== CARD || !sourceOf(arrow, reading).startsWith('**')) return null;
  const attrs: BlockAttributes['embed'] = { url: null, title: '', provider: '', description: '' };
  const left = [...rest];
  const text = (value: string): boolean => left[0]?.type === 'text' && left[0].value === value && left.shift() !== undefined;
  if (left[0]?.type === 'text' && left[0].value === ' ') {
    left.shift();
    const source = left.shift();
    if (source?.type !== 'link' && source?.type !== 'emphasis') return null;
    const title = plainText(source.children);
    if (title === null || (source.type === 'link' && !isSafeUrl(source.url))) return null;
    attrs.url = source.type === 'link' ? source.url : null;
    attrs.title = source.type === 'link' && sourceOf(source, reading).startsWith('<') ? '' : title;
  }
  if (text(BEFORE_PROVIDER)) {
    const provider = left.shift();
    const name = provider?.type === 'emphasis' ? plainText(provider.children) : null;
    if (name === null) return null;
    attrs.provider = name;
  }
  if (left[0]?.type === 'break') {
    const description = plainText(left.splice(0).slice(1));
    if (description === null) return null;
    attrs.description = description;
  }
  const fits = Object.entries(blockAttributes.embed).every(([name, { schema }]) =>
    v.is(schema, attrs[name as keyof typeof attrs]),
  );
  const said = attrs.url !== null || attrs.title !== '' || attrs.provider !== '' || attrs.description !== '';
  return left.length === 0 && fits && said ? { type: 'embed', attrs } : null;
}

function plainText(nodes: readonly PhrasingContent[]): string | null {
  return nodes.every((node) => node.type === 'text') ? cleanText(nodes.map((node) => node.value).join('')) : null;
}
