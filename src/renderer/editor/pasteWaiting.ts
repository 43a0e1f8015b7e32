import { PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { Range } from './placing';

/** A paste that is still being read: where it will go, kept through every edit. */
export interface Waiting extends Range {
  readonly id: number;
}

export type WaitingChange = { add: Waiting } | { remove: number };
export const waitingKey = new PluginKey<readonly Waiting[]>('stetPaste');

/** Where a paste will go; null when it is in, or was stopped. */
export const waitingAt = (state: EditorState, id: number): Waiting | null =>
  waitingKey.getState(state)?.find((one) => one.id === id) ?? null;

/** The pastes that wait, after a transaction. */
export function mapWaiting(tr: Transaction, waiting: readonly Waiting[]): readonly Waiting[] {
  const change = tr.getMeta(waitingKey) as WaitingChange | undefined;
  if (!change && (waiting.length === 0 || !tr.docChanged)) return waiting;
  const moved = waiting.map(({ id, from, to }) => {
    const start = tr.mapping.map(from, from === to ? -1 : 1);
    return { id, from: start, to: Math.max(start, tr.mapping.map(to, -1)) };
  });
  if (change && 'add' in change) return [...moved, change.add];
  return change ? moved.filter(({ id }) => id !== change.remove) : moved;
}
