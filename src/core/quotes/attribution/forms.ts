/** How a language says who said something. Words as they are written in running text; data, not rules. */
export interface SpeechForms {
  /** Primary subtag (BCP 47). */
  language: string;
  /** Verbs of saying, in the third person. */
  verbs: readonly string[];
  /** What stands before the name: "according to". */
  before: readonly string[];
  /** What stands behind the name: "zufolge". */
  after: readonly string[];
  /** Pronouns that stand for somebody named before. */
  pronouns: readonly string[];
  /** Before a name and no part of it. */
  honorifics: readonly string[];
  /** Offices that stand before a name, with a capital or without. */
  titles: readonly string[];
  /** Articles that fall off a role. */
  articles: readonly string[];
  /** Capitalised at the beginning of a sentence, and never the beginning of a name. */
  openers: readonly string[];
  /** What follows a name and a comma without being a role. */
  notRoles: readonly string[];
  /** Where a role ends and a clause about the person begins. */
  relatives: readonly string[];
}

/** Words of a list as it is easiest to read. */
export const list = (words: string): readonly string[] =>
  words
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');
