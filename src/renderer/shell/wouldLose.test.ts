import { expect, test } from 'vitest';
import type { SaveState } from '../editor/autosave';
import { wouldLose } from './wouldLose';

const leaving = (state: SaveState, { pasting = false, isTooMuchToLeaveWith = false } = {}) => ({
  host: { pasting: { any: pasting } },
  saving: { state, isTooMuchToLeaveWith },
});

test('a window with little that is on its way goes without a word', () => {
  for (const kind of ['saved', 'saving', 'unsaved'] as const) expect(wouldLose(leaving({ kind }))).toBe(false);
});

test('words that the library refused, or that two versions contend for, would be lost', () => {
  expect(wouldLose(leaving({ kind: 'failed', message: 'The disk is full.' }))).toBe(true);
  expect(wouldLose(leaving({ kind: 'conflict', revision: 2 }))).toBe(true);
});

test('a paste that is still being read, and more than a browser sends, would be lost', () => {
  expect(wouldLose(leaving({ kind: 'saved' }, { pasting: true }))).toBe(true);
  expect(wouldLose(leaving({ kind: 'unsaved' }, { isTooMuchToLeaveWith: true }))).toBe(true);
});
