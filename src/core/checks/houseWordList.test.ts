import { expect, test } from 'vitest';
import { joinHouseWords, readHouseWords, writeHouseWords } from './houseWordList';

const word = (not: string, use: string, language: string | null = null) => ({ language, not, use });

test('lines with arrows, with a language or for all', () => {
  const { words, unread } = readHouseWords('# House\n\nKiev → Kyiv\nen: mail -> e-mail\r\nfr-CA: e-mail=>courriel\n');
  expect(words).toEqual([word('Kiev', 'Kyiv'), word('mail', 'e-mail', 'en'), word('e-mail', 'courriel', 'fr-CA')]);
  expect(unread).toEqual([]);
});

test('a table with a header, quoted cells and languages', () => {
  const { words } = readHouseWords('\ufeffnot,use,language\nKiev,Kyiv,en\n"the ""Big"" One","the flood, 1953"\n');
  expect(words).toEqual([word('Kiev', 'Kyiv', 'en'), word('the "Big" One', 'the flood, 1953')]);
  expect(readHouseWords('Kiev;Kyiv\nMumbay;Mumbai;en').words).toEqual([word('Kiev', 'Kyiv'), word('Mumbay', 'Mumbai', 'en')]);
  expect(readHouseWords('Kiev\tKyiv').words).toEqual([word('Kiev', 'Kyiv')]);
});

test('what is not understood is told by its line, and the rest is taken', () => {
  const { words, unread } = readHouseWords(`Kiev\nKiev → Kyiv\n→ nothing\nx → ${'y'.repeat(101)}\na,b,not a language`);
  expect(words).toEqual([word('Kiev', 'Kyiv')]);
  expect(unread.map(({ line }) => line)).toEqual([1, 3, 4, 5]);
});

test('what is written reads back, and of two for the same words the later one counts', () => {
  const words = [word('Kiev', 'Kyiv', 'en'), word('the flood, 1953', 'the Flood')];
  expect(readHouseWords(writeHouseWords(words)).words).toEqual(words);
  expect(joinHouseWords(words, [word('Kiev', 'Kyjiv', 'en'), word('Kiev', 'Kyjiw', 'de')])).toEqual([
    word('Kiev', 'Kyjiv', 'en'),
    words[1],
    word('Kiev', 'Kyjiw', 'de'),
  ]);
});
