import { expect, test } from 'vitest';
import { box, hr, li, p, table, ul } from '../../document/testing/builders';
import { areWords, boxOf, tableOf } from './tableOf';

test('a table of paragraphs is one, and an empty cell holds an empty paragraph', () => {
  const rows = [[[p('Port')], [p('Days')]], [[p('Quay')], []], []];
  expect(areWords(rows)).toBe(true);
  expect(tableOf(rows, { headerRow: true, caption: '' })).toEqual(table(['Port', 'Days'], ['Quay', p()]));
});

test('without a cell there is no table', () => {
  expect(tableOf([[], []], { headerRow: false, caption: 'Empty' })).toBeNull();
});

test('with anything but paragraphs it lays out a page', () => {
  expect(areWords([[[p('Port')]], [[hr()]]])).toBe(false);
});

test('a fact box holds paragraphs and lists, and is never without a block', () => {
  const list = ul(li(p('One')));
  expect(boxOf('Facts', [p('Fog.'), list])).toEqual(box('Facts', p('Fog.'), list));
  expect(boxOf('Facts', [])).toEqual(box('Facts'));
  expect(boxOf('Facts', [p('Fog.'), hr()])).toBeNull();
});
