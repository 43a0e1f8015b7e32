import { expect, test } from 'vitest';
import { plainStyle } from '../article/houseStyle';
import { abbr, article, doc, p, quote } from '../document/testing/builders';
import { inLanguage } from '../repair/testing/found';
import { abbreviationTwice } from './abbreviationTwice';
import { abbreviationUnexplained } from './abbreviationUnexplained';
import { longParagraphs } from './longParagraphs';
import { longSentences } from './longSentences';
import { sentencesIn } from './sentences';
import { looking, seen } from './testing/looking';
import { unattributedInline } from './unattributedInline';

const said = 'We were never asked about any of it';

test.each([
  ['en', 'The Harbour Trust (HT) met. HT agreed.', []],
  ['en', 'HT (the Harbour Trust) met, the EU and the BBC watched the F-16 and COVID-19.', []],
  ['en', 'The NHT met. Later the National Harbour Trust (NHT) agreed.', ['hint NHT']],
  ['en', 'The NHT met, and the NHT left Louis XIV at IBM.', ['hint NHT']],
  ['en', 'She said: “The NHT is gone.”', []],
  ['fr', 'La SNCF et le Conseil maritime du Nord (CMN). Le CMN attend le FTB.', ['hint FTB']],
  ['en', 'THE NHT LEFT', []],
] as const)('abbreviations, %s: %s', (language, text, wanted) => {
  expect(seen(abbreviationUnexplained, inLanguage(language, text))).toEqual(wanted);
});

test('an abbreviation marked with its expansion needs no more words', () => {
  expect(seen(abbreviationUnexplained, doc(p('The ', abbr('National Harbour Trust', 'NHT'), ' met.')))).toEqual([]);
});

test('expanded in two ways, in words or by the mark', () => {
  const text = (long: string) => p(`The ${long} (NHT) met.`);
  expect(seen(abbreviationTwice, doc(text('National Harbour Trust'), text('Northern Harbour Trust')))).toEqual(['warning NHT']);
  expect(seen(abbreviationTwice, doc(text('National Harbour Trust'), text('national harbour trust')))).toEqual([]);
  expect(seen(abbreviationTwice, doc(text('National Harbour Trust'), p(abbr('Northern Harbour Trust', 'NHT'), ' met.')))).toEqual(
    ['warning NHT'],
  );
});

test.each([
  ['en', [`The council met. “${said}.”`, 'The rain went on.'], ['hint “We were never']],
  ['en', [`“${said},” Mara Lind said.`], []],
  ['en', ['Mara Lind said on Monday that it was over.', `“${said}.”`], []],
  ['en', [`Mara Lind: “${said}.”`], []],
  ['en', ['They called it “the narrow budget”.'], []],
  ['en', [`“${said}.`, '“And again.', '“And once more.”', 'Mara Lind told the board so.'], []],
  ['fr', [`« Personne ne nous a demandé notre avis sur rien »`, 'La pluie continue.'], ['hint « Personne ne']],
  ['fr', [`« Personne ne nous a demandé notre avis », a déclaré Élodie Kerjean.`], []],
  ['de', ['„Niemand hat uns jemals zu irgendetwas gefragt.“', 'Es regnet.'], ['hint „Niemand hat']],
  ['de', ['„Niemand hat uns jemals zu irgendetwas gefragt“, sagte Ulrike Jäger.'], []],
  ['es', ['«Nadie nos ha preguntado nunca por nada».', 'Llueve.'], ['hint «Nadie nos ha']],
  ['es', ['«Nadie nos ha preguntado nunca por nada», dijo Inés Robles.'], []],
  ['fi', ['”Kukaan ei ole koskaan kysynyt meiltä mitään.”'], []],
] as const)('who spoke, %s: %j', (language, texts, wanted) => {
  expect(seen(unattributedInline, inLanguage(language, ...texts))).toEqual(wanted);
});

test('a sentence and a paragraph that are too long, by the limits of the house', () => {
  const limits = { ...plainStyle.limits, sentence: 6, paragraph: 9 };
  const story = article({}, p('One two three four five six seven. Eight nine ten.'), p('One two three four five six.'));
  expect(looking(longSentences, story, { style: { limits } }).map(({ message }) => message)).toEqual([
    'This sentence has 7 words. Where could it breathe?',
  ]);
  expect(seen(longParagraphs, story, { style: { limits } })).toEqual(['hint One two three']);
  const off = { ...limits, sentence: null, paragraph: null };
  expect(seen(longSentences, story, { style: { limits: off } })).toEqual([]);
  expect(seen(longParagraphs, story, { style: { limits: off } })).toEqual([]);
  const spoken = article(
    {},
    quote({}, 'One two three four five six seven eight nine ten.'),
    p('“One two three four five six seven.”'),
  );
  expect(seen(longSentences, spoken, { style: { limits } })).toEqual([]);
  expect(seen(longParagraphs, spoken, { style: { limits } })).toEqual([]);
});

test.each([
  ['en', 'Mr. Smith met Dr. A. Lind. They left.', ['Mr. Smith met Dr. A. Lind.', 'They left.']],
  ['de', 'Das ist z. B. heute so. Morgen nicht.', ['Das ist z. B. heute so.', 'Morgen nicht.']],
  ['fr', 'M. Kerjean est là. Vraiment ?', ['M. Kerjean est là.', 'Vraiment ?']],
])('sentences, %s: %s', (language, text, wanted) => {
  expect(sentencesIn(text, language).map(({ from, to }) => text.slice(from, to))).toEqual(wanted);
});
