import type { Node } from '@tiptap/pm/model';
import { PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { DecorationSet, type Decoration } from '@tiptap/pm/view';
import type { Finding } from '../../core/checks/finding';
import { foundOf, isSameMark, proofOf, type Found } from './proof';
import { mapMarks } from './proofMapping';

/** An examination that was asked for, as far as it has come. */
interface Answer {
  /** What was done to the document since it was asked for. */
  readonly since: readonly Transaction[];
  readonly page: readonly Found[];
  readonly seen: ReadonlyMap<string, number>;
  /** The marks that it has named. */
  readonly named: ReadonlySet<string>;
}

export interface ProofState {
  readonly marks: DecorationSet;
  /** Those that the writer let stand: kept, so that taking a rejection back needs no new examination. */
  readonly rejected: DecorationSet;
  readonly page: readonly Found[];
  /** The finding that is looked at. */
  readonly current: string | null;
  /** Null while no examination is under way. */
  readonly answer: Answer | null;
  /** One more whenever the list of findings is another. */
  readonly version: number;
}

export const noProof: ProofState = {
  marks: DecorationSet.empty,
  rejected: DecorationSet.empty,
  page: [],
  current: null,
  answer: null,
  version: 0,
};

/** Some of the findings of a document, in their order; `last` with those that come last. */
interface Part {
  readonly findings: readonly Finding[];
  readonly of: Node;
  readonly last: boolean;
}

type ProofChange = { ask: true } | { forget: true } | Part | { look: string | null };
export const proofKey = new PluginKey<ProofState>('stetProof');
export const tell = (tr: Transaction, change: ProofChange): Transaction =>
  tr.setMeta(proofKey, change).setMeta('addToHistory', false);

/** The state after a transaction. Costs what changed: a mark that is found again as it was stays the very same. */
export function nextProof(tr: Transaction, old: ProofState, before: EditorState): ProofState {
  const change = tr.getMeta(proofKey) as ProofChange | undefined;
  let { marks, rejected, page, answer, version } = old;
  if (tr.docChanged) {
    const onLost = () => version++;
    marks = mapMarks(marks, tr, onLost);
    rejected = mapMarks(rejected, tr, onLost);
    if (answer) answer = { ...answer, since: [...answer.since, tr] };
  }
  if (tr.doc.attrs.rejections !== before.doc.attrs.rejections) {
    const rejections = rejectionsOf(tr.doc);
    const gone = marks.find(undefined, undefined, (spec) => rejections.has(idIn(spec)));
    const back = rejected.find(undefined, undefined, (spec) => !rejections.has(idIn(spec)));
    marks = changed(tr.doc, marks, gone, back);
    rejected = changed(tr.doc, rejected, back, gone);
    version++;
  }
  if (change && 'ask' in change) answer = { since: [], page: [], seen: new Map(), named: new Set() };
  if (change && 'forget' in change) answer = null;
  if (change && 'findings' in change && answer) {
    const { since } = answer;
    const rejections = rejectionsOf(tr.doc);
    const part = proofOf(change.of, change.findings, answer.seen);
    const found =
      since.length === 0
        ? part.marks
        : since.reduce((set, done) => mapMarks(set, done), DecorationSet.create(change.of, [...part.marks])).find();
    const known = new Map([...marks.find(), ...rejected.find()].map((mark) => [foundOf(mark).id, mark]));
    const anew = found.filter((mark) => !isKnown(known, mark));
    const gone = anew.flatMap((mark) => known.get(foundOf(mark).id) ?? []);
    const isRejected = (mark: Decoration) => rejections.has(foundOf(mark).id);
    answer = {
      since,
      page: [...answer.page, ...part.page],
      seen: part.seen,
      named: new Set([...answer.named, ...found.map((mark) => foundOf(mark).id)]),
    };
    // What the last part has not named was there before and is there no more.
    if (change.last) for (const [id, mark] of known) if (!answer.named.has(id)) gone.push(mark);
    marks = changed(
      tr.doc,
      marks,
      gone,
      anew.filter((mark) => !isRejected(mark)),
    );
    rejected = changed(tr.doc, rejected, gone, anew.filter(isRejected));
    if (change.last) {
      ({ page } = answer);
      answer = null;
      version++;
    }
  }
  const asked = change && 'look' in change ? change.look : undefined;
  const current = asked !== undefined ? asked : tr.docChanged || tr.selectionSet ? null : old.current;
  return { marks, rejected, page, current, answer, version };
}

const rejectionsOf = (doc: Node): ReadonlySet<string> => new Set(doc.attrs.rejections as readonly string[]);
const idIn = (spec: object): string => (spec as { found: Found }).found.id;

function isKnown(known: ReadonlyMap<string, Decoration>, mark: Decoration): boolean {
  const before = known.get(foundOf(mark).id);
  return before !== undefined && isSameMark(before, mark);
}

/** The set without some marks and with others. ProseMirror empties the lists that it is given. */
const changed = (doc: Node, set: DecorationSet, gone: readonly Decoration[], come: readonly Decoration[]): DecorationSet =>
  set.remove([...gone]).add(doc, [...come]);
