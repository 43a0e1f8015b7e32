import { expect, test } from 'vitest';
import type { MarkJson } from '../document/json';
import { besides, notesIn, withNotes } from './noteMarks';

const note = (text: string): MarkJson => ({ type: 'note', attrs: { text } });
const bold: MarkJson = { type: 'bold' };
const link = (url: string): MarkJson => ({ type: 'link', attrs: { target: { url } } });

test('a note that is there alone stays exactly as it is', () => {
  const odd = note(' Who? ');
  expect(withNotes([odd], [])).toEqual([odd]);
  expect(withNotes([odd], [' Who? '])).toEqual([odd]);
});

test('further notes join the one that is there, each once', () => {
  expect(notesIn(withNotes([note('Who?')], ['When?', 'Who?', '', 'When?']))).toEqual(['Who? / When?']);
});

test('marks keep the order of the schema, wherever the note comes in', () => {
  expect(withNotes([bold], ['Who?'])).toEqual(withNotes([note('Who?'), bold], []));
  expect(withNotes([bold], [])).toEqual([bold]);
});

test('marks with others give way to none of the same kind', () => {
  expect(besides([link('https://example.org/a')], [link('https://example.org/b'), bold])).toEqual([
    link('https://example.org/a'),
    bold,
  ]);
});
