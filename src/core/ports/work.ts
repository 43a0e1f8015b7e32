import type { Examination } from '../checks/examine';
import type { Finding } from '../checks/finding';
import type { DocJson } from '../document/json';
import type { Imported } from '../formats/format';

/** Foreign text in a worker that is killed when it takes too long. */
export interface Parser {
  /** Errors: `import/too-large`, `import/too-slow` (after 5 s), `import/unreadable`, and those of the importer. */
  parse(request: ParseRequest): Promise<Imported>;
}

export interface ParseRequest {
  text: string;
  /** The file, where it is not a text (a Word document); `text` is then empty. */
  bytes?: Uint8Array | undefined;
  /** An importer's id; null to tell by `name` and content. */
  format: string | null;
  /** The file's name, if it came from one. */
  name: string | null;
  /** Language to assume where the text does not say. */
  language: string;
  /** As in `ImportContext`. */
  part: 'page' | 'fragment';
  beside?: boolean | undefined;
}

/** The checks in a worker that is killed when it takes too long, so that neither window nor host stands still or loads word lists. */
export interface Examiner {
  /** Errors: `checks/too-slow` (after 10 s), `checks/failed`, `checks/busy`. */
  examine(request: ExamineRequest): Promise<readonly Finding[]>;
}

/** A document and what `examine` needs beside the words of its language. */
export type ExamineRequest = { doc: DocJson } & Omit<Examination, 'lexicon' | 'lines'>;
