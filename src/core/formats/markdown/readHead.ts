import * as v from 'valibot';
import { fieldSpecs, type Fields, type FieldName, type Person } from '../../article/fields';
import { isLine } from '../../article/text';
import type { InlineJson } from '../../document/json';
import { outsidePiece, series as seriesShape, type OutsidePiece } from '../../series/series';
import { besideUrl, pictureBeside } from '../beside';
import type { LeftOut } from '../format';
import type { KnownHead } from '../page/page';
import { scalar, scalars, shown, type Split } from './frontMatter';
import type { MarkdownPreset } from './presets';
import { cleanText } from './readInline';

/** The key of Stet's own files for each part of the head, then what Hugo, Jekyll and their like call it. */
const keys = {
  headline: ['title', 'headline'],
  kicker: ['kicker'],
  standfirst: ['standfirst', 'subtitle', 'description', 'excerpt', 'summary'],
  slug: ['slug'],
  byline: ['byline', 'author', 'authors'],
  dateline: ['dateline'],
  section: ['section', 'categories', 'category'],
  leadImage: ['leadImage', 'image', 'cover', 'featured_image'],
  tags: ['tags', 'keywords'],
  language: ['language', 'lang'],
  canonicalUrl: ['canonicalUrl', 'canonical_url', 'canonicalURL', 'permalink'],
  publishedAt: ['date', 'publishedAt', 'publishDate'],
  updatedAt: ['lastmod', 'updatedAt', 'updated', 'last_modified_at'],
  embargo: ['embargo', 'embargoed', 'embargoedUntil', 'embargo_until'],
  corrections: ['corrections', 'correction'],
  tagline: ['tagline'],
} as const;
type HeadName = keyof typeof keys;

const seriesName = seriesShape.entries.name;
const UNKNOWN = 'front matter that Stet has no field for';
const BESIDE = 'an address that means something only beside this file; the title stays';

/** What front matter says for certain; `preset` is the one that signed it, null for a file of others. What has no place, or does not fit it, is in `leftOut`. */
export function readHead(
  { entries }: Split,
  standfirst: (markdown: string, leftOut: LeftOut[]) => InlineJson[] | null,
  preset: MarkdownPreset | null,
  beside: boolean,
): { head: KnownHead; leftOut: LeftOut[]; address: string | null; translationKey: string | null } {
  const head: KnownHead = {};
  const leftOut: LeftOut[] = [];
  const own = preset !== null;
  const left = withParams(entries);
  left.delete('generator');
  const address = siteAddress(left);
  const place = placeIn(left);
  const translationKey = keyIn(left, beside);
  // Said once more in the words of the generator, or said to it alone.
  for (const key of preset ? [...preset.repeats, ...Object.keys(preset.fixed)] : []) left.delete(key);
  const take = <T>(name: HeadName, read: (value: unknown) => T | null): T | undefined => {
    for (const key of keys[name]) {
      const value = left.get(key);
      const found = value === undefined ? null : read(value);
      if (found === null) continue;
      left.delete(key);
      return found;
    }
    return undefined;
  };
  const words = (value: unknown) => (own ? scalar(value) : (cleaned(scalar(value)) ?? null));
  const field = <N extends FieldName>(name: N & HeadName, read: (value: unknown) => unknown): Fields[N] | undefined =>
    take(name, (value) => {
      const found = read(value);
      return v.is(fieldSpecs[name], found) ? (found as Fields[N]) : null;
    });

  const filled = {
    headline: take('headline', words),
    kicker: take('kicker', words),
    standfirst: take('standfirst', (value) => {
      const text = words(value);
      if (text === null) return null;
      return own ? standfirst(text, leftOut) : [{ type: 'text' as const, text }];
    }),
    slug: field('slug', scalar),
    byline: field('byline', people),
    dateline: field('dateline', (value) =>
      value instanceof Map ? { place: text(value, 'place') ?? '', date: text(value, 'date') } : null,
    ),
    section: field('section', scalars),
    leadImage: field('leadImage', (value) => leadImage(value, beside)),
    tags: field('tags', scalars),
    language: field('language', scalar),
    canonicalUrl: field('canonicalUrl', scalar),
    publishedAt: field('publishedAt', instant),
    updatedAt: field('updatedAt', instant),
    embargo: field('embargo', embargo),
    corrections: field('corrections', (value) =>
      (Array.isArray(value) ? value : [value]).map((one) => record(one, ['at', 'text'])),
    ),
    tagline: field('tagline', own ? scalar : words),
  };
  Object.assign(head, Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined)));
  const seriesName = takeOther(left, 'series', (value) => seriesNamed(only(value), own));
  head.neighbours = {
    seriesName,
    previous: takeOther(left, 'previous', (value) => neighbour(value, leftOut, beside)),
    next: takeOther(left, 'next', (value) => neighbour(value, leftOut, beside)),
    ...(seriesName !== null && place !== null ? { place } : {}),
  };
  if (head.neighbours.place !== undefined) for (const key of placeKeys) left.delete(key);
  const strange = [...left].map(([key, value]) => ({
    line: null,
    text: `${key}: ${shown(value)}`,
    why: UNKNOWN,
  }));
  return { head, leftOut: [...leftOut, ...strange], address, translationKey };
}

/** What Hugo and Jekyll call the address of a page on its site. */
function siteAddress(left: ReadonlyMap<string, unknown>): string | null {
  const found = [left.get('permalink'), left.get('url')].map(scalar).find((url) => url?.startsWith('/') && !url.startsWith('//'));
  return found ?? null;
}

