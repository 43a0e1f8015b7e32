import { StetError } from '../../errors';
import type { PublicMarkName } from '../../document/blockNames';
import type { InlineJson, MarkJson, TextJson } from '../../document/json';
import { escapeAddress, escapeHtmlAttribute, escapePipes, escapeText } from './escape';

/** How a run of inline content is written. */
export interface InlineOptions {
  /** Where a line may not end: a break is `<br>`. */
  oneLine?: boolean;
  /** Bold as a tag even where `**` would do: keeps a paragraph from looking like something it is not. */
  boldAsTag?: boolean;
  /** In a cell of a table, where a bare `|` would end it. */
  cell?: boolean;
}

interface Delimiters {
  markdown: { open: string; close: string } | null;
  html: { open: string; close: string };
}
type Writer<M extends PublicMarkName> = (mark: Extract<MarkJson, { type: M }>) => Delimiters;

const tag = (name: string, attributes = '') => ({ open: `<${name}${attributes}>`, close: `</${name}>` });
const both = (delimiter: string) => ({ open: delimiter, close: delimiter });

// `_` for italic, so that its runs never grow together with the `**` of bold.
const writers = {
  bold: () => ({ markdown: both('**'), html: tag('strong') }),
  italic: () => ({ markdown: both('_'), html: tag('em') }),
  underline: () => ({ markdown: null, html: tag('u') }),
  strike: () => ({ markdown: both('~~'), html: tag('del') }),
  code: () => ({ markdown: null, html: tag('code') }),
  link: (mark) => {
    const target = mark.attrs?.target;
    return { markdown: null, html: { open: '[', close: target && 'url' in target ? `](${escapeAddress(target.url)})` : ']()' } };
  },
  abbreviation: (mark) => ({ markdown: null, html: tag('abbr', ` title="${escapeHtmlAttribute(mark.attrs?.expansion ?? '')}"`) }),
} satisfies { [M in PublicMarkName]: Writer<M> };

/** Inline content as Markdown. Errors: `export/unknown-node`. */
export function writeInline(content: readonly InlineJson[] | undefined, options: InlineOptions = {}): string {
  return run(content ?? [], [], '\n', '\n', options);
}

/** Inline content for a cell of a table: in one line, with every `|` escaped. Errors: `export/unknown-node`. */
export function writeCell(content: readonly InlineJson[] | undefined): string {
  return writeInline(content, { oneLine: true, cell: true });
}

/** Nodes inside the marks `inside`; `before` and `after` are the characters around, which decide what a delimiter means. */
function run(
  nodes: readonly InlineJson[],
  inside: readonly string[],
  before: string,
  after: string,
  options: InlineOptions,
): string {
  const parts: string[] = [];
  let last = before;
  for (let at = 0; at < nodes.length;) {
    const [mark, end] = longest(nodes, at, inside);
    const next = firstOf(nodes, end, inside) ?? after;
    const written = mark ? wrapped(nodes.slice(at, end), mark, inside, last, next, options) : leaf(nodes, at, after, options);
    parts.push(written);
    last = written.at(-1) ?? last;
    at = end;
  }
  return parts.join('');
}

/** The mark not yet open that reaches furthest from `at`, and where it ends. Code is written with its text. */
function longest(nodes: readonly InlineJson[], at: number, inside: readonly string[]): [MarkJson | null, number] {
  const first = nodes[at];
  let best: [MarkJson | null, number] = [null, at + 1];
  if (first?.type !== 'text') return best;
  for (const mark of first.marks ?? []) {
    const key = keyOf(mark);
    if (mark.type === 'code' || inside.includes(key)) continue;
    let end = at + 1;
    for (let i = at + 1; i < nodes.length; i++) {
      const node = nodes[i];
      if (node?.type !== 'text') continue; // a break belongs to what stands on both its sides
      if (!node.marks?.some((other) => keyOf(other) === key)) break;
      end = i + 1;
    }
    if (best[0] === null || end > best[1]) best = [mark, end];
  }
  return best;
}

const keyOf = (mark: MarkJson): string => (mark.attrs ? JSON.stringify(mark) : mark.type);

