import { StetError } from '../../errors';
import { ANNOTATED } from './annotation';

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase();

const mark = plain(ANNOTATED);
/** What all such texts begin with: most paragraphs of a long page need not be looked at to their end. */
const BEGINS = /^\s*[Aa]/u;

/** True for a text that is the mark of an annotated copy, however a program has broken or capitalised it. */
export const isAnnotatedMark = (text: string): boolean => BEGINS.test(text) && plain(text).startsWith(mark);

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
