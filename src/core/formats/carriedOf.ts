import { blankFields } from '../article/fields';
import { blockAttributes } from '../document/attributes';
import type { BlockName, PublicMarkName } from '../document/blockNames';
import type { BlockJson, InlineJson } from '../document/json';
import { keepMarks } from '../document/keepMarks';
import type { PublicFields, PublicView } from '../document/publicView';
import type { Carries } from './carrying';

/**
 * What is left of a view in a format that keeps every block: fields, attributes and marks that it does not carry are as if
 * nobody had set them. What reading such a file again must give. Pure.
 */
export function carriedOf(view: PublicView, carries: Carries): PublicView {
  const blank = blankFields(view.fields.language);
  const fields = Object.fromEntries(
    Object.entries(view.fields).map(([name, value]) => [
      name,
      carries.fields[name as keyof PublicFields] === 'none' ? blank[name as keyof PublicFields] : value,
    ]),
  ) as PublicFields;
  return {
    fields,
    kicker: carries.parts.kicker === 'none' ? '' : view.kicker,
    headline: view.headline,
    standfirst: carries.parts.standfirst === 'none' ? [] : inline(view.standfirst, carries),
    body: view.body.map((block) => carriedBlock(block, carries)),
    series: carries.fields.series === 'none' ? { name: null, previous: null, next: null } : view.series,
  };
}

interface Loose {
  type: string;
  attrs?: Record<string, unknown>;
  content?: readonly Loose[];
}

/** What is left of one block of a public view; see `carriedOf`. */
export function carriedBlock(block: BlockJson, carries: Carries): BlockJson {
  const visit = (node: Loose): Loose => {
    const carried = carries.blocks[node.type as BlockName] as string | { without: readonly string[] };
    const specs: Record<string, { default: unknown }> = blockAttributes[node.type as BlockName];
    const lost = typeof carried === 'string' ? [] : carried.without;
    const attrs = node.attrs && { ...node.attrs, ...Object.fromEntries(lost.map((name) => [name, specs[name]?.default])) };
    const holdsText = node.content?.some(({ type }) => type === 'text' || type === 'hardBreak') === true;
    return {
      ...node,
      ...(attrs ? { attrs } : {}),
      ...(node.content ? { content: holdsText ? inline(node.content as InlineJson[], carries) : node.content.map(visit) } : {}),
    };
  };
  return visit(block as Loose) as BlockJson;
}

/** Inline content without the marks that are not carried. */
const inline = (content: readonly InlineJson[], carries: Carries): InlineJson[] =>
  keepMarks(content, ({ type }) => !/^(?:words|none)$/u.test(String(carries.marks[type as PublicMarkName])));
