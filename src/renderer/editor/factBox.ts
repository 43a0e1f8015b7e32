import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { Selection, TextSelection, type Command } from '@tiptap/pm/state';
import { focusField } from './fields';
import { PARTS } from './parts';
import { insertBlock } from './quotation';

/** The fact box around a position; null outside one. */
export function factBoxAround($pos: ResolvedPos): { pos: number; node: Node } | null {
  const node = $pos.depth > 0 ? $pos.node(1) : null;
  return node?.type.name === 'factBox' ? { pos: $pos.before(1), node } : null;
}

const BOXED = new Set(['paragraph', 'bulletList', 'orderedList']);

/** Puts the selected blocks into a box, takes a box away around the cursor, or inserts an empty one. */
export const toggleFactBox: Command = (state, dispatch, view) => {
  const { $from, $to, empty } = state.selection;
  if (factBoxAround($from)) return unwrapFactBox(state, dispatch, view);
  if (empty || $from.depth === 0 || $to.depth === 0) return insertBlock('factBox', {})(state, dispatch);
  const [first, last] = [$from.index(0), $to.index(0)];
  const blocks = state.doc.content.content.slice(first, last + 1);
  if (first < PARTS || !blocks.every(({ type }) => BOXED.has(type.name))) return false;
  if (dispatch) {
    const tr = state.tr.replaceWith($from.before(1), $to.after(1), state.schema.node('factBox', null, blocks));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, state.selection.from + 1, state.selection.to + 1)).scrollIntoView());
  }
  return true;
};

/** The frame goes; the words stay, the title as a small crosshead. */
const unwrapFactBox: Command = (state, dispatch) => {
  const box = factBoxAround(state.selection.$from);
  if (!box) return false;
  if (dispatch) {
    const { schema } = state;
    const title = String(box.node.attrs.title);
    const heading = title === '' ? [] : [schema.node('heading', { level: 3 }, schema.text(title))];
    const tr = state.tr.replaceWith(box.pos, box.pos + box.node.nodeSize, Fragment.from(heading).append(box.node.content));
    const shift = heading.reduce((sum, node) => sum + node.nodeSize, -1);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(state.selection.from + shift))).scrollIntoView());
  }
  return true;
};

/** Enter in an empty last paragraph of a box: on behind it. A box without any words goes away. */
export const leaveFactBox: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  const box = factBoxAround($from);
  if (!box || !empty || $from.depth !== 2 || $from.parent.content.size > 0) return false;
  if (isBare(box.node)) return unwrapFactBox(state, dispatch, view);
  if ($from.index(1) < box.node.childCount - 1) return false;
  if (dispatch) {
    const tr = state.tr;
    if (box.node.childCount > 1) tr.delete($from.before(), $from.after());
    const end = tr.mapping.map(box.pos + box.node.nodeSize);
    tr.insert(end, state.schema.node('paragraph'));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  }
  return true;
};

const isBare = ({ childCount, textContent, attrs }: Node): boolean =>
  childCount === 1 && textContent === '' && attrs.title === '';

/** Backspace where a box begins: one without words goes away, otherwise on to its title. */
export const backspaceInFactBox: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  const box = factBoxAround($from);
  if (!box || !empty || $from.pos !== Selection.near(state.doc.resolve(box.pos + 1)).from) return false;
  if (isBare(box.node)) return unwrapFactBox(state, dispatch, view);
  // Inside a list at the start of the box, the list's own Backspace comes first.
  return $from.depth === 2 && toBoxTitle(state, dispatch, view);
};

/** From the first line of a box up to its title. */
export const upToBoxTitle: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  const box = factBoxAround($from);
  const first = box !== null && $from.index(1) === 0 && empty;
  return first && (view?.endOfTextblock('up') ?? true) && toBoxTitle(state, dispatch, view);
};

export const toBoxTitle: Command = (state, dispatch, view) => {
  const box = factBoxAround(state.selection.$from);
  return box !== null && dispatch !== undefined && view !== undefined && focusField(view, box.pos, 'title');
};
