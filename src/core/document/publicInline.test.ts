import { expect, test } from 'vitest';
import { publicInline } from './publicInline';
import { nowhere, type Resolver } from './resolver';
import { a, b, br, i, note, p, said, shows, to } from './testing/builders';

const shown = (...words: Parameters<typeof p>) => publicInline(p(...words).content, nowhere);
const words = (...of: Parameters<typeof p>) => p(...of).content;

test('private marks go, and words that then look alike are one text', () => {
  expect(shown('We ', note('Who?', 'stay'), said({ speaker: 'Ada Wells' }, ' here'), '.')).toEqual(words('We stay here.'));
});

test('marks stand in one order, however they were put', () => {
  expect(shown(i(b('stay')))).toEqual(shown(b(i('stay'))));
});

test('links lead to addresses; one to an article without any is its words', () => {
  const resolver: Resolver = { ...nowhere, addressOf: (id) => (id === 'quay000000000000' ? 'https://example.org/quay' : null) };
  const text = p('See ', to('quay000000000000', 'the quay'), ' and ', to('pier000000000000', 'the pier'));
  expect(publicInline(text.content, resolver)).toEqual(words('See ', a('https://example.org/quay', 'the quay'), ' and the pier'));
});

test('breaks at either end go, those between words stay', () => {
  expect(shown(br(), 'One', br(), 'two', br(), br())).toEqual(words('One', br(), 'two'));
});

test('spaces and breaks alone are nothing, and so is a headline that may not be named', () => {
  expect(shown(' ', br(), '\u00a0')).toEqual([]);
  expect(shown(shows('quay000000000000'))).toEqual([]);
  expect(publicInline(undefined, nowhere)).toEqual([]);
});