/** What pages in several languages have in common: Hugo, Polyglot for Jekyll, and what Jekyll's users write by hand. */
function keyIn(left: Map<string, unknown>, beside: boolean): string | null {
  for (const name of beside ? ['translationKey', 'page_id', 'ref'] : []) {
    const key = scalar(left.get(name));
    if (key === null || key.length > 500) continue;
    left.delete(name);
    return key;
  }
  return null;
}

/** A page's number in its series: `weight` of Hugo, `series_order` of some of its themes. */
const placeKeys = ['series_order', 'weight'];
function placeIn(left: ReadonlyMap<string, unknown>): number | null {
  const said = placeKeys.map((key) => scalar(left.get(key))).find((text) => text !== null && /^-?\d{1,6}$/u.test(text));
  return said == null ? null : Number(said);
}

/** A name that a series may have; of a file of others without the spaces around it. */
function seriesNamed(value: unknown, own: boolean): string | null {
  const said = scalar(value);
  const name = own ? said : (said?.trim() ?? null);
  return name !== null && v.is(seriesName, name) ? name : null;
}

/** Hugo looks for `params` as if it stood on top (gohugo.io, "Front matter"); what does stand there goes before it. */
function withParams(entries: Split['entries']): Map<string, unknown> {
  const params = entries.get('params');
  if (!(params instanceof Map)) return new Map(entries);
  const inside = [...params].map(([key, value]) => [String(key), value as unknown] as const);
  const outside = [...entries].filter(([key]) => key !== 'params');
  return new Map([...outside, ...inside.filter(([key]) => !entries.has(key)), ...twice(inside, entries)]);
}

/** What stands in `params` under a key that is taken: kept under its whole name, so that it is reported and not lost. */
const twice = (inside: readonly (readonly [string, unknown])[], entries: Split['entries']) =>
  inside.flatMap(([key, value]) => (entries.has(key) ? [[`params.${key}`, value] as const] : []));

/** The one item of a list of one; anything else as it is. */
const only = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value);

function takeOther<T>(left: Map<string, unknown>, key: string, read: (value: unknown) => T | null): T | null {
  const found = left.has(key) ? read(left.get(key)) : null;
  if (found !== null) left.delete(key);
  return found;
}

/** A file beside the text, alone or with its words as Stet writes them. */
function leadImage(value: unknown, beside: boolean): Fields['leadImage'] {
  const words = (key: string): string => (value instanceof Map ? (text(value, key) ?? '') : '');
  const asset = pictureBeside(value instanceof Map ? words('file') : (scalar(value) ?? ''), beside);
  return asset === null
    ? null
    : { asset, alt: words('alt'), caption: words('caption'), credit: words('credit'), width: null, height: null };
}

const cleaned = (value: string | null) => (value === null ? null : cleanText(value).replace(/\t/gu, ' ').trim() || null);
const text = (map: Map<unknown, unknown>, key: string): string | null => {
  const value = map.get(key);
  return typeof value === 'string' ? value : null;
};

/** A mapping of exactly these keys to texts; null for anything else. */
function record(value: unknown, names: readonly string[]): Record<string, string | null> | null {
  if (!(value instanceof Map) || value.size !== names.length) return null;
  return Object.fromEntries(names.map((name) => [name, text(value, name)]));
}

function people(value: unknown): Person[] | null {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const persons = list.map((item): Person | null => {
    if (typeof item === 'string') return { name: item.trim(), role: null, url: null };
    if (!(item instanceof Map)) return null;
    const name = text(item, 'name');
    const known = [...item.keys()].every((key) => key === 'name' || key === 'role' || key === 'url');
    return name === null || !known ? null : { name, role: text(item, 'role'), url: text(item, 'url') };
  });
  return persons.every((person) => person !== null) ? persons : null;
}

/** `2026-03-01`, `2026-03-01 12:30:00 +0100` and the like as an instant; a time without an offset is taken as UTC. */
function instant(value: unknown): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?))?(?: ?(Z|[+-]\d{2}:?\d{2}))?$/u.exec(
    scalar(value) ?? '',
  );
  if (!found) return null;
  const [, date, time = '00:00', offset = 'Z'] = found;
  return `${date}T${time}${/^[+-]\d{4}$/u.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset}`;
}

/** As Stet writes it, or an instant alone. One without an offset is left out with a word: taken for the wrong clock it would be over too early. */
function embargo(value: unknown): Record<string, string | null> | null {
  if (value instanceof Map) return record(value, ['instant', 'zone']);
  const end = /(?:Z|[+-]\d{2}:?\d{2})$/u.test(scalar(value) ?? '') ? instant(value) : null;
  return end === null ? null : { instant: end, zone: 'UTC' };
}

function neighbour(value: unknown, leftOut: LeftOut[], beside: boolean): OutsidePiece | null {
  const title = value instanceof Map ? text(value, 'title') : scalar(value);
  const url = value instanceof Map ? text(value, 'url') : null;
  if (title === null || !isLine(title)) return null;
  const address = url !== null && beside ? (besideUrl(url) ?? url) : url;
  const piece = { title, url: v.is(outsidePiece.entries.url, address) ? address : null };
  if (!v.is(outsidePiece, piece)) return null;
  if (piece.url === null && url !== null) leftOut.push({ line: null, text: url, why: BESIDE });
  const more = value instanceof Map ? [...value].filter(([key]) => key !== 'title' && key !== 'url') : [];
  for (const [key, content] of more) leftOut.push({ line: null, text: `${String(key)}: ${shown(content)}`, why: UNKNOWN });
  return piece;
}
