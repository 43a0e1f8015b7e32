import { blockText, inlineText } from '../article/summary';
import type { DocJson, MarkJson } from '../document/json';
import type { Filter } from './query';

/** The parts of an article in which words are found, the weightier first. */
export const parts = ['headline', 'standfirst', 'people', 'tags', 'captions', 'notes', 'body'] as const;
export type Part = (typeof parts)[number];

/** What of an article can be found: lines of text by part, and what its filters go by. Private: notes and evidence are in it. */
export interface Searchable {
  readonly parts: Readonly<Record<Part, readonly string[]>>;
  readonly filters: Readonly<Record<Filter, readonly string[]>>;
}

interface Loose {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly MarkJson[];
  readonly content?: readonly Loose[];
}

const OWN_LINES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock', 'pullQuote']);
const HEAD_PARTS = 3;

/** Takes an article apart for searching. Linear. */
export function searchableOf(doc: DocJson): Searchable {
  const { attrs } = doc;
  const [kicker, headline, standfirst] = doc.content;
  const found: Record<Part, string[]> = { headline: [], standfirst: [], people: [], tags: [], captions: [], notes: [], body: [] };
  const speakers = new Set<string>();
  found.headline.push(inlineText(headline.content), inlineText(kicker.content));
  found.standfirst.push(inlineText(standfirst.content));
  for (const { name, role } of attrs.byline) found.people.push(together(name, role));
  found.tags.push(...attrs.tags, attrs.section.join(' › '), attrs.slug);
  if (attrs.leadImage) found.captions.push(...picture(attrs.leadImage));
  found.notes.push(...attrs.notes.split('\n'));
  if (attrs.dateline) found.body.push(attrs.dateline.place);
  for (const part of doc.content.slice(0, HEAD_PARTS)) visit(part as Loose, found, speakers, false);
  for (const block of doc.content.slice(HEAD_PARTS)) visit(block as Loose, found, speakers, true);
  found.body.push(attrs.tagline, ...attrs.corrections.map(({ text }) => text));
  found.people.push(...speakers);
  for (const part of parts) found[part] = found[part].filter((line) => line.trim() !== '');
  return {
    parts: found,
    filters: {
      section: attrs.section.length > 0 ? [attrs.section.join(' ')] : [],
      status: [attrs.status],
      speaker: [...speakers],
      tag: attrs.tags,
      language: [attrs.language, languageName(attrs.language, 'en'), languageName(attrs.language, attrs.language)],
    },
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const together = (name: unknown, role: unknown): string => [text(name), text(role)].filter(Boolean).join(', ');
const picture = (attrs: { caption?: unknown; credit?: unknown; alt?: unknown }): string[] => [
  text(attrs.caption),
  text(attrs.credit),
  text(attrs.alt),
];

function visit(node: Loose, found: Record<Part, string[]>, speakers: Set<string>, body: boolean): void {
  const { attrs = {} } = node;
  switch (node.type) {
    case 'figure':
      found.captions.push(...picture(attrs));
      break;
    case 'quote':
    case 'pullQuote':
      said(attrs, found, speakers);
      found.body.push(text(attrs['sourceTitle']));
      break;
    case 'factBox':
    case 'related':
      found.body.push(text(attrs['title']));
      break;
    case 'embed':
      found.body.push(text(attrs['title']), text(attrs['description']), text(attrs['provider']));
      break;
    case 'table':
      found.body.push(text(attrs['caption']));
      break;
  }
  for (const mark of node.marks ?? []) {
    if (mark.type === 'note') add(found.notes, text(mark.attrs?.text));
    if (mark.type === 'speech') said(mark.attrs ?? {}, found, speakers);
    if (mark.type === 'abbreviation') add(found.body, text(mark.attrs?.expansion));
  }
  if (body && OWN_LINES.has(node.type)) found.body.push(...blockText(node as never).split('\n'));
  for (const child of node.content ?? []) visit(child, found, speakers, body);
}

/** Words under several marks are several nodes, each with the whole mark. */
function add(lines: string[], line: string): void {
  if (lines.at(-1) !== line) lines.push(line);
}

function said(attrs: object, found: Record<Part, string[]>, speakers: Set<string>): void {
  const { speaker, role, evidence } = attrs as { speaker?: unknown; role?: unknown; evidence?: object | null };
  if (text(speaker) !== '') speakers.add(together(speaker, role));
  const { against, original } = (evidence ?? {}) as { against?: unknown; original?: unknown };
  for (const line of [text(against), ...text(original).split('\n')]) if (line !== '') add(found.notes, line);
}

const names = new Map<string, string>();

/** How a language is called in another one; nothing where it has no name there. */
function languageName(tag: string, inLanguage: string): string {
  const key = `${tag} ${inLanguage}`;
  let name = names.get(key);
  if (name === undefined) {
    name = new Intl.DisplayNames([inLanguage, 'en'], { type: 'language', fallback: 'none' }).of(tag) ?? '';
    names.set(key, name);
  }
  return name;
}
