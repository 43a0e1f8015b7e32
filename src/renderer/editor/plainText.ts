const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/gu;

/** Pasted text as a document may hold it: line ends as LF, control characters taken out. */
export interface CleanText {
  text: string;
  /** How many characters no format can carry, and so were taken out. */
  removed: number;
}

/** Makes foreign text fit for a document; says what it took out. Broken halves of a character become U+FFFD. */
export function cleanText(raw: string): CleanText {
  let removed = 0;
  const text = raw
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROL, () => {
      removed++;
      return '';
    })
    .toWellFormed();
  return { text, removed };
}

/** Several lines as one, as a headline takes them: a space where a line ended, so that words are not glued. */
export const oneLine = (text: string): string => text.replace(/\s*[\n\u2028\u2029]\s*/gu, ' ').trim();

/** The lines of a text that have something on them. */
export const filledLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
