/** What clean copy of one language is made of. `{slot}` in a template is filled from `slots`; `{quote}` from `said`. */
export interface Copy {
  language: string;
  templates: readonly string[];
  /** Sentences that people say, without marks. */
  said: readonly string[];
  /** How a quotation stands in a sentence; `{quote}` is replaced by the words in marks. */
  quoting: readonly string[];
  slots: Readonly<Record<string, readonly string[]>>;
  marks: readonly [open: string, close: string];
}

/** Words of a text, divided by blanks, with `_` for a blank inside one. */
export const list = (text: string): readonly string[] =>
  text
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => word.replaceAll('_', ' '));
