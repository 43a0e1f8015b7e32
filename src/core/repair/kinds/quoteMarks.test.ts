import { expect, test } from 'vitest';
import { quote } from '../../document/testing/builders';
import { findings, found } from '../testing/found';
import { foreignMarks } from './foreignMarks';
import { lostMarks } from './lostMarks';
import { quotationStart } from './quotationStart';
import { unpairedMark } from './unpairedMark';
import { wrongDirection } from './wrongDirection';

test('a mark at the edge of a block quotation goes; in running text only a person can tell', async () => {
  const peskov = quote({ speaker: 'Ada Wells' }, 'We waited. Above all, we waited for news. »');
  expect(await found(unpairedMark, 'en', peskov)).toEqual(['news. » → news.']);
  expect(await found(foreignMarks, 'en', peskov)).toEqual(['» → ?']);
  expect(await found(quotationStart, 'en', peskov)).toEqual(['We waited. → ?']);
  const [lonely] = await findings(unpairedMark, 'en', 'She said: “We wait. Then she left.');
  expect(lonely?.after).toBeUndefined();
  expect(lonely?.choices?.map(({ after }) => after)).toEqual(['“We wait. Then she left.”', 'We']);
});

test.each([
  ['en', ['“We stay here, said Mara Lind on Monday.', '“And we wait.”'], 1],
  ['fr', ['« Nous restons, explique Élodie Kerjean.', '« Et nous attendons. »'], 1],
  ['de', ['„Wir bleiben, sagte Ulrike Jäger.', '„Und wir warten.“'], 1],
  ['en', ['“We stay, said the mayor of us.', '“And we wait.”'], 0],
])('%s: a quotation that seems to run on, with its speaker named before the end', async (language, texts, count) => {
  expect(await found(unpairedMark, language, ...texts)).toHaveLength(count);
});

test.each([
  ['en', ['“We stay,” she said. The boys’ boat isn’t ‘ours’, it’s 6" long.']],
  ['en', ['“One paragraph.', '“And the next.”']],
  ['fr', ['« Nous restons », dit-elle. « C’est “notre” port. »']],
  ['de', ['„Wir bleiben“, sagte sie. »Ja«, sagte er.']],
])('%s: careful copy stays as it is', async (language, texts) => {
  for (const kind of [unpairedMark, foreignMarks, wrongDirection]) expect(await found(kind, language, ...texts)).toEqual([]);
});

test('marks turned round, and marks of another language', async () => {
  expect(await found(wrongDirection, 'en', 'She said: ”We stay.”')).toEqual(['”We → “We']);
  expect(await found(foreignMarks, 'en', 'It was «unfair» to all.')).toEqual(['«unfair» → “unfair”']);
  expect(await found(foreignMarks, 'de', 'Das war “ungerecht” für alle.')).toEqual(['“ungerecht” → „ungerecht“']);
});

test('a page of reported speech without a pair of marks is told once', async () => {
  const told = 'The mayor said the pier would close, and the clerk denied that she had known of it before the winter. ';
  expect(await findings(lostMarks, 'en', told.repeat(8), told.repeat(8))).toHaveLength(1);
  expect(await found(lostMarks, 'en', told.repeat(8), told.repeat(8), 'It was “unfair”, he said.')).toEqual([]);
  expect(await found(lostMarks, 'en', told)).toEqual([]);
});
