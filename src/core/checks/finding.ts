import type { FieldName, Fields } from '../article/fields';
import type { PlacedEdit } from '../repair/applyEdits';
import type { WordsAttribute } from '../repair/page';

export const levels = ['error', 'warning', 'hint'] as const;
export type Level = (typeof levels)[number];

/** A way out of a finding that is more than other words: what one key or button does, in words and in deed. */
export type Fix = { readonly title: string } & (
  | { readonly fields: Partial<Pick<Fields, 'slug'>> }
  /** The words stay and lead nowhere. */
  | { readonly unlink: true }
  /** An article comes back from the trash. */
  | { readonly restore: string }
  /** An article is taken out of the series of this one. */
  | { readonly leaveSeries: string }
  /** The line becomes who said the words above it, which stand as a block quotation from then on. */
  | { readonly attribution: { readonly speaker: string; readonly role: string | null } }
);

/** Something that a sub-editor would point out. Nothing is changed until the writer says so. */
export interface Finding {
  /** Which check or kind of damage: stable, for scripts. */
  kind: string;
  level: Level;
  /** Of a repair: how sure it is that there is damage and that this is what stood there. */
  certainty?: 'sure' | 'likely' | 'look';
  /** Line in the source text, from 1, where it came from one; 0 for the whole of it. */
  line?: number;
  /** The words as they stand, and what is proposed instead. Without `after` only a person can tell. */
  before?: string;
  after?: string;
  /** The change that turns `before` into `after`, for `applyEdits`. */
  edits?: readonly PlacedEdit[];
  /** Several ways out, where none is better than the others. */
  choices?: readonly { before: string; after: string; edits: readonly PlacedEdit[] }[];
  /** Ways out that are more than other words; one key takes the only one. */
  fixes?: readonly Fix[];
  /** A sentence in a colleague's voice. */
  message: string;
  /** Where it stands in the document: child indices to the block, and UTF-16 units in its text. */
  place?: { path: readonly number[]; attribute: WordsAttribute | null; from: number; to: number };
  /** The field that it is about, where it is not about words on the page. */
  field?: FieldName;
  /** Accepting it would change words inside quotation marks or a block quotation: bulk actions leave it out. */
  quoted?: true;
  /** The same for the same words in the same surroundings, whatever else was edited. */
  fingerprint?: string;
}

/** True when something was found that should not go out. */
export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((finding) => finding.level === 'error');
