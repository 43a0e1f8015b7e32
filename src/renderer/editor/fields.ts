import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, Selection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { readUrl } from '../../core/article/url';
import { makeFields } from './waitingFields';

/** Puts the focus into a field of the block at `pos`. False when it has no such field. */
export function focusField(view: EditorView, pos: number, name: string): boolean {
  const dom = view.nodeDOM(pos);
  if (dom instanceof HTMLElement) makeFields(dom);
  const field = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>(`[data-field="${name}"]`) : null;
  field?.focus();
  return field !== null;
}

/** Into the first field of a block that was only just inserted and holds nothing yet. */
export function enterFields(view: EditorView): void {
  const { selection, doc } = view.state;
  const pos = selection instanceof NodeSelection ? selection.from : selection.$from.before(1);
  const node = doc.nodeAt(pos);
  if (node?.type.name === 'embed') focusField(view, pos, 'url');
  else if (node?.type.name === 'factBox' && node.textContent === '') focusField(view, pos, 'title');
}

/** Sets attributes of the block at `pos` as one step of undo of its own. Does nothing when they are as they were. */
export function commitAttributes(view: EditorView, pos: number, attrs: Readonly<Record<string, unknown>>): void {
  const node = view.state.doc.nodeAt(pos);
  if (!node) return;
  const tr: Transaction = closeHistory(view.state.tr);
  for (const [name, value] of Object.entries(attrs)) if (node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value);
  if (tr.docChanged) view.dispatch(tr);
}

/** From a field back into the text: its words, before it or behind it. */
export function leaveField(view: EditorView, pos: number, where: 'words' | 'start' | 'before' | 'behind'): void {
  const node = view.state.doc.nodeAt(pos);
  if (!node) return;
  const { doc } = view.state;
  const end = pos + node.nodeSize;
  let tr = view.state.tr;
  if (where === 'behind') {
    if (end >= doc.content.size) tr = tr.insert(end, view.state.schema.node('paragraph'));
    tr.setSelection(Selection.near(tr.doc.resolve(end), 1));
  } else if (where === 'start') tr.setSelection(Selection.near(doc.resolve(pos + 1), 1));
  else if (where === 'before') tr.setSelection(Selection.near(doc.resolve(pos), -1));
  else tr.setSelection(node.isAtom ? NodeSelection.create(doc, pos) : Selection.near(doc.resolve(end - 1), -1));
  view.dispatch(tr.scrollIntoView());
  view.focus();
}

/**
 * How a field stores a line: trimmed, control characters as spaces, null when blank. Gives `''`, or why a line longer than
 * `max` UTF-16 units is refused; nothing is cut.
 */
export const storeLine =
  (max: number, store: (line: string | null) => void) =>
  (typed: string): string => {
    const line = oneLine(typed);
    if (line.length > max) return `Too long for this field: ${line.length} characters, ${max} fit. Shorten it.`;
    store(line === '' ? null : line);
    return '';
  };

/** How a field stores the address of a page. Gives `''`, or why it cannot be linked. */
export const storeUrl =
  (store: (url: string | null) => void) =>
  (typed: string): string => {
    const url = readUrl(typed);
    if (url === null && typed.trim() !== '') return 'Not an address that Stet can link: use https, http or a mail address.';
    store(url);
    return '';
  };

/** Typed text as one line that an attribute may hold. */
export const oneLine = (typed: string): string =>
  typed
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .trim();
