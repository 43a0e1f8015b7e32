import { setBlockType, toggleMark } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import { liftListItem } from '@tiptap/pm/schema-list';
import type { Command, EditorState } from '@tiptap/pm/state';
import type { EditingCommandId } from '../../core/commands/commands';
import type { MarkName } from '../../core/document/blockNames';
import { askForArticle } from './articleLink';
import { toggleFactBox, factBoxAround } from './factBox';
import { enterFields } from './fields';
import { listAround, toggleList } from './lists';
import { askFor, hasMark, markScope } from './marks';
import { partAt } from './parts';
import { makePullQuote, pullQuoteAround, unwrapPullQuote } from './pullQuote';
import { pastePlain } from './pastePlain';
import { insertPicture } from './pictures';
import { readAlso } from './printedWords';
import { hasHeadingRow, insertTable, tableCommands } from './tables';
import { setPunctuation } from './setPunctuation';
import { askWhoSaid } from './speech';
import { insertBlock, makeQuotation, quoteAround, unwrapQuotation } from './quotation';

const mark =
  (name: MarkName): Command =>
  (state, dispatch, view) => {
    const type = state.schema.marks[name];
    return type !== undefined && toggleMark(type)(state, dispatch, view);
  };

const block =
  (name: 'paragraph' | 'heading' | 'codeBlock', attrs: Record<string, unknown> = {}): Command =>
  (state, dispatch, view) => {
    const type = state.schema.nodes[name];
    // A pull quote would lose whose words it gives.
    if (!type || partAt(state.selection.$from) !== null || pullQuoteAround(state.selection.$from)) return false;
    return setBlockType(type, attrs)(state, dispatch, view);
  };

const crosshead =
  (level: 2 | 3): Command =>
  (state, dispatch, view) =>
    block('heading', { level })(state, dispatch, view) || (isHeading(state, level) && block('paragraph')(state, dispatch, view));

/** A paragraph again: of a crosshead or code, out of a list. */
const paragraph: Command = (state, dispatch, view) => {
  const item = state.schema.nodes.listItem;
  if (listAround(state.selection.$from) && item) return liftListItem(item)(state, dispatch, view);
  return unwrapPullQuote(state, dispatch, view) || block('paragraph')(state, dispatch, view);
};

/** Words inside one block are set as code; otherwise the block becomes a block of code, or a paragraph again. */
const code: Command = (state, dispatch, view) => {
  const { $from, $to, empty } = state.selection;
  const inWords = !empty && $from.sameParent($to) && !$from.parent.type.spec.code;
  if (inWords) return mark('code')(state, dispatch, view);
  return $from.parent.type.spec.code ? block('paragraph')(state, dispatch, view) : block('codeBlock')(state, dispatch, view);
};

const quotation: Command = (state, dispatch, view) =>
  quoteAround(state.selection.$from) ? unwrapQuotation(state, dispatch, view) : makeQuotation(state, dispatch, view);

const pullQuote: Command = (state, dispatch, view) =>
  (pullQuoteAround(state.selection.$from) ? unwrapPullQuote : makePullQuote)(state, dispatch, view);

/** What is inserted empty is filled in at once: the cursor goes into its first field. */
const thenFields =
  (command: Command): Command =>
  (state, dispatch, view) => {
    const done = command(state, dispatch, view);
    if (done && dispatch && view) enterFields(view);
    return done;
  };

/** What each editing command does, and, without `dispatch`, whether it can. Each is one step of undo. */
export const editorCommands: Record<EditingCommandId, Command> = {
  'edit.undo': undo,
  'edit.redo': redo,
  'edit.pastePlain': pastePlain,
  'edit.punctuation': setPunctuation(false),
  'edit.punctuationQuoted': setPunctuation(true),
  'insert.quote': quotation,
  'insert.pullQuote': pullQuote,
  'insert.factBox': thenFields(toggleFactBox),
  'insert.table': insertTable,
  'insert.embed': thenFields(insertBlock('embed', {})),
  'insert.code': insertBlock('codeBlock', {}),
  'insert.related': (state, dispatch, view) =>
    insertBlock('related', { label: readAlso(String(state.doc.attrs.language)) })(state, dispatch, view),
  'insert.articleLink': askForArticle,
  'insert.picture': insertPicture,
  'insert.rule': insertBlock('horizontalRule', {}),
  'format.bold': mark('bold'),
  'format.italic': mark('italic'),
  'format.underline': mark('underline'),
  'format.strike': mark('strike'),
  'format.link': askFor('link'),
  'format.abbreviation': askFor('abbreviation'),
  'format.note': askFor('note'),
  'format.speech': askWhoSaid,
  'format.paragraph': paragraph,
  'format.crosshead': crosshead(2),
  'format.smallCrosshead': crosshead(3),
  'format.bulletList': toggleList('bulletList'),
  'format.orderedList': toggleList('orderedList'),
  'format.code': code,
  ...tableCommands,
};

/** True when the cursor stands in what the command makes. */
export const isActiveIn: Partial<Record<EditingCommandId, (state: EditorState) => boolean>> = {
  'insert.quote': (state) => quoteAround(state.selection.$from) !== null,
  'insert.pullQuote': (state) => pullQuoteAround(state.selection.$from) !== null,
  'insert.factBox': (state) => factBoxAround(state.selection.$from) !== null,
  'table.headerRow': hasHeadingRow,
  'format.speech': (state) => (markScope(state, 'speech')?.mark ?? null) !== null,
  'format.note': (state) => (markScope(state, 'note')?.mark ?? null) !== null,
  'format.bold': (state) => hasMark(state, 'bold'),
  'format.italic': (state) => hasMark(state, 'italic'),
  'format.underline': (state) => hasMark(state, 'underline'),
  'format.strike': (state) => hasMark(state, 'strike'),
  'format.link': (state) => (markScope(state, 'link')?.mark ?? null) !== null,
  'format.abbreviation': (state) => (markScope(state, 'abbreviation')?.mark ?? null) !== null,
  'format.paragraph': (state) => state.selection.$from.parent.type.name === 'paragraph',
  'format.crosshead': (state) => isHeading(state, 2),
  'format.smallCrosshead': (state) => isHeading(state, 3),
  'format.bulletList': (state) => listAround(state.selection.$from)?.name === 'bulletList',
  'format.orderedList': (state) => listAround(state.selection.$from)?.name === 'orderedList',
  'format.code': (state) => state.selection.$from.parent.type.spec.code === true || hasMark(state, 'code'),
};

function isHeading({ selection: { $from } }: EditorState, level: 2 | 3): boolean {
  return $from.parent.type.name === 'heading' && $from.parent.attrs.level === level;
}
