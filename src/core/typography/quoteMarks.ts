/** The quotation marks of one language, outermost first. */
export interface QuoteMarks {
  /** Opening and closing mark of each level. */
  levels: readonly (readonly [string, string])[];
  /** Other pairs that careful copy in this language uses, for instance abroad or in books. */
  accepted: readonly (readonly [string, string])[];
}

const ENGLISH: QuoteMarks = {
  levels: [
    ['“', '”'],
    ['‘', '’'],
  ],
  accepted: [],
};
const GUILLEMETS: QuoteMarks = {
  levels: [
    ['«', '»'],
    ['“', '”'],
  ],
  accepted: [['‹', '›']],
};

const byLanguage: Readonly<Record<string, QuoteMarks>> = {
  en: ENGLISH,
  fr: GUILLEMETS,
  es: GUILLEMETS,
  it: GUILLEMETS,
  pt: {
    levels: [
      ['“', '”'],
      ['«', '»'],
    ],
    accepted: [],
  },
  de: {
    levels: [
      ['„', '“'],
      ['‚', '‘'],
    ],
    accepted: [
      ['»', '«'],
      ['›', '‹'],
      ['«', '»'],
      ['‹', '›'],
    ],
  },
  nl: { levels: ENGLISH.levels, accepted: [['„', '”']] },
};

/** The marks of a language (BCP 47; the primary subtag counts). A language that is not known has those of English. */
export const quoteMarksOf = (language: string): QuoteMarks => byLanguage[language.split('-')[0] ?? ''] ?? ENGLISH;
