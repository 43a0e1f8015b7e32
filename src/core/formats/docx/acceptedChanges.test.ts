import { expect, test } from 'vitest';
import { AcceptedChanges } from './acceptedChanges';
import type { Piece } from './piece';

const piece = (text: string, ...notes: string[]): Piece => ({
  text,
  looks: new Set(),
  role: null,
  url: null,
  at: null,
  notes,
  picture: null,
});
const told = (pieces: readonly Piece[]) => pieces.map(({ text, notes }) => [text, ...notes]);

test('words that nobody changed come as they are', () => {
  const changes = new AcceptedChanges();
  expect(told(changes.accept(piece('The road', 'A comment.'), null))).toEqual([['The road', 'A comment.']]);
  expect(changes.removed).toBeNull();
});

test('inserted words say so, and words in place of others say of which', () => {
  const changes = new AcceptedChanges();
  expect(told(changes.accept(piece('early'), { kind: 'inserted', by: 'Ana Reis' }))).toEqual([['early', 'Ana Reis: Inserted']]);
  changes.remove('la', 'Ana Reis');
  changes.remove('te', 'Ana Reis');
  expect(told(changes.accept(piece('early'), { kind: 'inserted', by: 'Ana Reis' }))).toEqual([
    ['early', 'Ana Reis: Changed from “late”'],
  ]);
  expect(changes.removed).toBeNull();
});

test('what was taken away is told on the next word, not on a space', () => {
  const changes = new AcceptedChanges();
  changes.remove('very ', '');
  expect(told(changes.accept(piece(' '), null))).toEqual([[' ']]);
  expect(told(changes.accept(piece(' late again'), null))).toEqual([[' late', 'Deleted before this “very”'], [' again']]);
  expect(told(changes.accept(piece('more'), null))).toEqual([['more']]);
});

test('what was taken away at the end of a paragraph is told of the paragraph', () => {
  const changes = new AcceptedChanges();
  changes.remove('The end.', 'Ana Reis');
  expect(changes.removed).toBe('Ana Reis: Deleted here “The end.”');
});
