import type { Mark, MarkType, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import type { LinkTarget, MarkAttributes } from '../../core/document/attributes';
import type { MarkName } from '../../core/document/blockNames';
import { setPopover, type PopoverKind } from './popover';

/** A marked stretch of one textblock. */
export interface MarkedRange {
  from: number;
  to: number;
  mark: Mark;
}

/** The whole stretch with the same mark around a position: an edge counts as inside. */
export function markedRange($pos: ResolvedPos, type: MarkType): MarkedRange | null {
  const { parent } = $pos;
  if (!parent.isTextblock) return null;
  let found: MarkedRange | null = null;
  let run: MarkedRange | null = null;
  parent.forEach((node, offset) => {
    const mark = type.isInSet(node.marks);
    const from = $pos.start() + offset;
    run = !mark
      ? null
      : run?.mark.eq(mark) && run.to === from
        ? { ...run, to: from + node.nodeSize }
        : { from, to: from + node.nodeSize, mark };
    if (run && run.from <= $pos.pos && $pos.pos <= run.to) found = run;
  });
  return found;
}

/** What a link, abbreviation or note command works on: the selected words, or the marked stretch around the cursor. */
export function markScope(state: EditorState, name: PopoverKind): { from: number; to: number; mark: Mark | null } | null {
  const type = state.schema.marks[name];
  const { $from, $to, empty, from, to } = state.selection;
  if (!type || !(state.selection instanceof TextSelection)) return null;
  const around = markedRange($from, type);
  if (empty) return around;
  if (!$from.sameParent($to) || !$from.parent.inlineContent || !$from.parent.type.allowsMarkType(type)) return null;
  return around && around.from <= from && to <= around.to ? around : { from, to, mark: null };
}

/** Opens the popover for a mark where one can stand. */
export function askFor(kind: PopoverKind): Command {
  return (state, dispatch) => {
    if (!markScope(state, kind)) return false;
    dispatch?.(setPopover(state.tr, kind));
    return true;
  };
}

/** Sets a mark on the words in scope, replacing one of its kind; null takes it away. The words stay as they are. */
function setMark(name: PopoverKind, attrs: MarkAttributes[PopoverKind] | null): Command {
  return (state, dispatch) => {
    const scope = markScope(state, name);
    const type = state.schema.marks[name];
    if (!scope || !type) return false;
    if (dispatch) {
      const tr = state.tr.removeMark(scope.from, scope.to, type);
      if (attrs) tr.addMark(scope.from, scope.to, type.create(attrs));
      dispatch(setPopover(tr, null));
    }
    return true;
  };
}

export const setLink = (target: LinkTarget | null): Command => setMark('link', target && { target });
export const setAbbreviation = (expansion: string | null): Command =>
  setMark('abbreviation', expansion === null ? null : { expansion });

/** A private note on the words in scope; null takes it away. */
export const setNote = (text: string | null): Command => setMark('note', text === null ? null : { text });

/** True when all that is selected, or what would be typed next, has the mark. */
export function hasMark(state: EditorState, name: MarkName): boolean {
  const type = state.schema.marks[name];
  if (!type) return false;
  const { $from, from, to, empty } = state.selection;
  return empty ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, type);
}
