import { expect, test } from 'vitest';
import { move, remove, rename } from './arrange';
import { checkSeries } from './settle';
import { run, told } from './testing/builders';

const ice = run('Ice', 'a', 'b', 'c');
const nameless = run(null, 'a', 'b');

test('taking an entry out lets its neighbours stand side by side', () => {
  expect(told(remove([ice], ice.id, 1).all)).toEqual(['Ice: a c']);
});

test('a nameless pair ends when one is taken out', () => {
  expect(remove([nameless], nameless.id, 0)).toEqual({ all: [], changed: null });
});

test('moving counts places as they are afterwards', () => {
  expect(told(move([ice], ice.id, 0, 2).all)).toEqual(['Ice: b c a']);
  expect(told(move([ice], ice.id, 2, 0).all)).toEqual(['Ice: c a b']);
});

test('a blank name is no name', () => {
  expect(told(rename([ice], ice.id, '  ').all)).toEqual(['-: a b c']);
  expect(told(rename([nameless], nameless.id, ' Salt ').all)).toEqual(['Salt: a b']);
});

test('a series or entry that is gone is said to be gone', () => {
  expect(() => rename([], ice.id, 'Salt')).toThrow(expect.objectContaining({ code: 'series/missing' }));
  expect(() => remove([ice], ice.id, 3)).toThrow(expect.objectContaining({ code: 'series/no-entry' }));
  expect(() => move([ice], ice.id, 0, 3)).toThrow(expect.objectContaining({ code: 'series/no-entry' }));
});

test('series that come back from an undo must keep the laws', () => {
  expect(checkSeries([ice])).toEqual([ice]);
  expect(() => checkSeries([ice, nameless])).toThrow(expect.objectContaining({ code: 'series/invalid' }));
  expect(() => checkSeries([run('Ice', 'a', 'a')])).toThrow(expect.objectContaining({ code: 'series/invalid' }));
  expect(() => checkSeries('series')).toThrow(expect.objectContaining({ code: 'series/invalid' }));
});
