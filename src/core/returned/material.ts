import type { DocJson } from '../document/json';
import type { LeftOut } from '../formats/format';
import { asCarried, type AsCarried, type Carrying } from './asCarried';
import { deskNotesOf, type DeskNotes } from './deskNotes';

/** What a returned copy is compared by: all of it in the form in which the format carries an article. */
export interface Material {
  carrying: Carrying;
  /** What was sent, as its own export reads back. */
  base: AsCarried;
  /** What was sent, as the library has it: the same, but for what the format itself turns into something else. */
  here: AsCarried;
  /** What came back. */
  desk: AsCarried;
  notes: DeskNotes;
}

/** A copy as it came back, ready to be compared. */
export interface ReturnedCopy {
  material: Material;
  /** The version that was sent, and when; null where nothing says what was, so that the article as it stands counts. */
  filed: { version: number; at: number; format: string } | null;
  /** How much of copy and article is the same words: 0 to 1. Below `STRANGE` it is plainly another text. */
  alike: number;
  /** What of the file is no part of the article. */
  leftOut: readonly LeftOut[];
  /** What the file is called. */
  name: string;
}

/** A copy that has less than this in common with the article is rather another one. */
export const STRANGE = 0.3;

/**
 * What to compare: `sent` as the library has it, `echo` the same after it went through its own export and import, `returned` as the
 * importer reads the copy that came back.
 */
export function materialOf(
  { sent, echo, returned }: { sent: DocJson; echo: DocJson; returned: DocJson },
  carrying: Carrying,
): Material {
  const desk = asCarried(returned, carrying);
  return {
    carrying,
    base: asCarried(echo, carrying),
    here: asCarried(sent, carrying),
    desk,
    notes: deskNotesOf(returned, desk),
  };
}
