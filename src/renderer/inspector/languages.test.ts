import { expect, test } from 'vitest';
import { languageName, readLanguage, suggestLanguages } from './languages';

test('a language is known by its name or its tag', () => {
  expect(readLanguage('French')).toBe('fr');
  expect(readLanguage(' british english ')).toBe('en-GB');
  expect(readLanguage('de-at')).toBe('de-AT');
});
test('a mistyped name is not taken for a tag', () => {
  expect(readLanguage('frensh')).toBeNull();
  expect(readLanguage('')).toBeNull();
  expect(readLanguage('not a language')).toBeNull();
});
test('names are English', () => expect(languageName('uk')).toBe('Ukrainian'));
test('suggestions begin as typed, in name or tag', () => {
  expect(suggestLanguages('port').map((one) => one.detail)).toEqual(['pt', 'pt-BR']);
  expect(suggestLanguages('nb').map((one) => one.value)).toEqual(['Norwegian Bokmål']);
});
