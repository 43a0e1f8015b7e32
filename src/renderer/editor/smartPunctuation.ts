import { closeHistory, undo } from '@tiptap/pm/history';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { retyped } from '../../core/typography/typed';

/** True right after a sign was set: one Backspace then takes that back, not the sign. */
const justSet = new PluginKey<boolean>('stetSmartPunctuation');

// Only after these can anything have to be set; letters matter because they tell an apostrophe from an opening mark.
const HALF_SET = /['‘‚][\p{L}\p{N}]{0,8}[.,]?$|[\u202f\u00a0]:$/u;
const SIGNS = new Set(['"', "'", '-', '.', '«', '»', ' ', ';', ':', '!', '?']);

/**
 * Sets the sign that was just typed as the article's language sets it. What was typed goes in first and the change is a step of
 * undo of its own, so that one Backspace or one undo gives back what was typed. Input methods, pasted text and code are left alone.
 */
export const smartPunctuationPlugin = (isOn: () => boolean) =>
  new Plugin<boolean>({
    key: justSet,
    state: {
      init: () => false,
      apply: (tr, before) => {
        const set = tr.getMeta(justSet) as boolean | undefined;
        return set ?? (before && !tr.docChanged && !tr.selectionSet);
      },
    },
    props: {
      handleTextInput: (view, from, to, text, typed) => {
        if (view.composing || !isOn() || text.length !== 1) return false;
        const made = madeOf(view, from, to, text);
        if (made === null) return false;
        view.dispatch(typed());
        const tr = closeHistory(view.state.tr);
        const marks = view.state.doc.nodeAt(from)?.marks;
        const range = { from: from - made.back, to: from + 1 };
        if (made.text === '') tr.delete(range.from, range.to);
        else tr.replaceWith(range.from, range.to, view.state.schema.text(made.text, marks));
        view.dispatch(tr.setMeta(justSet, true).scrollIntoView());
        // What is typed next is another step: undoing it must not undo this.
        view.dispatch(closeHistory(view.state.tr));
        return true;
      },
      handleKeyDown: (view, event) => {
        const plain = event.key === 'Backspace' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
        return plain && justSet.getState(view.state) === true && undo(view.state, view.dispatch);
      },
    },
  });

function madeOf({ state }: EditorView, from: number, to: number, sign: string): ReturnType<typeof retyped> {
  const $from = state.doc.resolve(from);
  const { parent, parentOffset } = $from;
  if (!parent.isTextblock || parent.type.spec.code || to > $from.end()) return null;
  if ((state.storedMarks ?? $from.marks()).some(({ type }) => type.name === 'code')) return null;
  const before = parent.textBetween(Math.max(0, parentOffset - 8_000), parentOffset, null, '\ufffc');
  if (!SIGNS.has(sign) && !HALF_SET.test(before.slice(-12))) return null;
  const end = parentOffset + (to - from);
  const after = parent.textBetween(end, Math.min(parent.content.size, end + 20), null, '\ufffc');
  return retyped(before, sign, after, String(state.doc.attrs.language));
}
