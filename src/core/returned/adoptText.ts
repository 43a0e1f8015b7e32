import { partNames } from '../document/blockNames';
import { evidenceOrNone, type Evidence } from '../document/evidence';
import type { DocJson, InlineJson } from '../document/json';
import { documentSchema } from '../document/schema';
import { childrenOf, keyOf, type AnyBlock } from '../history/inline';
import { adoptWords } from './adoptWords';
import { asCarried, canonical, type AsCarried, type Carrying } from './asCarried';
import { leavesOf, rewritten } from './leaves';
import type { Wanted, WantedText } from './wanted';

const PARTS = partNames.length;

/**
 * The document with the wanted words, and everything that a returned copy cannot hold as it was: notes, who said it, evidence,
 * blocks that show nothing. Children that need no change are the same objects. `before` is `asCarried` of `doc`.
 */
export function adoptText(doc: DocJson, before: AsCarried, wanted: WantedText, carrying: Carrying): DocJson {
  const children = childrenOf(doc);
  const { language } = before.fields;
  const { leading, trailing } = unseen(children, before);
  const used = new Set(trailing.size === 0 ? [] : wanted.entries.flatMap(({ from }) => from));
  const out: AnyBlock[] = [];
  // Blocks that show nothing stay behind the block that they stood behind, or the next one before it that is left.
  const behind = new Map<number, AnyBlock[]>();
  for (const [d, blocks] of trailing) {
    let near = d;
    while (near >= PARTS && !used.has(near)) near--;
    behind.set(near, [...(behind.get(near) ?? []), ...blocks]);
  }
  for (const entry of wanted.entries) {
    const [d] = entry.from;
    const untouched =
      d !== undefined && entry.from.length === 1 && entry.blocks.length === 1 && entry.blocks[0] === before.blocks[d];
    const child = untouched ? children[before.from[d] ?? -1] : undefined;
    if (child && behind.size === 0 && out.length >= PARTS) {
      out.push(child);
      continue;
    }
    const mine = entry.from.flatMap((d) => children[before.from[d] ?? -1] ?? []);
    const shown = entry.from.flatMap((d) => before.blocks[d] ?? []);
    out.push(...adopted(entry, mine, shown, carrying, language));
    for (const d of entry.from) if (d >= PARTS) out.push(...(behind.get(d) ?? []));
    if (out.length === PARTS) out.push(...leading, ...(behind.get(PARTS - 1) ?? []));
  }
  if (out.length === PARTS) out.push({ type: 'paragraph' });
  const notes = [doc.attrs.notes, ...wanted.notes].filter((text) => text !== '').join('\n');
  const fields = Object.keys(wanted.fields).length > 0 || notes !== doc.attrs.notes;
  if (!fields && out.length === children.length && out.every((child, at) => child === children[at])) return doc;
  return {
    type: 'doc',
    attrs: fields ? { ...doc.attrs, ...wanted.fields, notes: notes.slice(0, 100_000).toWellFormed() } : doc.attrs,
    content: out as unknown as DocJson['content'],
  };
}

interface Unseen {
  leading: readonly AnyBlock[];
  trailing: ReadonlyMap<number, readonly AnyBlock[]>;
}
const known = new WeakMap<AsCarried, Unseen>();

/** The blocks that show nothing: before the first that does, and behind each. */
function unseen(children: readonly AnyBlock[], before: AsCarried): Unseen {
  let found = known.get(before);
  if (!found) known.set(before, (found = lookedThrough(children, before)));
  return found;
}

function lookedThrough(children: readonly AnyBlock[], { from }: AsCarried): Unseen {
  const shown = new Map(from.map((child, d) => [child, d]));
  const leading: AnyBlock[] = [];
  const trailing = new Map<number, AnyBlock[]>();
  let last = PARTS - 1;
  children.forEach((child, at) => {
    const d = shown.get(at);
    if (d !== undefined) last = d;
    else if (last < PARTS) leading.push(child);
    else trailing.set(last, [...(trailing.get(last) ?? []), child]);
  });
  return { leading, trailing };
}

const hasNotes = (block: AnyBlock): boolean =>
  block.marks?.some(({ type }) => type === 'note') === true || (block.content ?? []).some(hasNotes);

