import { expect, test } from 'vitest';
import { b, note, p, shows } from '../document/testing/builders';
import { docxExporter } from '../formats/docx/docxExporter';
import { markdownExporter } from '../formats/markdown/markdownExporter';
import { adoptWords } from './adoptWords';
import { carryingOf } from './testing/copies';

type Words = Parameters<typeof p>;
const adopted = (mine: Words, wanted: Words, exporter = markdownExporter) =>
  adoptWords([p(...mine).content ?? []], [p(...wanted).content ?? []], carryingOf(exporter), 'en')[0];
const words = (...of: Words) => p(...of).content;

test('words that stay keep their notes, and words between others of one note have it too', () => {
  const mine: Words = [note('Who says?', 'The road opened late'), '.'];
  expect(adopted(mine, ['The road opened very late.'])).toEqual(words(note('Who says?', 'The road opened very late'), '.'));
});

test('a note on words that went stays with the words beside them', () => {
  const given = adopted(['The ', note('Ask.', 'icy '), 'road'], ['The road']);
  expect(JSON.stringify(given)).toContain('Ask.');
  expect(given?.map((node) => (node.type === 'text' ? node.text : '')).join('')).toBe('The road');
});

test('a word that is set otherwise keeps what the copy could not show', () => {
  expect(adopted([note('Ask.', 'stay')], [b('stay')])).toEqual(words(b(note('Ask.', 'stay'))));
});

test('a headline that a link shows is that link again while its words are whole, and words where they are not', () => {
  const mine: Words = ['See ', shows('elsewhere0000000'), '.'];
  const link = shows('elsewhere0000000');
  expect(adopted(mine, ['See Ferry service ends now.'], docxExporter)).toEqual(words('See ', link, ' now.'));
  expect(adopted(mine, ['See Ferry traffic ends.'], docxExporter)?.map(({ type }) => type)).not.toContain('articleLink');
});

test('what the format carries comes as the copy has it, what it does not stays', () => {
  expect(adopted([b('We stay'), '.'], ['We stay.'])).toEqual(words('We stay.'));
  const noted: Words = [note('Ask.', 'We stay'), '.'];
  expect(adopted(noted, ['We stay.'])).toEqual(words(...noted));
});
