import { StetError } from '../../errors';
import { annotatedMarks } from './words/languages';

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase();

const marks = annotatedMarks.map(plain);
/** What all such texts begin with: most paragraphs of a long page need not be looked at to their end. */
const firstLetters = new Set(marks.map((mark) => mark.charAt(0)));

/** True for a text that is the mark of an annotated copy in any language, however a program has broken or capitalised it. */
export function isAnnotatedMark(text: string): boolean {
  if (!firstLetters.has((/\S/u.exec(text)?.[0] ?? '').toLowerCase())) return false;
  const words = plain(text);
  return marks.some((mark) => words.startsWith(mark));
}

/**
 * Annotated copies are not read back: what is private stands in them beside the copy, and would come in as copy wherever a program
 * changed their form. Errors: `import/annotated` where `found` says that this is one.
 */
export function refuseAnnotated(found: boolean): void {
  if (found)
    throw new StetError(
      'import/annotated',
      'This is an annotated copy: private notes and evidence stand in it beside the words, and must not become copy. It was not imported. Import the article’s own file; what a lawyer changed in this one has to be taken over by hand.',
    );
}