/** The wanted blocks with what is private in those of the draft. */
function adopted(
  { blocks }: Wanted,
  mine: readonly AnyBlock[],
  shown: readonly AnyBlock[],
  carrying: Carrying,
  language: string,
): readonly AnyBlock[] {
  const isSame = blocks.length === shown.length && blocks.every((block, at) => keyOf(block) === keyOf(shown[at] ?? block));
  if (isSame && mine.length === blocks.length) return mine;
  if (mine.length === 0) return blocks.map(canonical);
  const [only, original, before] = [blocks[0], mine[0], shown[0]];
  const single = blocks.length === 1 && mine.length === 1 && only && original && before && only.type === original.type;
  const contents = adoptWords(
    mine.flatMap((block) => leavesOf(block).map(({ content }) => content)),
    blocks.flatMap((block) => leavesOf(block).map(({ content }) => content)),
    carrying,
    language,
  );
  const upon = (attrs: AnyBlock['attrs']): readonly AnyBlock[] => (attrs && only ? [{ ...only, attrs }] : blocks);
  // What a copy shows of a block is not always what it says of itself: a table whose heading row is empty has none.
  const ways = single ? [upon(attributesOf(only, original, before)), upon({ ...original.attrs, ...only.attrs })] : [blocks];
  for (const way of ways) {
    let leaf = 0;
    const result = way.map((block) =>
      canonical(rewritten(block, ({ block: { type } }) => allowedIn(type, contents[leaf++] ?? []))),
    );
    if (holds(result, blocks, carrying, language)) return result;
  }
  return upon(single ? { ...original.attrs, ...only.attrs } : undefined).map(canonical);
}

/** Content without the marks and links that a textblock cannot have. */
function allowedIn(type: string, content: readonly InlineJson[]): readonly InlineJson[] {
  const node = documentSchema().nodes[type];
  if (!node) return content;
  return content.flatMap((inline): InlineJson[] => {
    const inner = documentSchema().nodes[inline.type];
    if (!inner || !node.contentMatch.matchType(inner)) return [];
    const marks = inline.marks?.filter((mark) => {
      const markType = documentSchema().marks[mark.type];
      return markType !== undefined && node.allowsMarkType(markType);
    });
    const { marks: _marks, ...rest } = inline;
    return [marks && marks.length > 0 ? { ...rest, marks } : rest];
  });
}

/** What the copy changed of a block's attributes upon the draft's own. */
function attributesOf(wanted: AnyBlock, original: AnyBlock, shown: AnyBlock): AnyBlock['attrs'] {
  const attrs: Record<string, unknown> = { ...original.attrs };
  for (const [name, value] of Object.entries(wanted.attrs ?? {}))
    if (JSON.stringify(value) !== JSON.stringify(shown.attrs?.[name] ?? null)) attrs[name] = value;
  // The address that was hidden has gone for the desk's, which is public.
  const evidence = attrs.evidence as Evidence | null | undefined;
  if (evidence?.hideSource === true && wanted.attrs?.sourceUrl)
    attrs.evidence = evidenceOrNone({ ...evidence, hideSource: false });
  return attrs;
}

/** Whether the blocks say what is wanted: a change that cannot be made exactly is made plainly. */
function holds(result: readonly AnyBlock[], wanted: readonly AnyBlock[], carrying: Carrying, language: string): boolean {
  const parts = partNames.map((type) => ({ type }));
  const isPart = partNames.some((name) => name === result[0]?.type);
  const placed = isPart ? parts.map((part) => (part.type === result[0]?.type ? result[0] : part)) : [...parts, ...result];
  const doc = {
    type: 'doc',
    attrs: {
      language,
      leadImage: null,
      byline: [],
      section: [],
      tags: [],
      corrections: [],
      tagline: '',
      dateline: null,
      embargo: null,
    },
    content: placed,
  };
  const { blocks } = asCarried(doc as unknown as DocJson, carrying);
  const said = isPart ? blocks.filter(({ type }) => type === result[0]?.type) : blocks.slice(PARTS);
  return (
    said.length === wanted.length &&
    said.every((block, at) => keyOf(block) === keyOf(canonical(withoutNotes(wanted[at] ?? block))))
  );
}

const withoutNotes = (block: AnyBlock): AnyBlock =>
  hasNotes(block)
    ? {
        ...block,
        ...(block.marks ? { marks: block.marks.filter(({ type }) => type !== 'note') } : {}),
        ...(block.content ? { content: block.content.map(withoutNotes) } : {}),
      }
    : block;
