import { expect, test } from 'vitest';
import { storeLine, storeUrl } from './fields';

test('a line is stored as an attribute may hold it', () => {
  const stored: (string | null)[] = [];
  const store = storeLine(10, (line) => void stored.push(line));
  for (const typed of ['  Ana Ruiz ', 'a\u0007b', '   ', 'x'.repeat(10)]) expect(store(typed)).toBe('');
  expect(stored).toEqual(['Ana Ruiz', 'a b', null, 'x'.repeat(10)]);
});

test('a line too long is refused with its length, and nothing is stored', () => {
  const refused = storeLine(10, () => expect.unreachable())('x'.repeat(11));
  expect(refused).toContain('11 characters, 10 fit');
});

test('an address that cannot be linked is refused; none is none', () => {
  const stored: (string | null)[] = [];
  const store = storeUrl((url) => void stored.push(url));
  expect(store('javascript:alert(1)')).toContain('https');
  expect(store('example.org/minutes')).toBe('');
  expect(store(' ')).toBe('');
  expect(stored).toEqual(['https://example.org/minutes', null]);
});
