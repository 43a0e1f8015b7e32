import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FirstNotices } from './firstNotices';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('what is told before a window is there reaches the first one, once and in order', () => {
  const said: string[] = [];
  const notices = new FirstNotices((message: string) => said.push(message));
  notices.tell('one');
  vi.runAllTimers();
  expect(said).toEqual([]);
  notices.windowIsThere();
  notices.tell('two');
  vi.runAllTimers();
  expect(said).toEqual(['one', 'two']);
  notices.windowIsThere();
  notices.tell('three');
  expect(said).toEqual(['one', 'two', 'three']);
});
