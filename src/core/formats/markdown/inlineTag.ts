import { parseFragment } from 'parse5';
import { isLine } from '../../article/text';
import type { MarkJson } from '../../document/json';
import { addressOf, type Reading } from './reading';

/** One tag of raw inline HTML. */
export interface Tag {
  kind: 'open' | 'close';
  name: string;
  attributes: ReadonlyMap<string, string>;
}

/** A tag as HTML reads it; null for a comment, a declaration or an instruction. */
export function readTag(html: string): Tag | null {
  const name = /^<(\/?)([a-z][^\s/>]*)/iu.exec(html);
  if (!name?.[2]) return null;
  const lower = name[2].toLowerCase();
  if (name[1] === '/') return { kind: 'close', name: lower, attributes: new Map() };
  const element = /\s/u.test(html) ? parseFragment(html).childNodes[0] : undefined;
  const attributes = element && 'attrs' in element ? element.attrs.map((a) => [a.name, a.value] as const) : [];
  return { kind: 'open', name: lower, attributes: new Map(attributes) };
}

const plain: Readonly<Record<string, MarkJson['type'] & ('bold' | 'italic' | 'underline' | 'strike' | 'code')>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** The mark that an opening tag stands for, or null when Stet has none. */
export function markOfTag({ name, attributes }: Tag, reading: Pick<Reading, 'beside'>): MarkJson | null {
  const type = Object.hasOwn(plain, name) ? plain[name] : undefined;
  if (type) return { type };
  if (name === 'abbr') {
    const expansion = attributes.get('title') ?? '';
    return isLine(expansion) && expansion.length <= 500 ? { type: 'abbreviation', attrs: { expansion } } : null;
  }
  const href = name === 'a' ? attributes.get('href') : undefined;
  const url = href === undefined ? null : addressOf(href, reading);
  return url === null ? null : { type: 'link', attrs: { target: { url } } };
}
