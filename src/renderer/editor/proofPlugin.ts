import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { MenuState } from './menus.svelte';
import { foundOf, type Found, type PlacedFound } from './proof';
import { nextProof, noProof, proofKey, tell, type ProofState } from './proofState';
import type { Finding } from '../../core/checks/finding';

/** Marks what is found: light lines under the words, moved with them at once, gone when they change. */
export const proofPlugin = (menus: MenuState) =>
  new Plugin<ProofState>({
    key: proofKey,
    state: {
      init: () => noProof,
      apply: nextProof,
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
/**
 * The answer, or the next part of it: findings of the document `of`, which was the one of `askProof`. What was found before stays
 * until the last part has come.
 */
export const takeProof = (tr: Transaction, findings: readonly Finding[], of: Node, last = true): Transaction =>
  tell(tr, { findings, of, last });

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
