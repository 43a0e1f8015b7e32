import { expect, test } from 'vitest';
import { publicView } from './publicView';
import { doc, note, p, pull, table } from './testing/builders';
import type { BlockOf } from './json';

const shown = (block: BlockOf<'table'>) => publicView(doc(block)).body;
const headless = (block: BlockOf<'table'>, caption = ''): BlockOf<'table'> => ({
  ...block,
  attrs: { headerRow: false, caption },
});

test('rows are as long as the longest, and a cell never says how many squares it has', () => {
  expect(shown(table(['Port'], ['Quay', '7']))).toEqual([table(['Port', ''], ['Quay', '7'])]);
  const cell: BlockOf<'tableCell'> = { type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [p('Quay'), p()] };
  expect(shown({ type: 'table', content: [{ type: 'tableRow', content: [cell] }] })).toEqual([table(['Quay'])]);
});

test('a heading row without words heads nothing, and a table without words is none', () => {
  expect(shown(table(['', ''], ['Quay', '7']))).toEqual([headless(table(['Quay', '7']))]);
  expect(shown(headless(table(['', ''], ['Quay', '7'])))).toEqual([headless(table(['', ''], ['Quay', '7']))]);
  expect(shown(table([''], ['']))).toEqual([]);
  expect(shown({ ...table(['']), attrs: { headerRow: true, caption: 'Days' } })).toEqual([headless(table(['']), 'Days')]);
});

test('a private note goes, in a cell and in a pull quote; the words stay', () => {
  expect(publicView(doc(table([p(note('ask', 'Quay'))]), pull(null, 'Thin ', note('sure?', 'ice')))).body).toEqual([
    table(['Quay']),
    pull(null, 'Thin ice'),
  ]);
});
