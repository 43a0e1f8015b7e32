import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fieldSpecs } from '../../core/article/fields';
import { readSlug } from './slugs';

test('a headline becomes words joined by hyphens', () =>
  expect(readSlug('Élysée: the mayor’s “last” word')).toBe('elysee-the-mayors-last-word'));
test('a slug ends at a whole word', () => expect(readSlug('harbour '.repeat(20)).endsWith('harbour')).toBe(true));
test('whatever is typed, a slug fits its field and stays itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const slug = readSlug(typed);
      expect(v.is(fieldSpecs.slug, slug)).toBe(true);
      expect(readSlug(slug)).toBe(slug);
    }),
  );
});
