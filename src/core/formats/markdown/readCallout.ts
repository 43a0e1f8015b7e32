import type { Blockquote, Nodes, Paragraph, PhrasingContent } from 'mdast';
import * as v from 'valibot';
import { inlineText } from '../../article/summary';
import { blockAttributes } from '../../document/attributes';
import type { BlockOf, InlineJson } from '../../document/json';
import { readInline } from './readInline';
import { attributed } from './readQuote';
import type { Reading } from './reading';
import { calloutNames, type CalloutName } from './signs';

type Inside = BlockOf<'paragraph' | 'bulletList' | 'orderedList'>;
/** Reads a block inside a box. */
export type Boxed = (child: Nodes) => Inside[];

const HEAD = new RegExp(`^\\[!(${calloutNames.join('|')})\\](?: |$|(?=\\n))`, 'iu');

/** A fact box or a pull quote: a quotation block that says in its first line what it is. Null for every other one. */
export function readCallout(node: Blockquote, reading: Reading, boxed: Boxed): BlockOf<'factBox' | 'pullQuote'>[] | null {
  const [head, ...rest] = node.children;
  const start = head?.type === 'paragraph' ? head.children[0] : undefined;
  if (head?.type !== 'paragraph' || start?.type !== 'text') return null;
  // An escaped bracket is the writer's own.
  const at = start.position?.start.offset ?? 0;
  const found = HEAD.exec(start.value);
  if (!found || reading.source.slice(at, at + found[0].length) !== found[0]) return null;
  const after = { ...start, value: start.value.slice(found[0].length) };
  const { line, below } = firstLine([after, ...head.children.slice(1)]);
  const children: Nodes[] = [...(below.length > 0 ? [{ ...head, children: below }] : []), ...rest];
  return found[1]?.toUpperCase() === ('FACTBOX' satisfies CalloutName)
    ? factBox(readInline(line, reading), children.flatMap(boxed))
    : pullQuote({ ...node, children: [...linesAsParagraph(head, line), ...children] as Blockquote['children'] }, reading, boxed);
}

function factBox(line: InlineJson[], inside: Inside[]): BlockOf<'factBox'>[] {
  const title = inlineText(line);
  // Emphasis in a title has no place; a title that is too long is the first paragraph.
  const fits = v.is(blockAttributes.factBox.title.schema, title);
  const content: Inside[] = fits ? inside : [{ type: 'paragraph', content: line }, ...inside];
  return [
    { type: 'factBox', attrs: { title: fits ? title : '' }, content: content.length > 0 ? content : [{ type: 'paragraph' }] },
  ];
}

function pullQuote(node: Blockquote, reading: Reading, boxed: Boxed): BlockOf<'pullQuote'>[] | null {
  const { children, attrs } = attributed(node, reading);
  const others = [attrs.role, attrs.sourceTitle].filter((part) => part !== null);
  const speaker = attrs.speaker === null ? null : [attrs.speaker, ...others].join(', ');
  if (!v.is(blockAttributes.pullQuote.speaker.schema, speaker)) return null;
  const words = children.flatMap(boxed).flatMap(runsOf);
  const content = words.flatMap((run, index): InlineJson[] => (index === 0 ? run : [{ type: 'hardBreak' }, ...run]));
  return content.length === 0 ? null : [{ type: 'pullQuote', attrs: { speaker }, content }];
}

function runsOf(block: Inside | BlockOf<'listItem'>): InlineJson[][] {
  return block.type === 'paragraph' ? [block.content ?? []] : (block.content ?? []).flatMap(runsOf);
}

/** A run up to its first line end, and what follows; Obsidian and GitHub go on in the next line without a blank one. */
function firstLine(nodes: readonly PhrasingContent[]): { line: PhrasingContent[]; below: PhrasingContent[] } {
  const at = nodes.findIndex((node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')));
  const node = nodes[at];
  if (!node) return { line: [...nodes], below: [] };
  const [first = '', ...more] = node.type === 'text' ? node.value.split('\n') : [];
  const rest = more.join('\n');
  const below: PhrasingContent[] = [...(rest === '' ? [] : [{ type: 'text' as const, value: rest }]), ...nodes.slice(at + 1)];
  return { line: [...nodes.slice(0, at), ...(first === '' ? [] : [{ type: 'text' as const, value: first }])], below };
}

const linesAsParagraph = (head: Paragraph, line: PhrasingContent[]): Paragraph[] =>
  line.some((node) => node.type !== 'text' || node.value.trim() !== '') ? [{ ...head, children: line }] : [];
