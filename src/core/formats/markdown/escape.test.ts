import fc from 'fast-check';
import { expect, test } from 'vitest';
import { texts } from '../../document/testing/arbitraryWords';
import { escapeText } from './escape';

const signs = fc.constantFrom(
  ...'a w www WWW . .x http https HTTPS : :// / @ _ * ** ` ~ [ ] ! ^ < <a > & &amp; # { % {% {{ | \\ ( ) - + = 1. 2) é ſ'.split(
    ' ',
  ),
  ...[' ', '\t', '\ufeff'],
);
const soups = fc.array(signs, { maxLength: 12 }).map((some) => some.join(''));
const places = fc.record({ lineStart: fc.boolean(), lineEnd: fc.boolean() });

/*
 * Texts without any sign are not looked at closely. A star after a letter changes nothing of what stands before it, and has every
 * text looked at: both have to come to the same.
 */
test('a text that is passed over at a look is one in which nothing is escaped', () => {
  fc.assert(
    fc.property(fc.oneof(soups, texts), places, (text, place) => {
      expect(`${escapeText(`${text}a`, place)}\\*`).toBe(escapeText(`${text}a*`, place));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['www.example.org', 'www\\.example.org'],
  ['WWW.example.org', 'WWW\\.example.org'],
  ['https://example.org', 'https\\://example.org'],
  ['Stop!', 'Stop\\!'],
  ['a {{< b', 'a {\\{< b'],
  ['he said: yes', 'he said: yes'],
  ['a - b + c = d # e', 'a - b + c = d # e'],
])('%s', (text, written) => expect(escapeText(text, { lineStart: false, lineEnd: false })).toBe(written));

test.each([
  ['- a', '\\- a'],
  ['12. a', '12\\. a'],
  ['# a', '\\# a'],
  ['a #', 'a \\#'],
  [' a ', '&#32;a&#32;'],
  ['#', '\\#'],
])('%s in a line of its own', (text, written) => expect(escapeText(text, { lineStart: true, lineEnd: true })).toBe(written));
