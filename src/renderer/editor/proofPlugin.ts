import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey, Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { MenuState } from './menus.svelte';
import { foundOf, proofOf, setOf, type Found, type PlacedFound } from './proof';
import { mapMarks } from './proofMapping';
import type { Finding } from '../../core/checks/finding';

interface ProofState {
  readonly marks: DecorationSet;
  /** Those that the writer let stand: kept, so that taking a rejection back needs no new examination. */
  readonly rejected: DecorationSet;
  readonly page: readonly Found[];
  /** The finding that is looked at. */
  readonly current: string | null;
  /** What was done to the document since an examination was asked for; null while none is. */
  readonly since: readonly Transaction[] | null;
  /** One more whenever the list of findings is another. */
  readonly version: number;
}

type ProofChange = { ask: true } | { forget: true } | { findings: readonly Finding[]; of: Node } | { look: string | null };
const proofKey = new PluginKey<ProofState>('stetProof');
const tell = (tr: Transaction, change: ProofChange): Transaction => tr.setMeta(proofKey, change).setMeta('addToHistory', false);

/** Marks what is found: light lines under the words, moved with them at once, gone when they change. */
export const proofPlugin = (menus: MenuState) =>
  new Plugin<ProofState>({
    key: proofKey,
    state: {
      init: () => ({
        marks: DecorationSet.empty,
        rejected: DecorationSet.empty,
        page: [],
        current: null,
        since: null,
        version: 0,
      }),
      apply: next,
    },
    props: {
      decorations: (state) => proofKey.getState(state)?.marks,
      handleClick: (view, pos, event) => {
        const clicked = event.target instanceof Element && event.target.closest('.proof') !== null;
        const found = clicked && event.button === 0 ? marksAt(view.state, pos).at(-1) : undefined;
        if (!found) return false;
        const at = TextSelection.near(view.state.doc.resolve(pos));
        view.dispatch(tell(view.state.tr.setSelection(at), { look: found.id }));
        return false;
      },
      handleKeyDown: (view, event) => {
        if (!isLooking(view.state) || event.isComposing) return false;
        if (event.key === 'F10' && event.altKey && !menus.bubble) {
          menus.focusFinding?.();
          return true;
        }
        if (event.key !== 'Escape') return false;
        view.dispatch(tell(view.state.tr, { look: null }));
        return true;
      },
    },
    view: (view) => {
      let frame = 0;
      const soon = () => {
        if (isLooking(view.state)) frame ||= requestAnimationFrame(show);
      };
      const show = () => {
        frame = 0;
        // What asks for an answer goes with the keys: into the note itself, or back to the text.
        const holds = view.hasFocus() || document.activeElement?.closest('.finding') != null;
        const found = view.isDestroyed || !holds ? null : currentFound(view.state);
        menus.finding = found?.at ? { found, anchor: anchorOf(view, found.at) } : null;
      };
      view.dom.addEventListener('blur', soon);
      view.dom.addEventListener('focus', soon);
      window.addEventListener('scroll', soon, { capture: true, passive: true });
      window.addEventListener('resize', soon);
      return {
        update: (_, before) => {
          // At once: the next key must find the note, or find it gone.
          if (proofKey.getState(before)?.current !== proofKey.getState(view.state)?.current) show();
        },
        destroy: () => {
          view.dom.removeEventListener('blur', soon);
          view.dom.removeEventListener('focus', soon);
          cancelAnimationFrame(frame);
          window.removeEventListener('scroll', soon, { capture: true });
          window.removeEventListener('resize', soon);
          menus.finding = null;
        },
      };
    },
  });

const isLooking = (state: EditorState): boolean => proofKey.getState(state)?.current != null;

/** The mark of the finding that is looked at stands out. */
export const currentProofPlugin = () =>
  new Plugin({
    props: {
      decorations: (state) => {
        const found = currentFound(state);
        if (!found?.at || found.attribute !== null) return null;
        return DecorationSet.create(state.doc, [Decoration.inline(found.at.from, found.at.to, { class: 'proof-current' })]);
      },
    },
  });

