import { keymap } from '@tiptap/pm/keymap';
import { TextSelection, type Command, type Plugin } from '@tiptap/pm/state';
import { commands, type EditingCommandId } from '../../core/commands/commands';
import { toTextEdge, writeBehindLast } from './behindLast';
import { editorCommands } from './commands';
import { focusField } from './fields';
import { editLink } from './articleLink';
import { listAround, refuseDeeperList } from './lists';
import { setPopover, openPopover } from './popover';
import {
  backspaceAtPartStart,
  deleteAtPartEnd,
  deletePartsSelection,
  isPlainPart,
  nextPart,
  partAt,
  previousPart,
  selectPart,
} from './parts';
import { backspaceInFactBox, leaveFactBox, toBoxTitle, upToBoxTitle } from './factBox';
import { enterInPullQuote, pullQuoteAround, unwrapPullQuoteAtStart } from './pullQuote';
import { quoteAround, unwrapQuotation } from './quotation';
import { downBehindTable, nextCell, previousCell } from './tables';

const first =
  (...list: readonly Command[]): Command =>
  (state, dispatch, view) =>
    list.some((command) => command(state, dispatch, view));

/** `Mod+Shift+Q` of the registry in ProseMirror's words. */
const keyName = (shortcut: string): string =>
  shortcut.replace(/\+(?=.)/gu, '-').replace(/-([A-Z])$/u, (_, letter: string) => `-${letter.toLowerCase()}`);

/** An empty last paragraph of a quotation, and Enter: the words are done, who said them? An empty quotation goes away. */
const leaveWords: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  const quote = quoteAround($from);
  if (!quote || !empty || $from.parent.content.size > 0) return false;
  if (quote.node.childCount === 1) return unwrapQuotation(state, dispatch, view);
  if ($from.index(-1) < quote.node.childCount - 1) return false;
  if (dispatch) {
    const tr = state.tr.delete($from.before(), $from.after());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.before() - 1)));
    if (view) focusField(view, quote.pos, 'speaker');
  }
  return true;
};

const toSpeaker: Command = (state, dispatch, view) => {
  const quote = quoteAround(state.selection.$from) ?? pullQuoteAround(state.selection.$from);
  return quote !== null && dispatch !== undefined && view !== undefined && focusField(view, quote.pos, 'speaker');
};

const unwrapAtStart: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  const quote = quoteAround($from);
  return empty && quote?.pos === $from.pos - 2 && unwrapQuotation(state, dispatch, view);
};

/** A block that is selected as a whole and has fields of its own: Enter goes into the first of them. */
const intoBlock: Command = (state, dispatch, view) => {
  const { selection } = state;
  const chosen = 'node' in selection ? state.doc.nodeAt(selection.from)?.type.name : undefined;
  const field = chosen === 'related' ? 'label' : chosen === 'embed' ? 'url' : chosen === 'figure' ? 'caption' : null;
  return field !== null && dispatch !== undefined && view !== undefined && focusField(view, selection.from, field);
};

const crossheadToParagraph: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'heading') return false;
  return editorCommands['format.paragraph'](state, dispatch, view);
};

/** Items are lifted first; only then does Shift+Tab lead to the title of the box. */
const outOfListOrToTitle: Command = (state, dispatch, view) =>
  listAround(state.selection.$from) === null && toBoxTitle(state, dispatch, view);

const toCredits: Command = (state, dispatch, view) =>
  partAt(state.selection.$from) === 'standfirst' && dispatch !== undefined && view !== undefined && focusCredits(view.dom);

function focusCredits(dom: HTMLElement): boolean {
  const field = dom.querySelector<HTMLElement>('.credits button, .credits input');
  field?.focus();
  return field !== null;
}

const closePopover: Command = (state, dispatch) => {
  if (openPopover(state) === null) return false;
  dispatch?.(setPopover(state.tr, null));
  return true;
};

/** Keys of the text: those of the registry, and how one moves between the parts of an article. */
export function keysPlugin(): Plugin {
  const registered: Record<string, Command> = {};
  for (const command of commands) {
    // The key's own paste may read the clipboard, a command may not everywhere.
    if (!('editing' in command) || !('shortcut' in command) || command.id === 'edit.pastePlain') continue;
    const run = editorCommands[command.id as EditingCommandId];
    registered[keyName(command.shortcut)] = (state, dispatch, view) => {
      run(state, dispatch, view);
      return true;
    };
  }
  return keymap({
    ...registered,
    'Mod-y': editorCommands['edit.redo'],
    'Mod-a': selectPart,
    Enter: first(
      deletePartsSelection,
      editLink,
      nextPart,
      leaveWords,
      leaveFactBox,
      enterInPullQuote,
      intoBlock,
      writeBehindLast('Enter'),
    ),
    ArrowDown: first(downBehindTable, writeBehindLast('ArrowDown')),
    ArrowUp: upToBoxTitle,
    'Mod-Home': toTextEdge('start'),
    'Mod-End': toTextEdge('end'),
    'Shift-Mod-Home': toTextEdge('start', { extend: true }),
    'Shift-Mod-End': toTextEdge('end', { extend: true }),
    // As a Mac has them.
    'Meta-ArrowUp': toTextEdge('start'),
    'Meta-ArrowDown': toTextEdge('end'),
    'Shift-Meta-ArrowUp': toTextEdge('start', { extend: true }),
    'Shift-Meta-ArrowDown': toTextEdge('end', { extend: true }),
    'Shift-Enter': first(deletePartsSelection, (state, dispatch, view) => {
      const part = partAt(state.selection.$from);
      return isPlainPart(part) && nextPart(state, dispatch, view);
    }),
    'Mod-Enter': deletePartsSelection,
    Backspace: first(
      deletePartsSelection,
      unwrapAtStart,
      unwrapPullQuoteAtStart,
      backspaceInFactBox,
      crossheadToParagraph,
      backspaceAtPartStart,
    ),
    Delete: first(deletePartsSelection, deleteAtPartEnd),
    Tab: first(toCredits, nextPart, nextCell, refuseDeeperList, toSpeaker),
    'Shift-Tab': first(previousPart, previousCell, outOfListOrToTitle),
    Escape: closePopover,
  });
}
