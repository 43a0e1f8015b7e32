import type { ResolvedPos } from '@tiptap/pm/model';
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list';
import { setBlockType } from '@tiptap/pm/commands';
import { Selection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';

/** Deeper lists are refused: nobody reads them, and the document's own bound is not far. */
export const DEEPEST_LIST = 20;

type ListName = 'bulletList' | 'orderedList';
const isList = (name: string): name is ListName => name === 'bulletList' || name === 'orderedList';

/** The innermost list around a position. */
export function listAround($pos: ResolvedPos): { name: ListName; pos: number } | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const { name } = $pos.node(depth).type;
    if (isList(name)) return { name, pos: $pos.before(depth) };
  }
  return null;
}

/** How many lists stand around a position. */
export function listDepth($pos: ResolvedPos): number {
  let lists = 0;
  for (let depth = $pos.depth; depth > 0; depth--) if (isList($pos.node(depth).type.name)) lists++;
  return lists;
}

/** Swallows a further indent where lists are already nested as deeply as they may be. */
export const refuseDeeperList: Command = (state) => listDepth(state.selection.$from) >= DEEPEST_LIST;

/** Makes a list of the selected blocks, changes the kind of the list, or takes the items out of a list of that kind. */
export function toggleList(name: ListName): Command {
  return (state, dispatch, view) => {
    const type = state.schema.nodes[name];
    const item = state.schema.nodes.listItem;
    const paragraph = state.schema.nodes.paragraph;
    // A pull quote would lose whose words it gives.
    if (!type || !item || !paragraph || state.selection.$from.parent.type.name === 'pullQuote') return false;
    const around = listAround(state.selection.$from);
    if (around?.name === name) return liftListItem(item)(state, dispatch, view);
    if (around) {
      dispatch?.(state.tr.setNodeMarkup(around.pos, type));
      return true;
    }
    return wrapInList(type)(state, dispatch, view) || inTurn(setBlockType(paragraph), wrapInList(type))(state, dispatch, view);
  };
}

/** Two commands as one step: both or neither. */
export function inTurn(first: Command, second: Command): Command {
  return (state, dispatch) => {
    const one = attempt(first, state);
    const two = one && attempt(second, state.apply(one));
    if (!one || !two) return false;
    for (const step of two.steps) one.step(step);
    dispatch?.(one.setSelection(Selection.fromJSON(one.doc, two.selection.toJSON())).scrollIntoView());
    return true;
  };
}

function attempt(command: Command, state: EditorState): Transaction | null {
  let made: Transaction | null = null;
  command(state, (tr) => (made = tr));
  return made;
}
