import { blankFields } from '../article/fields';
import { blockAttributes } from '../document/attributes';
import type { BlockName, PublicMarkName } from '../document/blockNames';
import type { BlockJson, InlineJson } from '../document/json';
import { keepMarks } from '../document/keepMarks';
import type { PublicFields } from '../document/publicFields';
import type { PublicView } from '../document/publicView';
import type { Carries } from './carrying';

/**
 * What is left of a view in a format that keeps every block: fields, attributes and marks that it does not carry are as if
 * nobody had set them. What reading such a file again must give. Pure.
 */
export function carriedOf(view: PublicView, carries: Carries): PublicView {
  const blank = blankFields(view.fields.language);
  const fields = Object.fromEntries(
    Object.entries(view.fields).map(([name, value]) => [name, carriedField(name as keyof PublicFields, value, blank, carries)]),
  ) as PublicFields;
  return {
    fields,
    kicker: carries.parts.kicker === 'none' ? '' : view.kicker,
    headline: view.headline,
    standfirst: carries.parts.standfirst === 'none' ? [] : inline(view.standfirst, carries),
    body: view.body.map((block) => carriedBlock(block, carries)),
    series: carriedSeries(view.series, carries.fields.series),
  };
}

function carriedSeries(series: PublicView['series'], carried: Carries['fields']['series']): PublicView['series'] {
  const lost = carried === 'whole' ? [] : carried === 'none' ? (['name', 'previous', 'next'] as const) : carried.without;
  return { ...series, ...Object.fromEntries(lost.map((key) => [key, null])) };
}

function carriedField(name: keyof PublicFields, value: unknown, blank: PublicFields, carries: Carries): unknown {
  const carried: 'whole' | 'none' | { without: readonly string[] } = carries.fields[name];
  if (carried === 'none') return blank[name];
  if (carried === 'whole' || value === null) return value;
  const lost = carried.without.map((key) => [key, name === 'leadImage' ? '' : null]);
  const left: Record<string, unknown> = { ...(value as object), ...Object.fromEntries(lost) };
  return Object.values(left).every((part) => part === null || part === '') ? blank[name] : left;
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
