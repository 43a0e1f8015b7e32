import type { Drawing, Piece } from './piece';
import { lineOf } from './pieces';

/** What stands in a paragraph with pictures, in order: each picture, and the words between them where there are any. */
export function betweenPictures(pieces: readonly Piece[]): (Drawing | Piece[])[] {
  const parts: (Drawing | Piece[])[] = [];
  let words: Piece[] = [];
  const flush = (): void => {
    if (lineOf(words).trim() !== '') parts.push(words);
    words = [];
  };
  for (const piece of pieces) {
    if (piece.picture === null) words.push(piece);
    else {
      flush();
      parts.push(piece.picture);
    }
  }
  flush();
  return parts;
}
