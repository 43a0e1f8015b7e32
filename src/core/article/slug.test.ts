import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { slug } from './fields';
import { exportName, numbered, slugFrom } from './slug';

test.each([
  ['Harbour closed as ice comes early', 'harbour-closed-as-ice-comes-early'],
  ['Crème brûlée: don’t ask', 'creme-brulee-dont-ask'],
  ['Straße in Tromsø, Ærø und Łódź', 'strasse-in-tromso-aero-und-lodz'],
  ['Київ чекає на щедрий йод', 'kiyiv-chekaye-na-shchedriy-yod'],
  ['Ο Άνεμος', 'o-anemos'],
  ['İzmir', 'izmir'],
  ['ﬁve ½ per cent', 'five-1-2-per-cent'],
  ['東京', 'untitled'],
  ['', 'untitled'],
  ['Con', 'con-story'],
  ['../../etc/passwd', 'etc-passwd'],
])('%s → %s', (headline, expected) => {
  expect(slugFrom(headline)).toBe(expected);
});

test('a long headline is cut between words, one endless word anywhere', () => {
  expect(slugFrom('one two three four five six seven eight nine ten eleven twelve thirteen')).toBe(
    'one-two-three-four-five-six-seven-eight-nine-ten-eleven',
  );
  expect(slugFrom('x'.repeat(100))).toBe('x'.repeat(60));
});

test('every text gives a valid slug of at most 60 characters and a few more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(v.is(slug, slugFrom(text))).toBe(true);
      expect(slugFrom(text).length).toBeLessThanOrEqual(66);
    }),
  );
});

test('an article’s own slug goes before its headline', () => {
  expect(exportName({ slug: 'ice', headline: 'Harbour closed' })).toBe('ice');
  expect(exportName({ slug: '', headline: 'Harbour closed' })).toBe('harbour-closed');
  expect(exportName({ slug: 'aux', headline: '' })).toBe('aux-story');
});

test('a name that is taken gets the next number', () => {
  expect(numbered('ice', new Set())).toBe('ice');
  expect(numbered('ice', new Set(['ice', 'ice-2']))).toBe('ice-3');
});
