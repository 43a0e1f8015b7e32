import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from '@tiptap/pm/inputrules';
import type { Schema } from '@tiptap/pm/model';
import { keymap } from '@tiptap/pm/keymap';
import { TextSelection, type Plugin } from '@tiptap/pm/state';
import { PARTS } from './parts';

/** What a few typed signs become at the start of a paragraph of the body. One Backspace gives the signs back. */
export function inputRulesPlugins(schema: Schema): Plugin[] {
  const { heading, bulletList, orderedList, quote, horizontalRule, paragraph } = schema.nodes;
  if (!heading || !bulletList || !orderedList || !quote || !horizontalRule || !paragraph) return [];
  const rules = [
    textblockTypeInputRule(/^(##|###)\s$/u, heading, (match) => ({ level: match[1]?.length })),
    wrappingInputRule(/^\s*[-*]\s$/u, bulletList),
    wrappingInputRule(
      /^(\d{1,9})\.\s$/u,
      orderedList,
      (match) => ({ start: Number(match[1]) }),
      (match, node) => node.childCount + Number(node.attrs.start) === Number(match[1]),
    ),
    wrappingInputRule(/^\s*>\s$/u, quote, null, () => false),
    new InputRule(/^(?:--|–|—)-$/u, (state, _match, start) => {
      const $start = state.doc.resolve(start);
      if ($start.depth !== 1 || $start.index(0) < PARTS || $start.parent.type !== paragraph) return null;
      const tr = state.tr.replaceWith($start.before(), $start.after(), [
        horizontalRule.create(),
        paragraph.create(null, $start.parent.content.cut(state.selection.$from.parentOffset)),
      ]);
      return tr.setSelection(TextSelection.create(tr.doc, $start.before() + 2));
    }),
  ];
  return [keymap({ Backspace: undoInputRule }), inputRules({ rules })];
}
