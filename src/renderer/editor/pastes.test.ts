import { expect, test } from 'vitest';
import { Pastes } from './pastes';

test('a paste counts until it has ended, well or not, and is waited for no longer than told', async () => {
  const pastes = new Pastes();
  let read: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const first = pastes.add(new Promise((resolve) => (read = resolve)));
  const second = pastes.add(new Promise((_, reject) => (fail = reject)));
  expect(pastes.any).toBe(true);
  await pastes.ended(1);
  expect(pastes.any).toBe(true);
  const ended = pastes.ended(60_000);
  read();
  await first;
  expect(pastes.any).toBe(true);
  fail(new Error('not read'));
  await expect(second).rejects.toThrow('not read');
  await ended;
  expect(pastes.any).toBe(false);
});
