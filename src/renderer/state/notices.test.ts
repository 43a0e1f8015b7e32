import { expect, test, vi } from 'vitest';
import { Notices } from './notices.svelte';

const shown = (notices: Notices) => notices.list.map(({ message }) => message);

test('a message about the same takes the place of the one before', () => {
  const notices = new Notices();
  notices.show('Linked.', () => undefined, 'series');
  notices.show('Saved elsewhere.');
  notices.show('Moved.', () => undefined, 'series');
  expect(shown(notices)).toEqual(['Saved elsewhere.', 'Moved.']);
});

test('three messages stand at a time, the oldest goes', () => {
  const notices = new Notices();
  for (const message of ['one', 'two', 'three', 'four']) notices.show(message);
  expect(shown(notices)).toEqual(['two', 'three', 'four']);
});

test('a message that points to something goes there once, and stays as long as one with an undo', () => {
  vi.useFakeTimers();
  const notices = new Notices();
  const show = vi.fn();
  notices.show('Saved.');
  notices.pointTo('Both are kept.', show);
  vi.advanceTimersByTime(7_000);
  expect(shown(notices)).toEqual(['Both are kept.']);
  const id = notices.list[0]!.id;
  notices.follow(id);
  notices.follow(id);
  expect(show).toHaveBeenCalledOnce();
  expect(notices.list).toEqual([]);
  vi.useRealTimers();
});

test('undo takes the message back, once', () => {
  const notices = new Notices();
  const undo = vi.fn();
  notices.show('In the trash.', undo);
  const id = notices.list[0]!.id;
  notices.undo(id);
  notices.undo(id);
  expect(undo).toHaveBeenCalledOnce();
  expect(notices.list).toEqual([]);
});

test('what is under way is said until it ends, and is stopped once', () => {
  vi.useFakeTimers();
  const notices = new Notices();
  const stop = vi.fn();
  const end = notices.work('Reading…', stop);
  vi.advanceTimersByTime(60_000);
  expect(shown(notices)).toEqual(['Reading…']);
  end();
  expect([shown(notices), stop.mock.calls.length]).toEqual([[], 0]);
  notices.work('Reading again…', stop);
  const id = notices.list[0]!.id;
  notices.stop(id);
  notices.stop(id);
  expect(stop).toHaveBeenCalledOnce();
  expect(shown(notices)).toEqual([]);
  vi.useRealTimers();
});
