import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicHref } from './escape';

const ways = [
  'ice.html',
  'ice.fr.html',
  '../sea/thaw.html',
  'news/ice.html',
  '../../a/b/c.html',
  '../ice/',
  './',
  '../',
  'a_b.md',
];
test.each(ways)('%s leads to a page of the same site', (way) => expect(publicHref(way)).toBe(way));

const others = [
  '',
  '/etc/passwd',
  '//host/x',
  '..//host',
  'a//b',
  'javascript:alert(1)',
  'java\nscript:1',
  'file.html#x',
  'a b.html',
];
test.each([...others, '.hidden', 'a/../b', '../.ssh/x', 'C:/x', 'x.html?y', 'a\\b', '.', '..', '%2e%2e/x'])(
  '%j is no address that a page may carry',
  (way) => expect(publicHref(way)).toBeNull(),
);

test('whatever it lets through stays on the site or is a plain web or mail address', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'./:ab#?%\\ -_@0'), maxLength: 14 }), (text) => {
      const href = publicHref(text);
      if (href === null) return;
      const { protocol, host } = new URL(href, 'https://site.example/a/b/c/');
      expect(['https:', 'http:', 'mailto:']).toContain(protocol);
      if (!/^[a-z]+:/iu.test(href)) expect(host).toBe('site.example');
    }),
    { numRuns: 3000 },
  );
});
