import type { BlockJson, DocJson, InlineJson, MarkJson } from '../document/json';
import { hrefBeside } from '../formats/beside';

/** What a link of a batch becomes. */
export type FoundTarget = { article: string } | null;

/**
 * The document with every relative address resolved: a link to the article that `find` gives for it, or no link any more,
 * and then `lost` hears of the address. Words stay as they are.
 */
export function linkUp(doc: DocJson, find: (href: string) => FoundTarget, lost: (href: string) => void): DocJson {
  const target = (url: string): FoundTarget | 'as it is' => {
    const href = hrefBeside(url);
    if (href === null) return 'as it is';
    const found = find(href);
    if (found === null) lost(href);
    return found;
  };
  const marks = (all: readonly MarkJson[]): MarkJson[] =>
    all.flatMap((mark): MarkJson[] => {
      if (mark.type !== 'link' || !mark.attrs?.target || !('url' in mark.attrs.target)) return [mark];
      const found = target(mark.attrs.target.url);
      if (found === 'as it is') return [mark];
      return found === null ? [] : [{ ...mark, attrs: { target: found } }];
    });
  const inline = (node: InlineJson): InlineJson => {
    if (!node.marks) return node;
    const { marks: before, ...rest } = node;
    const after = marks(before);
    return after.length === before.length && after.every((mark, at) => mark === before[at])
      ? node
      : ({ ...rest, ...(after.length > 0 ? { marks: after } : {}) } as InlineJson);
  };
  const block = <N extends { type: string; content?: readonly object[] }>(node: N): N => {
    if (node.type === 'related') return related(node as unknown as BlockJson) as unknown as N;
    if (!node.content) return node;
    const content = node.content.map((child) => {
      const typed = child as InlineJson | BlockJson;
      return typed.type === 'text' || typed.type === 'hardBreak' || typed.type === 'articleLink' ? inline(typed) : block(typed);
    });
    return content.every((child, at) => child === node.content?.[at]) ? node : { ...node, content };
  };
  const related = (node: BlockJson): BlockJson => {
    if (node.type !== 'related' || !node.attrs?.target || !('url' in node.attrs.target)) return node;
    const found = target(node.attrs.target.url);
    return found === 'as it is' ? node : { ...node, attrs: { ...node.attrs, target: found } };
  };
  const [kicker, headline, standfirst, ...blocks] = doc.content;
  return { ...doc, content: [kicker, headline, block(standfirst), ...blocks.map(block)] };
}
