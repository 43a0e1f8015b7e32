import type { ResolvedPos } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import type { MarkAttributes } from '../../core/document/attributes';
import { inlineQuotations } from '../../core/quotes/inlineQuotations';
import { markScope } from './marks';
import { setPopover } from './popover';
import { wordsIn } from './proof';

/** The words between quotation marks around a position in its paragraph, the marks included; null outside of any. */
export function quotedAround($pos: ResolvedPos, language: string): { from: number; to: number } | null {
  const { parent } = $pos;
  if (!parent.isTextblock || parent.type.spec.code) return null;
  const at = $pos.parentOffset;
  const { pairs } = inlineQuotations([{ text: wordsIn(parent), continues: false }], language);
  const around = pairs.find(({ open, close, level }) => level === 0 && close !== null && open.at <= at && at <= close.at + 1);
  return around?.close ? { from: $pos.start() + around.open.at, to: $pos.start() + around.close.at + 1 } : null;
}

/** Whose words are meant: the selected ones, those with a named speaker around the cursor, or the quotation around it. */
export function speechScope(state: EditorState) {
  const { $from, empty } = state.selection;
  const type = state.schema.marks['speech'];
  if (!type || ($from.depth > 0 && $from.node(1).type.name === 'quote') || !$from.parent.type.allowsMarkType(type)) return null;
  const scope = markScope(state, 'speech');
  if (scope || !empty) return scope;
  const quoted = quotedAround($from, String(state.doc.attrs['language']));
  return quoted && { ...quoted, mark: null };
}

/** Opens "Who said it" where somebody's words are. */
export const askWhoSaid: Command = (state, dispatch) => {
  if (!speechScope(state)) return false;
  dispatch?.(setPopover(state.tr, 'speech'));
  return true;
};

/** Notes who said the words in scope; null takes that away, with the evidence that hangs on it. The words stay as they are. */
export function setSpeech(said: Pick<MarkAttributes['speech'], 'speaker' | 'role'> | null): Command {
  return (state, dispatch) => {
    const scope = speechScope(state);
    const type = state.schema.marks['speech'];
    if (!scope || !type) return false;
    if (dispatch) {
      const evidence = (scope.mark?.attrs['evidence'] ?? null) as MarkAttributes['speech']['evidence'];
      const tr = state.tr.removeMark(scope.from, scope.to, type);
      if (said) tr.addMark(scope.from, scope.to, type.create({ ...said, evidence }));
      dispatch(setPopover(tr, null));
    }
    return true;
  };
}

/** `Ada Wells, mayor` as name and role: what follows the first comma is the role. */
export function readSpeaker(typed: string): { speaker: string; role: string | null } | null {
  const [name = '', ...rest] = typed.split(',');
  const role = rest.join(',').trim();
  return name.trim() === '' ? null : { speaker: name.trim(), role: role === '' ? null : role };
}
