import { expect, test } from 'vitest';
import { isBlank, orBlank, orNull } from './blank';

test('spaces of any kind show nothing', () => {
  for (const text of ['', ' ', '\t', '\n', '\u00a0', '\u202f'])
    expect([isBlank(text), orBlank(text), orNull(text)]).toEqual([true, '', null]);
});

test('words stay as they are, spaces around them included', () => {
  expect([isBlank(' a '), orBlank(' a '), orNull(' a ')]).toEqual([false, ' a ', ' a ']);
  expect(orNull(null)).toBeNull();
});
