/** The forms of one language that the kinds of repair go by. All words in lower case. */
export interface LanguageForms {
  /** Primary subtag (BCP 47). */
  language: string;
  /** Closed-class words that never take part in a compound or a derived word at that end. */
  functionWords: { first: ReadonlySet<string>; last: ReadonlySet<string> };
  /** Small words that also end compounds ("takeover"): only believed after a long word. */
  particles: ReadonlySet<string>;
  /** Function words that old or legal language joins to a particle ("whereat", "thereto"). */
  withParticles: ReadonlySet<string>;
  /** Beginnings of names and brands before a capital (`McDonald`, `vanGogh`, `iPhone`): never the first of two words. */
  nameBeginnings: ReadonlySet<string>;
  /** Names written with a capital inside whose beginning is a word of the language (`easyJet`). */
  innerCapitals: ReadonlySet<string>;
  /** Endings of words that do not begin a compound. */
  closedEndings: readonly string[];
  /** Of those, the ones that no name begins with either. */
  abstractEndings: readonly string[];
  /** How words are made of others: a word made of a known one is known. */
  formation: {
    prefixes: readonly string[];
    /** Prefixes that are words of their own and begin only adjectives and what is made of these. */
    adjectivePrefixes?: RegExp;
    endings: RegExp;
  };
  /**
   * For a language that hardly makes compounds: two known words of at least so many letters are believed to have stood apart,
   * unless the first is one that such a language does join, or ends like a combining form.
   */
  joins?: { least: number; notFirst: ReadonlySet<string>; linking: RegExp };
  /** Words that may stand twice on purpose. */
  doubled: ReadonlySet<string>;
  /** Words that are small enough to be doubled by mistake with certainty. */
  neverDoubled: ReadonlySet<string>;
  /** Between "pre-" and "post-war": the hyphen before them is meant. */
  conjunctions: ReadonlySet<string>;
  /** Forms of verbs of saying, as reports use them. */
  saying: ReadonlySet<string>;
  /** Other words that tell who spoke, wrote or thought: "according", "asked". */
  sources: ReadonlySet<string>;
}

/** A set of the words in a text. */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter((word) => word !== ''));
