import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Range } from './placing';

/** A place in the text that something is on its way to; kept through every edit. */
interface Waiting extends Range {
  readonly id: number;
}
type Change = { add: Waiting } | { remove: number };

const key = new PluginKey<readonly Waiting[]>('stetWaitingPlaces');
let lastId = 0;

function mapped(tr: Transaction, waiting: readonly Waiting[]): readonly Waiting[] {
  const change = tr.getMeta(key) as Change | undefined;
  if (!change && (waiting.length === 0 || !tr.docChanged)) return waiting;
  const moved = waiting.map(({ id, from, to }) => ({ id, from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) }));
  if (change && 'add' in change) return [...moved, change.add];
  return change ? moved.filter(({ id }) => id !== change.remove) : moved;
}

/** Remembers places for what is still on its way. */
export const waitingPlacesPlugin = () => new Plugin<readonly Waiting[]>({ key, state: { init: () => [], apply: mapped } });

/** Remembers a place and gives what it is asked for by. */
export function reservePlace(view: EditorView, range: Range): number {
  const id = ++lastId;
  view.dispatch(view.state.tr.setMeta(key, { add: { id, ...range } } satisfies Change).setMeta('addToHistory', false));
  return id;
}

/** Where a place is now; null when it is none any more. */
export const placeOf = (state: EditorState, id: number): Range | null =>
  key.getState(state)?.find((one) => one.id === id) ?? null;

/** Forgets a place. */
export function finishPlace(view: EditorView, id: number): void {
  view.dispatch(view.state.tr.setMeta(key, { remove: id } satisfies Change).setMeta('addToHistory', false));
}
