import type { LinkTarget } from '../document/attributes';
import type { BlockJson, DocJson, InlineJson } from '../document/json';
import type { TextPart } from '../repair/page';

/** A link as readers see it: neighbouring words with one target. */
export interface LinkWords {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly target: LinkTarget | null;
}

/** The inline content of a part of the document. */
export function contentAt(doc: DocJson, path: readonly number[]): readonly InlineJson[] {
  let node: { content?: readonly unknown[] } = doc;
  for (const index of path) node = (node.content?.[index] ?? {}) as BlockJson;
  return (node.content ?? []) as readonly InlineJson[];
}

/** The links in a part; of a "read also", where it leads. */
export function linksIn(doc: DocJson, part: TextPart): LinkWords[] {
  if (part.type !== 'related') return linksAmong(contentAt(doc, part.path));
  let node: unknown = doc;
  for (const index of part.path) node = (node as { content?: readonly unknown[] }).content?.[index];
  const target = (node as Extract<BlockJson, { type: 'related' }>).attrs?.target ?? null;
  return target ? [{ from: 0, to: part.text.length, text: part.text, target }] : [];
}

function linksAmong(content: readonly InlineJson[]): LinkWords[] {
  const links: { from: number; to: number; text: string; target: LinkTarget | null; key: string }[] = [];
  let at = 0;
  for (const node of content) {
    const text = node.type === 'text' ? node.text : '\n';
    const link = node.marks?.find(({ type }) => type === 'link');
    const target = link && 'attrs' in link ? ((link.attrs as { target?: LinkTarget }).target ?? null) : null;
    const last = links.at(-1);
    const key = JSON.stringify(target);
    if (link && last?.to === at && last.key === key) {
      last.to += text.length;
      last.text += text;
    } else if (link) links.push({ from: at, to: at + text.length, text, target, key });
    at += text.length;
  }
  return links;
}
