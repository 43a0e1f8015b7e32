/** Fields by which a search is narrowed. */
export const filters = ['section', 'status', 'speaker', 'tag', 'language'] as const;
export type Filter = (typeof filters)[number];

/** A day, month or year, as far as it was typed. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number | null;
  readonly day: number | null;
}

/** Words in this order side by side; `begins`: the last of them may go on. `not`: articles that have them are left out. */
interface Wanted {
  readonly words: readonly string[];
  readonly begins: boolean;
  readonly not: boolean;
}

export type Clause =
  | ({ readonly kind: 'words' } & Wanted)
  | ({ readonly kind: 'filter'; readonly filter: Filter } & Wanted)
  /** Last edited before the first moment of the day, or from it on, by the clock of the computer. */
  | { readonly kind: 'edited'; readonly side: 'before' | 'after'; readonly day: Day; readonly not: boolean };

/** What a writer asks the library: everything in it must be true of an article. */
export type Query = readonly Clause[];

/** The first moment of a day, month or year here, in milliseconds since 1970. */
export const startOf = ({ year, month, day }: Day): number => {
  const start = new Date(2000, (month ?? 1) - 1, day ?? 1);
  start.setFullYear(year, (month ?? 1) - 1, day ?? 1);
  return start.getTime();
};
