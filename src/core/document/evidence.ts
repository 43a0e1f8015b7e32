import * as v from 'valibot';
import { line, prose } from '../article/text';

/** On what terms the words were said: for print with the name, without the name, or not for print at all. */
export const terms = ['on', 'background', 'off'] as const;

/**
 * What a writer can show for a quotation. Private: it stands in the library and in its backups, never in an export.
 * `baseline` are the words that were ticked as checked, paragraphs joined by line feeds; null while nobody has.
 */
export const evidence = v.strictObject({
  /** Recording, transcript, mail, notes. */
  against: line(500),
  /** Where in the recording, as the writer notes it: `12:40`. */
  minute: line(40),
  record: v.picklist(terms),
  /** The words in the language in which they were said. */
  original: prose(50_000),
  /** The source's address is the writer's own and stays out of exports. */
  hideSource: v.boolean(),
  baseline: v.nullable(prose(1_000_000)),
});
export type Evidence = v.InferOutput<typeof evidence>;

/** Nothing noted: what stands on the record and was not checked yet. */
export const noEvidence: Evidence = {
  against: '',
  minute: '',
  record: 'on',
  original: '',
  hideSource: false,
  baseline: null,
};

/** Evidence as it is kept: null where there is none. */
export const evidenceOrNone = (given: Evidence): Evidence | null =>
  Object.entries(noEvidence).every(([name, value]) => given[name as keyof Evidence] === value) ? null : given;
