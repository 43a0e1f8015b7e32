import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Quotation } from '../../core/quotes/quotations';
import { placeOf, unconfirmed } from './quoteEdits';

const changedKey = new PluginKey<DecorationSet>('stetChangedWords');

/** Marks words of a quotation that differ from those that were checked, until the writer confirms them or puts them back. */
export const changedWordsPlugin = () =>
  new Plugin<DecorationSet>({
    key: changedKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown) => (tr.getMeta(changedKey) as DecorationSet | undefined) ?? shown.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => changedKey.getState(state) },
  });

/** Shows which words differ; null when nothing is shown and nothing is to be. Called after a pause, never at a key. */
export function showChangedWords(state: EditorState, quotations: readonly Quotation[]): Transaction | null {
  const decorations = quotations.flatMap((quotation) => (quotation.state === 'changed' ? marksOf(state.doc, quotation) : []));
  const shown = changedKey.getState(state);
  if (!shown || (decorations.length === 0 && shown === DecorationSet.empty)) return null;
  const next = decorations.length === 0 ? DecorationSet.empty : DecorationSet.create(state.doc, decorations);
  return state.tr.setMeta(changedKey, next).setMeta('addToHistory', false);
}

function marksOf(doc: Node, quotation: Quotation): Decoration[] {
  return unconfirmed(quotation).flatMap(({ kind, from, after, before }) => {
    if (kind !== 'changed') return [];
    const [start, end] = placeOf(doc, quotation.ranges, from, after.length);
    if (after.trim() !== '') return [Decoration.inline(start, end, { class: 'changed-words' })];
    // Words that are gone leave a mark where they stood.
    const mark = () => {
      const caret = document.createElement('span');
      caret.className = 'lost-words';
      caret.setAttribute('aria-hidden', 'true');
      return caret;
    };
    return before.trim() === '' ? [] : [Decoration.widget(start, mark, { key: `lost ${start} ${before}`, side: -1 })];
  });
}