function wrapped(
  nodes: readonly InlineJson[],
  mark: MarkJson,
  inside: readonly string[],
  before: string,
  after: string,
  options: InlineOptions,
): string {
  const writer = Object.hasOwn(writers, mark.type) ? (writers[mark.type as PublicMarkName] as Writer<PublicMarkName>) : null;
  if (!writer) throw unknown();
  const { markdown, html } = writer(mark as Parameters<typeof writer>[0]);
  const inner = run(nodes, [...inside, keyOf(mark)], '*', '*', options);
  const plain = markdown && !(mark.type === 'bold' && options.boldAsTag) && holds(before, inner, after, mark.type === 'italic');
  const { open, close } = plain ? markdown : html;
  // No pipe of a tag's own attribute, nor of an address, may end a cell.
  return options.cell ? pipeless(open) + inner + escapePipes(close) : open + inner + close;
}

type Class = 'space' | 'punctuation' | 'word' | 'unsure';

function classOf(character: string): Class {
  if (/\s/u.test(character)) return 'space';
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return 'word';
  return character <= '\u007f' || /\p{P}/u.test(character) ? 'punctuation' : 'unsure'; // emoji: parsers disagree
}

/** True when a delimiter run around `inner` opens and closes for certain (CommonMark 0.31 section 6.2). */
function holds(before: string, inner: string, after: string, inWordForbidden: boolean): boolean {
  const edge = (out: string, inward: string): boolean => {
    const [outside, within] = [classOf(out), classOf(inward)];
    const free = outside === 'space' || outside === 'punctuation';
    return within === 'word' ? free || !inWordForbidden : within !== 'space' && free;
  };
  return edge(before, inner[0] ?? ' ') && edge(after, inner.at(-1) ?? ' ');
}

/** The first character of what is written for a node, as far as delimiters care. */
function firstOf(nodes: readonly InlineJson[], at: number, inside: readonly string[]): string | null {
  const node = nodes[at];
  if (!node) return null;
  if (node.type !== 'text' || node.marks?.some((mark) => mark.type === 'code' || !inside.includes(keyOf(mark)))) return '*';
  return escapeText(node.text.slice(0, 2), { lineStart: false, lineEnd: at === nodes.length - 1 })[0] ?? null;
}

function leaf(nodes: readonly InlineJson[], at: number, after: string, options: InlineOptions): string {
  const node = nodes[at];
  if (node?.type === 'hardBreak') {
    // Two `<br>` part the paragraphs of a cell.
    if (options.cell && nodes[at - 1]?.type === 'hardBreak') return '<br/>';
    return options.oneLine ? '<br>' : '\\\n';
  }
  if (node?.type !== 'text') throw unknown();
  if (node.marks?.some((mark) => mark.type === 'code')) return options.cell ? codeInCell(node) : codeSpan(node);
  const lineStart = at === 0 || nodes[at - 1]?.type === 'hardBreak';
  const lineEnd = at === nodes.length - 1 || nodes[at + 1]?.type === 'hardBreak';
  const escaped = escapeText(node.text, { lineStart, lineEnd });
  const text = options.cell ? escapePipes(escaped) : escaped;
  // Nothing follows the last text of all, so its exclamation mark needs no escape.
  return at === nodes.length - 1 && after === '\n' && text.endsWith('!') ? text.replace(/\\!$/u, '!') : text;
}

function codeSpan({ text }: TextJson): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const padding = /^`|`$|^ .* $/su.test(text) && text.trim() !== '' ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

const pipeless = (tag: string): string => tag.replace(/\|/gu, '&#124;');

/** In a cell `\|` stands for a pipe even inside code, and nothing stands for a backslash before one (GFM 0.29 section 4.10). */
function codeInCell(node: TextJson): string {
  const { open, close } = tag('code');
  if (!node.text.includes('\\|')) return codeSpan(node).replace(/\|/gu, '\\|');
  return open + escapePipes(escapeText(node.text, { lineStart: false, lineEnd: true })) + close;
}

/** The length of the longest run of backticks. */
export function longestRun(text: string): number {
  let longest = 0;
  for (const [ticks] of text.matchAll(/`+/gu)) longest = Math.max(longest, ticks.length);
  return longest;
}

const unknown = () =>
  new StetError(
    'export/unknown-node',
    'This article has a part that Markdown export does not know. Update Stet, or export as JSON.',
  );
