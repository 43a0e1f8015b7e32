import type { Article } from '../article/article';
import { privateFields } from '../article/fields';
import { privateMarkNames } from '../document/blockNames';
import type { MarkJson } from '../document/json';
import { linkedArticles } from '../document/linkedArticles';
import { picturesIn } from '../document/pictures';
import type { PublicView } from '../document/publicView';

/** Shorter words may stand in the copy by chance, and nobody could be kept from filing for that. */
const SHORTEST = 12;

/**
 * Private words of an article that stand in a text that is about to leave: ids, notes and other private fields and marks, the
 * evidence for quotations, unless the copy itself says the same, however it is marked or a format spells it, or the format says so of
 * itself (`boilerplate`, asked for only where it matters). A last line of defence behind `publicView`; empty is what every export must give.
 */
export function privateTraces(article: Article, view: PublicView, text: string, boilerplate = (): string => ''): string[] {
  const secrets = new Set([article.id, ...linkedArticles(article.doc), ...picturesIn(article.doc)]);
  for (const field of privateFields) collect(article.doc.attrs[field], secrets);
  for (const words of noted(article.doc.content)) collect(words, secrets);
  const found = [...secrets].filter((words) => spellings(words).some((spelling) => text.includes(spelling)));
  if (found.length === 0) return found;
  const said: string[] = [];
  saidIn(view, said);
  // Spelled too: `>` of the copy ends in a semicolon as HTML writes it, and what follows may then look like a secret.
  const open = [...spellings(said.join('\n')), boilerplate()];
  return found.filter((words) => !spellings(words).some((spelling) => open.some((own) => own.includes(spelling))));
}

/** Everything that a view says: each text of it, and the words of each textblock as one, whatever marks divide them. */
function saidIn(value: unknown, into: string[]): string {
  if (typeof value === 'string') {
    into.push(value);
    return '';
  }
  if (typeof value !== 'object' || value === null) return '';
  const inside = Object.values(value).map((child) => saidIn(child, into));
  const { type, text } = value as { type?: unknown; text?: unknown };
  if (type === 'text' && typeof text === 'string') return text;
  if (type === 'hardBreak') return '\n';
  const run = inside.join('');
  // A list of inline nodes hands its words on to nobody: they are one textblock.
  if (Array.isArray(value) && run !== '') into.push(run);
  return '';
}

const hidden: ReadonlySet<string> = new Set(privateMarkNames);

/** What stands in private marks, and the evidence for quotations. */
function* noted(nodes: readonly Loose[]): Iterable<unknown> {
  for (const { attrs, marks = [], content = [] } of nodes) {
    if (attrs && 'evidence' in attrs) yield attrs.evidence;
    for (const mark of marks) if (hidden.has(mark.type)) yield mark.attrs;
    yield* noted(content);
  }
}

interface Loose {
  attrs?: object & { evidence?: unknown };
  marks?: readonly MarkJson[];
  content?: readonly Loose[];
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    for (const line of value.split('\n')) if (line.trim().length >= SHORTEST) into.add(line.trim());
  } else if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) collect(child, into);
}

/** As it stands, and as JSON and HTML write it. */
function spellings(words: string): string[] {
  const json = JSON.stringify(words).slice(1, -1);
  const html = words.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
  return [...new Set([words, json, html])];
}
