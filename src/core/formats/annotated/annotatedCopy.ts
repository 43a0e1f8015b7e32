import { openNotes } from '../../checks/openNotes';
import { rejectionOf } from '../../checks/rejection';
import type { Finding } from '../../checks/finding';
import type { Status } from '../../article/fields';
import type { DocJson } from '../../document/json';
import type { PublicView } from '../../document/publicView';
import { quotationsOf, type Quotation } from '../../quotes/quotations';
import type { Annotation } from './annotation';
import { anchoredIn, annotatedDocument } from './annotatedDocument';
import { annotationsOf } from './annotationsOf';
import { guardedNames, guardedWords, isGuarded, namesIn, withoutWords } from './guardedSources';
import type { CopyWords } from './words/copyWords';
import { copyWordsIn } from './words/languages';

/** What a check still asks of the article. */
export interface OpenFinding {
  level: Finding['level'];
  message: string;
  words: string;
}

/** Everything that stands in an annotated copy. */
export interface AnnotatedCopy {
  /** The article as it would be published, its annotated words marked. */
  view: PublicView;
  annotations: readonly Annotation[];
  /** Numbers of those whose words stand in the view. */
  anchored: ReadonlySet<number>;
  /** Sentences that say how much there is of what. */
  summary: readonly string[];
  status: Status;
  /** The private notes of the article, a paragraph each. */
  notes: readonly string[];
  /** Null where the checks could not be run. */
  findings: readonly OpenFinding[] | null;
  /** The day on which it was made, ISO 8601. */
  day: string;
  /** Names of protected sources that the article itself prints, and that stand there although they were to be left out. */
  printed: readonly string[];
}

export interface CopyOptions {
  /** Leave out who protected sources are. */
  guarded: boolean;
  /** What the checks say; null where they could not be run. */
  findings: readonly Finding[] | null;
  day: string;
}

/** An annotated copy of a document. `viewOf` makes the public view that the copy is of. Pure. */
export function annotatedCopyOf(
  doc: DocJson,
  viewOf: (doc: DocJson) => PublicView,
  { guarded, findings, day }: CopyOptions,
): AnnotatedCopy {
  const quotations = quotationsOf(doc);
  const words = copyWordsIn(doc.attrs.language);
  const names = guarded ? guardedNames(quotations) : [];
  const struck = withoutWords(guarded ? guardedWords(quotations) : [], words.nameLeftOut);
  const annotations = annotationsOf(doc, guarded, words).map((one) => ({ ...one, lines: struck(one.lines) }));
  const view = viewOf(annotatedDocument(doc, annotations, guarded ? words.nameLeftOut : null));
  const passed = new Set(doc.attrs.rejections);
  // Of its notes the copy tells more than the check does.
  const open = findings?.filter((finding) => finding.kind !== openNotes.name && !passed.has(rejectionOf(finding)));
  return {
    view,
    annotations,
    anchored: anchoredIn(view),
    summary: summaryOf(quotations, annotations, guarded, words.counted),
    status: doc.attrs.status,
    notes: struck(doc.attrs.notes.split('\n').filter((line) => line.trim() !== '')),
    findings: open ? struck(open.map(({ level, message, before = '' }) => ({ level, message, words: before }))) : null,
    day,
    printed: namesIn(view, names),
  };
}

function summaryOf(
  quotations: readonly Quotation[],
  annotations: readonly Annotation[],
  leftOut: boolean,
  counted: CopyWords['counted'],
): string[] {
  const of = (...states: Quotation['state'][]): number => quotations.filter(({ state }) => states.includes(state)).length;
  const guarded = quotations.filter(isGuarded).length;
  return [
    counted.quotations(quotations.length, of('checked', 'edited'), of('changed'), of('unchecked')),
    ...(guarded > 0 ? [counted.guarded(guarded, leftOut)] : []),
    counted.notes(annotations.filter(({ kind }) => kind === 'note').length),
  ];
}
