import type { BlockJson, DocJson, InlineJson, MarkJson } from '../../document/json';
import type { PublicView } from '../../document/publicView';
import type { AnnotatedMark } from '../annotatedMark';
import type { Annotation } from './annotation';
import { isGuarded } from './guardedSources';

interface Range {
  number: number;
  from: number;
  to: number;
  /** The annotation begins and ends in this textblock. */
  opens: boolean;
  closes: boolean;
  guarded: boolean;
}

/**
 * The document with each annotated word marked by the numbers of its annotations, for a view to be made of it. With `instead`, that
 * stands in the attribution of a protected source's block quotation, and nothing else does.
 */
export function annotatedDocument(doc: DocJson, annotations: readonly Annotation[], instead: string | null): DocJson {
  const places = new Map<string, Range[]>();
  for (const { number, ranges, guard } of annotations) {
    ranges.forEach(({ path, from, to }, index) => {
      const key = path.join('.');
      const range = { number, from, to, opens: index === 0, closes: index === ranges.length - 1, guarded: guard !== null };
      places.set(key, [...(places.get(key) ?? []), range]);
    });
  }
  const visit = <N extends Loose>(node: N, path: string): N => {
    const ranges = places.get(path);
    const shown = instead === null ? node : unnamed(node, instead);
    if (ranges) return { ...shown, content: marked((node.content ?? []) as readonly InlineJson[], ranges) };
    return node.content ? { ...shown, content: node.content.map((child, index) => visit(child, `${path}.${index}`)) } : shown;
  };
  const content = doc.content.map((child, index) => visit(child as Loose, String(index)));
  return { ...doc, content: content as unknown as DocJson['content'] };
}

interface Loose {
  type: string;
  content?: readonly Loose[];
  marks?: readonly { type: string }[];
}

function unnamed<N extends Loose>(node: N, instead: string): N {
  const { type, attrs } = node as unknown as BlockJson;
  if (type !== 'quote' || !attrs || !isGuarded({ evidence: attrs.evidence ?? null })) return node;
  const speaker = attrs.speaker === null ? null : instead;
  return { ...node, attrs: { ...attrs, speaker, role: null, sourceTitle: null, sourceUrl: null, saidOn: null } };
}

/** Numbers of the annotations that begin and end in a view: of the others the words are not shown. */
export function anchoredIn(view: PublicView): Set<number> {
  const [starts, ends] = [new Set<number>(), new Set<number>()];
  const visit = (nodes: readonly Loose[]): void => {
    for (const { marks = [], content = [] } of nodes) {
      for (const mark of marks) {
        if (mark.type !== 'annotated') continue;
        const { attrs } = mark as AnnotatedMark;
        for (const number of attrs.starts) starts.add(number);
        for (const number of attrs.ends) ends.add(number);
      }
      visit(content);
    }
  };
  visit(view.standfirst as readonly Loose[]);
  visit(view.body as readonly Loose[]);
  return new Set([...starts].filter((number) => ends.has(number)));
}

/** Inline content divided where annotations begin and end. */
function marked(content: readonly InlineJson[], given: readonly Range[]): InlineJson[] {
  const ranges = given.map((range) => withoutBreaks(range, content));
  const edges = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  let start = 0;
  return content.flatMap((node) => {
    const length = node.type === 'text' ? node.text.length : 1;
    const [from, to] = [start, start + length];
    start = to;
    const cuts = [from, ...edges.filter((edge) => edge > from && edge < to), to];
    return cuts.slice(1).map((end, index) => {
      const begin = cuts[index] ?? from;
      const on = ranges.filter((range) => range.from < end && range.to > begin);
      const piece = node.type === 'text' ? { ...node, text: node.text.slice(begin - from, end - from) } : node;
      if (on.length === 0 || piece.type === 'hardBreak') return piece;
      const mark: AnnotatedMark = {
        type: 'annotated',
        attrs: {
          starts: on.filter((range) => range.opens && range.from === begin).map(({ number }) => number),
          ends: on.filter((range) => range.closes && range.to === end).map(({ number }) => number),
          guarded: on.some((range) => range.guarded),
        },
      };
      // The writers of annotated copies know this mark; no type of a stored document names it.
      return { ...piece, marks: [...(piece.marks ?? []), mark as unknown as MarkJson] };
    });
  });
}

/** A line break at either end shows nothing, and carries no mark. */
function withoutBreaks(range: Range, content: readonly InlineJson[]): Range {
  let [first, last, at] = [range.to, range.from, 0];
  for (const node of content) {
    const [from, to] = [at, at + (node.type === 'text' ? node.text.length : 1)];
    at = to;
    if (node.type === 'hardBreak' || from >= range.to || to <= range.from) continue;
    first = Math.min(first, Math.max(from, range.from));
    last = Math.max(last, Math.min(to, range.to));
  }
  return { ...range, from: first, to: last };
}