function next(tr: Transaction, old: ProofState, before: EditorState): ProofState {
  const change = tr.getMeta(proofKey) as ProofChange | undefined;
  let { marks, rejected, page, since, version } = old;
  if (tr.docChanged) {
    const onLost = () => version++;
    marks = mapMarks(marks, tr, onLost);
    rejected = mapMarks(rejected, tr, onLost);
    if (since) since = [...since, tr];
  }
  if (change && 'ask' in change) since = [];
  if (change && 'forget' in change) since = null;
  const anew = change && 'findings' in change ? change : null;
  const isOther = tr.doc.attrs.rejections !== before.doc.attrs.rejections;
  if ((anew && since) || isOther) {
    let all: readonly Decoration[] = [...marks.find(), ...rejected.find()];
    if (anew && since) {
      const proof = proofOf(anew.of, anew.findings, all);
      all = since.length === 0 ? proof.marks : sinceThen(anew.of, proof.marks, since);
      page = proof.page;
      since = null;
    }
    const rejections = new Set(tr.doc.attrs.rejections as readonly string[]);
    const isRejected = (mark: Decoration) => rejections.has(foundOf(mark).id);
    marks = setOf(
      tr.doc,
      all.filter((mark) => !isRejected(mark)),
      marks,
    );
    rejected = setOf(tr.doc, all.filter(isRejected), rejected);
  }
  if (anew || isOther) version++;
  const asked = change && 'look' in change ? change.look : undefined;
  const current = asked !== undefined ? asked : tr.docChanged || tr.selectionSet ? null : old.current;
  return { marks, rejected, page, current, since, version };
}

/** Marks of a document where they stand after what was done since. */
const sinceThen = (doc: Node, marks: readonly Decoration[], since: readonly Transaction[]): readonly Decoration[] =>
  since.reduce((set, done) => mapMarks(set, done), DecorationSet.create(doc, [...marks])).find();

const byPlace = (a: PlacedFound, b: PlacedFound): number =>
  (a.at?.from ?? -1) - (b.at?.from ?? -1) || (a.at?.to ?? -1) - (b.at?.to ?? -1);

/** What is found, in reading order, for the whole page first; apart from it what was rejected. Costs as much as there are findings. */
export function findingsIn(state: EditorState): { shown: readonly PlacedFound[]; rejected: readonly PlacedFound[] } {
  const proof = proofKey.getState(state);
  if (!proof) return { shown: [], rejected: [] };
  const rejections = new Set(state.doc.attrs.rejections as readonly string[]);
  const page = proof.page.map((found): PlacedFound => ({ ...found, at: null }));
  const placed = (set: DecorationSet) => set.find().map(foundOf).sort(byPlace);
  return {
    shown: [...page.filter(({ id }) => !rejections.has(id)), ...placed(proof.marks)],
    rejected: [...page.filter(({ id }) => rejections.has(id)), ...placed(proof.rejected)],
  };
}

/** A number that changes whenever `findingsIn` would say something else. */
export const proofVersion = (state: EditorState): number => proofKey.getState(state)?.version ?? 0;

/** The findings whose words a position touches. */
export const marksAt = (state: EditorState, pos: number): PlacedFound[] =>
  (proofKey.getState(state)?.marks.find(pos, pos) ?? []).map(foundOf).sort(byPlace);

/** The finding that is looked at, where it stands now. */
export function currentFound(state: EditorState): PlacedFound | null {
  const proof = proofKey.getState(state);
  if (!proof || proof.current === null) return null;
  const [mark] = proof.marks.find(undefined, undefined, (spec) => (spec as { found: Found }).found.id === proof.current);
  return mark ? foundOf(mark) : null;
}

/** From here on what is done to the document is remembered, until the answer about this one comes. */
export const askProof = (tr: Transaction): Transaction => tell(tr, { ask: true });
/** No answer will come. */
export const forgetProof = (tr: Transaction): Transaction => tell(tr, { forget: true });
/** The answer: findings of the document `of`, which was the one of `askProof`. */
export const takeProof = (tr: Transaction, findings: readonly Finding[], of: Node): Transaction => tell(tr, { findings, of });

/** Puts the cursor at a finding and shows it. */
export function lookAt(tr: Transaction, { id, at, attribute }: PlacedFound): Transaction {
  if (at === null) return tr;
  const node = attribute === null ? null : tr.doc.nodeAt(at.from);
  const selection =
    node && NodeSelection.isSelectable(node) ? NodeSelection.create(tr.doc, at.from) : Selection.near(tr.doc.resolve(at.from));
  return tell(tr.setSelection(selection), { look: id }).scrollIntoView();
}

/** Shows no finding any more. */
export const lookAway = (tr: Transaction): Transaction => tell(tr, { look: null });

function anchorOf(view: EditorView, { from, to }: { from: number; to: number }) {
  const start = view.coordsAtPos(from, 1);
  const end = view.coordsAtPos(to, -1);
  return {
    left: Math.min(start.left, end.left),
    right: Math.max(start.right, end.right),
    top: Math.min(start.top, end.top),
    bottom: Math.max(start.bottom, end.bottom),
  };
}
