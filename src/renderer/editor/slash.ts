import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { commands, type EditingCommandId } from '../../core/commands/commands';
import { editorCommands } from './commands';
import { enterFields } from './fields';
import { inTurn } from './lists';
import { PARTS } from './parts';

const slashIds = [
  'format.crosshead',
  'format.smallCrosshead',
  'insert.quote',
  'insert.pullQuote',
  'insert.factBox',
  'insert.table',
  'format.bulletList',
  'format.orderedList',
  'insert.picture',
  'insert.related',
  'insert.articleLink',
  'insert.embed',
  'insert.rule',
  'insert.code',
] as const satisfies readonly EditingCommandId[];
export type SlashCommand = Extract<(typeof commands)[number], { id: (typeof slashIds)[number] }>;
const slashCommands: readonly SlashCommand[] = slashIds.flatMap((id) =>
  commands.filter((command): command is SlashCommand => command.id === id),
);

/** The id that the editor names as its active descendant while the slash menu is open. */
export const slashOptionId = (index: number): string => `stet-slash-${index}`;
export const SLASH_LIST_ID = 'stet-slash';

/** The commands for `/words` at an otherwise empty top-level paragraph; null when that is not what was typed. */
export function slashQuery(state: EditorState): string | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth !== 1 || $from.index(0) < PARTS || $from.parent.type.name !== 'paragraph') return null;
  if ($from.parentOffset !== $from.parent.content.size || $from.parentOffset === 0 || $from.parentOffset > 24) return null;
  return /^\/([\p{L} ]*)$/u.exec($from.parent.textContent)?.[1]?.toLowerCase() ?? null;
}

/** The entries that a query asks for. */
export const matching = (query: string): readonly SlashCommand[] =>
  slashCommands.filter(
    ({ title }) =>
      title
        .toLowerCase()
        .split(' ')
        .some((word) => word.startsWith(query)) || title.toLowerCase().startsWith(query),
  );

const clearLine = (state: EditorState, dispatch?: EditorView['dispatch']): boolean => {
  const { $from } = state.selection;
  dispatch?.(state.tr.delete($from.start(), $from.end()));
  return true;
};

/** Carries out an entry of the slash menu: the line that asked for it goes, in one step of undo with what comes. */
export function runSlash(view: EditorView, command: SlashCommand): void {
  // What asks for a file first cannot be one step with it.
  if (command.id === 'insert.picture') {
    clearLine(view.state, view.dispatch);
    editorCommands[command.id](view.state, view.dispatch, view);
  } else inTurn(clearLine, editorCommands[command.id])(view.state, view.dispatch);
  view.focus();
  enterFields(view);
}
