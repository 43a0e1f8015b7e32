import { expect, test } from 'vitest';
import { betweenPictures } from './betweenPictures';
import type { Drawing, Piece } from './piece';

const picture = (name: string): Drawing => ({ name, file: name, alt: '', base64: null });
const piece = (text: string, of: Drawing | null = null): Piece => ({
  text,
  looks: new Set(),
  role: null,
  url: null,
  at: null,
  notes: [],
  picture: of,
});

test('words between pictures come between them, and spaces alone are none', () => {
  const [one, two] = [picture('a.png'), picture('b.png')];
  const [before, more, after] = [piece('Before'), piece(' it'), piece('After')];
  expect(betweenPictures([before, more, piece('', one), piece(' '), piece('', two), after])).toEqual([
    [before, more],
    one,
    two,
    [after],
  ]);
});

test('a paragraph without pictures is its words', () => {
  const words = [piece('Words')];
  expect(betweenPictures(words)).toEqual([words]);
  expect(betweenPictures([])).toEqual([]);
});
