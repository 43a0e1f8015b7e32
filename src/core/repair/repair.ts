import type { Fix, Level } from '../checks/finding';
import type { TextPart } from './page';

/** How sure a finding is. The interface says these words. */
export type Certainty = 'sure' | 'likely' | 'look';

/** `text` in place of what stands from `from` to `to` (UTF-16 units in the text of a part). */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One thing that is damaged on a page, and what may be done about it. Nothing is done until the writer says so. */
export interface Repair {
  /** Which damage: stable, for scripts and for the memory of what was rejected. */
  readonly kind: string;
  readonly level: Level;
  readonly certainty: Certainty;
  /** Where it stands; null for the whole page. */
  readonly part: TextPart | null;
  /** The words it is about, whole words around what changes. */
  readonly from: number;
  readonly to: number;
  /** What is proposed, ascending and apart; null where only a person can tell. */
  readonly edits: readonly Edit[] | null;
  /** Several ways out, where none is better than the others. */
  readonly choices?: readonly { readonly edits: readonly Edit[] }[];
  /** Ways out that are more than other words. */
  readonly fixes?: readonly Fix[];
  /** A sentence in a colleague's voice. */
  readonly message: string;
  /** True when only marks and invisible characters change, so that a quotation keeps its words. */
  readonly keepsWords?: boolean;
}

/** The text from `from` to `to` after the edits, which lie in it. */
export function edited(text: string, from: number, to: number, edits: readonly Edit[]): string {
  let out = '';
  let at = from;
  for (const edit of edits) {
    out += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return out + text.slice(at, to);
}
