import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import {
  NodeSelection,
  Plugin,
  PluginKey,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { hostOf } from './host';

/** What a writer has typed since `[[`, and where that stands. */
export interface LinkQuery {
  from: number;
  to: number;
  words: string;
}

const LONGEST = 80;

/** True where a link that shows a headline may stand: running text, neither headline nor code. */
function takesLinks({ selection: { $from }, schema }: EditorState): boolean {
  const type = schema.nodes.articleLink;
  return type !== undefined && $from.parent.inlineContent && $from.parent.type.contentMatch.matchType(type) !== null;
}

/** The words behind `[[` right before the cursor; null when that is not what was typed. */
export function linkQuery(state: EditorState): LinkQuery | null {
  const { $from, empty } = state.selection;
  if (!empty || !takesLinks(state)) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - LONGEST), $from.parentOffset, '\ufffc', '\ufffc');
  const words = /\[\[([^[\]\ufffc]*)$/u.exec(before)?.[1];
  return words === undefined ? null : { from: $from.pos - words.length - 2, to: $from.pos, words };
}

/** Puts the link in place of what asked for it, in a step of undo of its own. */
export const insertArticleLink =
  ({ from, to }: LinkQuery, article: string): Command =>
  (state, dispatch) => {
    const type = state.schema.nodes.articleLink;
    if (!type) return false;
    dispatch?.(
      closeHistory(state.tr)
        .replaceWith(from, to, type.create({ article }, null, state.doc.resolve(from).marks()))
        .scrollIntoView(),
    );
    return true;
  };

/** Begins the search for an article at the cursor. */
export const askForArticle: Command = (state, dispatch) => {
  if (!takesLinks(state)) return false;
  dispatch?.(state.tr.insertText('[[').scrollIntoView());
  return true;
};

/** The link that is selected as a whole; null when something else is. */
const selectedLink = ({ selection }: EditorState): NodeSelection | null =>
  selection instanceof NodeSelection && selection.node.type.name === 'articleLink' ? selection : null;

/** Ordinary words that lead where the link leads, in its place. */
function wordsFor(state: EditorState, pos: number, node: Node, words: string): Transaction {
  const link = state.schema.marks.link;
  const marks = link ? link.create({ target: { article: String(node.attrs.article) } }).addToSet(node.marks) : node.marks;
  const tr = closeHistory(state.tr).replaceWith(pos, pos + node.nodeSize, state.schema.text(words, marks));
  return tr.scrollIntoView();
}

/** Makes words of the link at `pos`: from then on they are the writer's and never change by themselves. They are selected. */
export function linkToWords(pos: number): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(pos);
    if (node?.type.name !== 'articleLink') return false;
    const headline = hostOf(state)?.article(String(node.attrs.article))?.headline.trim() ?? '';
    if (headline === '') return false;
    if (dispatch) {
      const tr = wordsFor(state, pos, node, headline);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, pos, pos + headline.length)));
    }
    return true;
  };
}

/** Enter on a link that is selected: into its words. */
export const editLink: Command = (state, dispatch) => {
  const selected = selectedLink(state);
  if (!selected) return false;
  // Without a headline there are no words to edit, and Enter must not put the link away.
  linkToWords(selected.from)(state, dispatch);
  return true;
};

/** Where the words end that are being typed in place of a link: what follows belongs to them, although links do not grow by themselves. */
const typingKey = new PluginKey<number | null>('stetTypingOverLink');

/** Typing over a link that is selected: the words lead where it led. Null where nothing of the kind is going on. */
export function typeOverLink(state: EditorState, from: number, text: string): Transaction | null {
  const selected = selectedLink(state);
  if (selected) {
    const tr = wordsFor(state, selected.from, selected.node, text);
    const end = selected.from + text.length;
    return tr.setSelection(TextSelection.create(tr.doc, end)).setMeta(typingKey, end);
  }
  const before = typingKey.getState(state) === from && state.selection.empty ? state.selection.$from.nodeBefore : null;
  if (!before) return null;
  const tr = state.tr.insert(from, state.schema.text(text, before.marks));
  return tr.setMeta(typingKey, from + text.length).scrollIntoView();
}

/** What the mouse and the keys do with a link that shows a headline. */
export const articleLinkPlugin = () =>
  new Plugin<number | null>({
    key: typingKey,
    state: {
      init: () => null,
      apply: (tr, end) => {
        const typed = tr.getMeta(typingKey) as number | undefined;
        return typed ?? (tr.docChanged || tr.selectionSet ? null : end);
      },
    },
    props: {
      handleTextInput: (view: EditorView, from, _to, text) => {
        const tr = typeOverLink(view.state, from, text);
        if (tr) view.dispatch(tr);
        return tr !== null;
      },
      handleDoubleClickOn: (view, _pos, node, nodePos) =>
        node.type.name === 'articleLink' && linkToWords(nodePos)(view.state, view.dispatch),
      handleClickOn: (view, _pos, node, _nodePos, event) => {
        if (node.type.name !== 'articleLink' || !(event.ctrlKey || event.metaKey)) return false;
        hostOf(view.state)?.openArticle(String(node.attrs.article));
        return true;
      },
    },
  });
