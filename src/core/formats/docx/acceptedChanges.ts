import type { Piece } from './piece';
import { leadingWord, tracked, type Change } from './trackedChanges';

/** The tracked changes of a paragraph, accepted: what was taken away is told in a note on the words that came after it. */
export class AcceptedChanges {
  /** What a change took away just here, and no words came after yet. */
  #pending = '';
  #by = '';

  /** What was taken away at the end of the paragraph, as a note; null where nothing was. */
  get removed(): string | null {
    return this.#pending === '' ? null : tracked(this.#by, 'Deleted here', this.#pending);
  }

  /** Words that a change took away. */
  remove(text: string, by: string): void {
    this.#pending += text;
    this.#by = by;
  }

  /** Words as they stay, with notes of what was changed in them or before them. */
  accept(piece: Piece, change: Change | null): Piece[] {
    const { text, notes } = piece;
    const pending = this.#pending;
    if (change !== null) {
      this.#pending = '';
      return [{ ...piece, notes: [...notes, tracked(change.by, pending === '' ? 'Inserted' : 'Changed from', pending)] }];
    }
    if (pending === '' || text.trim() === '') return [piece];
    this.#pending = '';
    const word = leadingWord(text);
    const noted = { ...piece, text: word, notes: [...notes, tracked(this.#by, 'Deleted before this', pending)] };
    return word === text ? [noted] : [noted, { ...piece, text: text.slice(word.length) }];
  }
}
