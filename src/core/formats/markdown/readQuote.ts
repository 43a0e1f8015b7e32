import type { Blockquote, Nodes, Paragraph } from 'mdast';
import * as v from 'valibot';
import { inlineText } from '../../article/summary';
import { isSafeUrl } from '../../article/url';
import { blockAttributes, type BlockAttributes } from '../../document/attributes';
import type { BlockJson, BlockOf } from '../../document/json';
import { afterDash, readAttribution, type ReadField } from './attribution';
import { parseMarkdown } from './parse';
import { readInline } from './readInline';
import { leaveOut, sourceOf, type Reading } from './reading';

type Quote = BlockAttributes['quote'];
const nobody: Quote = { speaker: null, role: null, sourceTitle: null, sourceUrl: null, saidOn: null };

/** Longer than any attribution of a foreign text; what is longer is a paragraph that begins with a dash. */
const LONGEST = 200;

/**
 * A block quotation. Its last paragraph, or the last line of it, is the attribution when it begins with a dash and
 * something stands before it; only paragraphs remain of whatever else it holds.
 */
export function readQuote(
  node: Blockquote,
  reading: Reading,
  paragraphsOf: (child: Nodes) => BlockOf<'paragraph'>[],
): BlockJson[] {
  const { children, attrs } = attributed(node, reading);
  for (const child of children) {
    if (child.type === 'list' || child.type === 'thematicBreak')
      leaveOut(child, sourceOf(child, reading), 'a list or rule inside a quotation; its words stay as paragraphs', reading);
  }
  const content = children.flatMap(paragraphsOf);
  return content.length > 0 ? [{ type: 'quote', attrs, content }] : [];
}

/** The blocks of a quotation without its attribution, and what that says. */
export function attributed(node: Blockquote, reading: Reading): { children: Nodes[]; attrs: Quote } {
  const children: Nodes[] = [...node.children];
  const last = node.children.at(-1);
  const whole = { children, attrs: nobody };
  if (last?.type === 'list' && !reading.own && !last.ordered && last.children.length === 1 && children.length > 1) {
    const attrs = read(sourceOf(last, reading).replace(/^[-+*]\s+/u, ''), last, reading);
    return attrs ? { children: children.slice(0, -1), attrs } : whole;
  }
  if (last?.type !== 'paragraph') return whole;
  const source = sourceOf(last, reading);
  const line = afterDash(source);
  const attrs = line !== null && children.length > 1 ? read(line, last, reading) : null;
  if (attrs) return { children: children.slice(0, -1), attrs };
  return reading.own ? whole : (lastLine(last, children, reading) ?? whole);
}

/** `> words` and on the next line `> — Name`, without a blank line between. */
function lastLine(paragraph: Paragraph, children: Nodes[], reading: Reading): { children: Nodes[]; attrs: Quote } | null {
  const at = paragraph.children.findLastIndex(
    (node) => (node.type === 'text' && /\n/u.test(node.value)) || node.type === 'break',
  );
  const node = paragraph.children[at];
  if (!node) return null;
  const source = sourceOf(paragraph, reading);
  const end = source.lastIndexOf('\n');
  const line = afterDash(source.slice(end + 1).replace(/^(?:[ \t]*>)*[ \t]*/u, ''));
  const attrs = line === null ? null : read(line, paragraph, reading);
  if (!attrs) return null;
  const head = node.type === 'text' ? [{ ...node, value: node.value.slice(0, node.value.lastIndexOf('\n')) }] : [];
  return {
    children: [...children.slice(0, -1), { ...paragraph, children: [...paragraph.children.slice(0, at), ...head] }],
    attrs,
  };
}

function read(line: string, node: Nodes, reading: Reading): Quote | null {
  const joined = line.replace(/\r?\n(?:[ \t]*>)*[ \t]*/gu, ' ').trimEnd();
  if (!reading.own && (joined.length > LONGEST || /[?!…]["”»]?$/u.test(joined))) return null;
  const lost: string[] = [];
  const attrs = readAttribution(joined, (field, first) => readField(field, first, reading, lost));
  const fits = Object.entries(blockAttributes.quote).every(([name, { schema }]) =>
    v.is(schema, attrs[name as keyof Quote] ?? null),
  );
  if (!fits || Object.values(attrs).every((value) => value === null)) return null;
  for (const field of lost) leaveOut(node, field, 'a link or emphasis under a quotation; its words stay', reading);
  return attrs;
}

/** Letters, figures and what cannot mean anything between them: most names and roles, which need no parser. */
const PLAIN = /^[\p{L}\p{M}][\p{L}\p{M}\p{N} '’-]*$/u;

/** A field of an attribution. Where its words alone are taken although they are marked, its source goes to `lost`. */
function readField(field: string, first: boolean, reading: Reading, lost: string[]): ReadField {
  if (PLAIN.test(field)) return { kind: 'words', title: field.trim(), url: null };
  const [paragraph] = parseMarkdown(field).root.children;
  if (paragraph?.type !== 'paragraph') return { kind: 'words', title: field, url: null };
  const content = readInline(paragraph.children, { ...reading, source: field, leftOut: [] });
  const title = inlineText(content);
  const [only, ...more] = paragraph.children;
  if (more.length === 0 && (!first || reading.own)) {
    if (only?.type === 'emphasis') return { kind: 'source', title, url: null };
    if (only?.type === 'link' && isSafeUrl(only.url))
      return { kind: 'source', title: title === '' || field.startsWith('<') ? null : title, url: only.url };
  }
  if (paragraph.children.some(({ type }) => type !== 'text')) lost.push(field);
  return { kind: 'words', title, url: null };
}
