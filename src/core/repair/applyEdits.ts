import { StetError } from '../errors';
import type { BlockJson, DocJson, InlineJson, MarkJson } from '../document/json';
import type { WordsAttribute } from './page';
import type { Edit } from './repair';

/** Content in place of a range of one textblock of a document: the words of `Edit`, or the very nodes that stood there before. */
export interface PlacedEdit {
  /** Child indices from the document to the block. */
  readonly path: readonly number[];
  /** The attribute that holds the words, where no content does. */
  readonly attribute: WordsAttribute | null;
  readonly from: number;
  readonly to: number;
  readonly content: string | readonly InlineJson[];
}

export interface Applied {
  readonly doc: DocJson;
  /** Applied to `doc`, gives the document as it was, nodes and marks included. */
  readonly undo: readonly PlacedEdit[];
}

/**
 * The document with the edits made, which lie apart; new words get the marks that both sides share, or those of the words they
 * replace. Untouched blocks keep their identity. Pure. Errors: `repair/does-not-fit`.
 */
export function applyEdits(doc: DocJson, edits: readonly PlacedEdit[]): Applied {
  const byBlock = new Map<string, PlacedEdit[]>();
  for (const edit of edits) {
    const key = `${edit.path.join('.')}/${edit.attribute ?? ''}`;
    byBlock.set(key, [...(byBlock.get(key) ?? []), edit]);
  }
  const undo: PlacedEdit[] = [];
  let changed: unknown = doc;
  for (const list of byBlock.values()) {
    const [first] = list;
    if (!first) continue;
    const sorted = [...list].sort((a, b) => a.from - b.from || a.to - b.to);
    changed = at(changed as Branch, first.path, (block) => inBlock(block, sorted, undo));
  }
  return { doc: changed as DocJson, undo };
}

interface Branch {
  content?: unknown[];
}

function at(node: Branch, path: readonly number[], change: (block: BlockJson) => BlockJson): Branch {
  const [index, ...rest] = path;
  if (index === undefined) return change(node as BlockJson) as Branch;
  const child = node.content?.[index];
  if (!child) throw doesNotFit();
  const content = [...(node.content ?? [])];
  content[index] = at(child as Branch, rest, change);
  return { ...node, content };
}

function inBlock(block: BlockJson, edits: readonly PlacedEdit[], undo: PlacedEdit[]): BlockJson {
  const attribute = edits[0]?.attribute ?? null;
  if (attribute !== null) {
    const attrs: Partial<Record<string, unknown>> = block.attrs ?? {};
    const words = attrs[attribute];
    if (typeof words !== 'string') throw doesNotFit();
    return { ...block, attrs: { ...attrs, [attribute]: wordsOf(spliced(textUnits(words), edits, undo)) } } as BlockJson;
  }
  const { content, ...bare } = block as Branch & { content?: InlineJson[] };
  const inline = spliced(content ?? [], edits, undo);
  return (inline.length > 0 ? { ...bare, content: inline } : bare) as BlockJson;
}

const textUnits = (text: string): InlineJson[] => (text === '' ? [] : [{ type: 'text', text }]);
const wordsOf = (content: readonly InlineJson[]): string =>
  content.map((node) => (node.type === 'text' ? node.text : node.type === 'articleLink' ? '…' : '\n')).join('');
const lengthOf = (node: InlineJson): number => (node.type === 'text' ? node.text.length : 1);

function spliced(content: readonly InlineJson[], edits: readonly PlacedEdit[], undo: PlacedEdit[]): InlineJson[] {
  const length = content.reduce((sum, node) => sum + lengthOf(node), 0);
  const out: InlineJson[] = [];
  let read = 0;
  let written = 0;
  for (const edit of edits) {
    if (edit.from < read || edit.to < edit.from || edit.to > length) throw doesNotFit();
    const before = slice(content, read, edit.from);
    const inserted = typeof edit.content === 'string' ? newWords(content, edit, edit.content) : edit.content;
    push(out, before);
    push(out, inserted);
    written += edit.from - read;
    const size = inserted.reduce((sum, node) => sum + lengthOf(node), 0);
    const { path, attribute } = edit;
    undo.push({ path, attribute, from: written, to: written + size, content: slice(content, edit.from, edit.to) });
    written += size;
    read = edit.to;
  }
  push(out, slice(content, read, length));
  return out;
}

function slice(content: readonly InlineJson[], from: number, to: number): InlineJson[] {
  const out: InlineJson[] = [];
  let start = 0;
  for (const node of content) {
    const end = start + lengthOf(node);
    if (end > from && start < to) {
      if (node.type !== 'text') out.push(node);
      else out.push({ ...node, text: node.text.slice(Math.max(0, from - start), to - start) });
    }
    start = end;
    if (start >= to) break;
  }
  return out;
}

/** Adds nodes, joining text of the same marks as ProseMirror keeps it. */
function push(out: InlineJson[], nodes: readonly InlineJson[]): void {
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text' && sameMarks(node.marks, last.marks)) {
      out[out.length - 1] = { ...last, text: last.text + node.text };
    } else out.push(node);
  }
}

const sameMarks = (a: readonly MarkJson[] | undefined, b: readonly MarkJson[] | undefined): boolean =>
  JSON.stringify(a ?? []) === JSON.stringify(b ?? []);

function newWords(content: readonly InlineJson[], { from, to }: Pick<Edit, 'from' | 'to'>, text: string): InlineJson[] {
  if (text === '') return [];
  const replaced = slice(content, from, to)[0];
  const [left, right] = [slice(content, from - 1, from)[0], slice(content, to, to + 1)[0]];
  const marks = replaced
    ? replaced.marks
    : left && right
      ? left.marks?.filter((mark) => right.marks?.some((other) => JSON.stringify(other) === JSON.stringify(mark)))
      : (left ?? right)?.marks?.filter(({ type }) => type !== 'link' && type !== 'abbreviation' && type !== 'note');
  return [{ type: 'text', text, ...(marks && marks.length > 0 ? { marks } : {}) }];
}

const doesNotFit = () => new StetError('repair/does-not-fit', 'The text has changed since it was examined. Examine it again.');
