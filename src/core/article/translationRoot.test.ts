import { expect, test } from 'vitest';
import { translationsAmong } from './translationRoot';

const one = (id: string, language: string, original: string | null = null) => ({ id, language, original });
const ids = (found: ReturnType<typeof translationsAmong>) =>
  Object.fromEntries([...found].map(([id, group]) => [id, group.map((each) => each.id).join(' ')]));

test('an article and its translations know one another, over several steps', () =>
  expect(ids(translationsAmong([one('en', 'en'), one('fr', 'fr', 'en'), one('de', 'de', 'fr'), one('x', 'nl')]))).toEqual({
    en: 'en fr de',
    fr: 'en fr de',
    de: 'en fr de',
  }));

test('two translations of one original that is not there stand alone', () =>
  expect(ids(translationsAmong([one('fr', 'fr', 'gone'), one('de', 'de', 'gone')]))).toEqual({}));

test('of two in one language the first counts', () =>
  expect(ids(translationsAmong([one('en', 'en'), one('fr', 'fr', 'en'), one('fr2', 'FR', 'en')]))).toEqual({
    en: 'en fr',
    fr: 'en fr',
  }));

test('a circle is no reason to hang', () =>
  expect(ids(translationsAmong([one('a', 'en', 'b'), one('b', 'fr', 'a')]))).toEqual({}));
