import { closeHistory } from '@tiptap/pm/history';
import type { Node, Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { blankFields } from '../../core/article/fields';
import { checkDocument } from '../../core/document/schema';
import type { BlockJson } from '../../core/document/json';
import { toWire } from '../../core/errors';
import type { Imported, LeftOut } from '../../core/formats/format';
import type { Clipboard } from './clipboard';
import type { EditorHost } from './host';
import { crossesParts, deleteAcrossParts, isPlainPart, partAt } from './parts';
import { moveWords } from './moveWords';
import { controlNotice, insertPlain } from './pastePlain';
import { looksLikePicture } from '../state/pictureUpload';
import { addPictures } from './pictures';
import { isBlank, openSlice, paragraphs, place, type Range } from './placing';
import { cleanText, filledLines } from './plainText';
import { replaceDocument } from './replaceDocument';

/** A paste that the host is still reading: where it will go, kept through every edit. */
interface Waiting extends Range {
  readonly id: number;
}

type WaitingChange = { add: Waiting } | { remove: number };
const waitingKey = new PluginKey<readonly Waiting[]>('stetPaste');
let lastId = 0;

const waitingAt = (state: EditorState, id: number): Waiting | null =>
  waitingKey.getState(state)?.find((one) => one.id === id) ?? null;

function mapWaiting(tr: Transaction, waiting: readonly Waiting[]): readonly Waiting[] {
  const change = tr.getMeta(waitingKey) as WaitingChange | undefined;
  if (!change && (waiting.length === 0 || !tr.docChanged)) return waiting;
  const moved = waiting.map(({ id, from, to }) => {
    const start = tr.mapping.map(from, from === to ? -1 : 1);
    return { id, from: start, to: Math.max(start, tr.mapping.map(to, -1)) };
  });
  if (change && 'add' in change) return [...moved, change.add];
  return change ? moved.filter(({ id }) => id !== change.remove) : moved;
}

/**
 * Paste and drop. What this window copied goes in as it was; everything else is read by the host, which parses it in a
 * worker and answers with blocks that have passed the gate. Files are left to the window.
 */
export const pastePlugin = (host: EditorHost, clipboard: Clipboard) => {
  let plainKey = false;
  return new Plugin<readonly Waiting[]>({
    key: waitingKey,
    state: { init: () => [], apply: mapWaiting },
    props: {
      handleDrop: moveWords,
      handleDOMEvents: {
        keydown: (_view, event) => {
          plainKey = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
          return false;
        },
        paste: (view, event) => {
          const plain = plainKey;
          plainKey = false;
          return fieldsOwn(event) || take(view, host, clipboard, event.clipboardData, plain, event, null);
        },
        drop: (view, event) => {
          if (fieldsOwn(event) || [...(event.dataTransfer?.types ?? [])].includes('Files')) return true;
          if (view.dragging) return false;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          return at !== null && take(view, host, clipboard, event.dataTransfer, false, event, at.pos);
        },
        cut: (view, event) => {
          if (fieldsOwn(event) || view.state.selection.empty || !crossesParts(view.state.selection) || !event.clipboardData)
            return false;
          const { dom, text } = view.serializeForClipboard(view.state.selection.content());
          event.preventDefault();
          event.clipboardData.setData('text/html', dom.innerHTML);
          event.clipboardData.setData('text/plain', text);
          view.dispatch(deleteAcrossParts(view.state.tr).setMeta('uiEvent', 'cut').scrollIntoView());
          return true;
        },
      },
    },
  });
};

// Fields that stand between the blocks paste and drop for themselves.
const fieldsOwn = (event: Event): boolean =>
  event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;

function take(
  view: EditorView,
  host: EditorHost,
  clipboard: Clipboard,
  data: DataTransfer | null,
  plain: boolean,
  event: Event,
  at: number | null,
): boolean {
  if (!data || !view.editable) return false;
  const pictures = [...data.files].filter(looksLikePicture);
  // A word processor sends a picture of the words along with them: where there are words, they are meant.
  if (pictures.length > 0 && data.getData('text/plain').trim() === '') {
    event.preventDefault();
    void addPictures(view, host, pictures, at ?? view.state.selection.to);
    return true;
  }
  const html = plain ? '' : data.getData('text/html');
  const text = data.getData('text/plain') || data.getData('text/uri-list');
  if (html === '' && text === '') return false;
  event.preventDefault();
  if (at !== null) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))));
  view.focus();
  const own = plain ? null : clipboard.recall(html);
  const { $from, from, to } = view.state.selection;
  if (own) view.dispatch(place(closeHistory(view.state.tr), { from, to }, own).setMeta('uiEvent', 'paste').scrollIntoView());
  else if (
    plain ||
    $from.parent.type.spec.code ||
    (isPlainPart(partAt($from)) && !isPage(view.state.doc, text)) ||
    isInlineText(html, text)
  )
    insertPlain(view, text || textOfHtml(html));
  else void takeForeign(view, host, { text: html || text, format: html ? 'html' : 'text', plain: text });
  return true;
}

// A word or two without form need no reading.
const isInlineText = (html: string, text: string): boolean => html === '' && !text.includes('\n') && text.length < 2000;
const isPage = (doc: Node, text: string): boolean => isBlank(doc) && filledLines(text).length > 1;

interface Foreign {
  text: string;
  format: 'html' | 'text';
  /** The same without form, for when it cannot be read. */
  plain: string;
}

async function takeForeign(view: EditorView, host: EditorHost, foreign: Foreign): Promise<void> {
  const id = ++lastId;
  const { from, to } = view.state.selection;
  view.dispatch(
    view.state.tr.setMeta(waitingKey, { add: { id, from, to } } satisfies WaitingChange).setMeta('addToHistory', false),
  );
  const wholePage = isPage(view.state.doc, foreign.plain || textOfHtml(foreign.text));
  const { text, removed } = cleanText(foreign.text);
  try {
    if (wholePage) {
      const page = await host.client['import.page']({ text, name: null, format: foreign.format });
      if (isDone(view, id)) return;
      if (isBlank(view.state.doc)) {
        host.pasted();
        view.dispatch(
          becomePage(view.state, page)
            .setMeta(waitingKey, { remove: id } satisfies WaitingChange)
            .scrollIntoView(),
        );
        tell(host, page.leftOut, removed);
        await linkNeighbours(host, page);
        return;
      }
    }
    const language = String(view.state.doc.attrs.language);
    const { blocks, leftOut } = await host.client['import.fragment']({ text, format: foreign.format, language });
    if (isDone(view, id)) return;
    host.pasted();
    insertAt(view, id, gated(view.state.schema, blocks));
    tell(host, leftOut, removed);
  } catch (error) {
    if (isDone(view, id)) return;
    insertAt(view, id, paragraphs(view.state.schema, cleanText(foreign.plain || textOfHtml(foreign.text)).text));
    host.notice(`The text went in without its form. ${toWire(error).message}`);
  }
}

const isDone = (view: EditorView, id: number): boolean => view.isDestroyed || waitingAt(view.state, id) === null;

function insertAt(view: EditorView, id: number, blocks: readonly Node[]): void {
  const waiting = waitingAt(view.state, id);
  if (!waiting) return;
  const tr = closeHistory(view.state.tr).setMeta(waitingKey, { remove: id } satisfies WaitingChange);
  if (blocks.length > 0) place(tr, waiting, openSlice(blocks));
  view.dispatch(tr.setMeta('uiEvent', 'paste').scrollIntoView());
}

/** The host's blocks as nodes, through the gate once more. */
function gated(schema: Schema, blocks: readonly BlockJson[]): Node[] {
  if (blocks.length === 0) return [];
  const head = [{ type: 'kicker' }, { type: 'headline' }, { type: 'standfirst' }];
  const [, , , ...checked] = checkDocument({ type: 'doc', attrs: blankFields(), content: [...head, ...blocks] }).content;
  return checked.map((block) => schema.nodeFromJSON(block));
}

/** An imported page in place of a blank article; what only the writer can know stays as it was. */
export function becomePage(state: EditorState, page: Imported): Transaction {
  const { notes, status, translationOf, slug } = state.doc.attrs as {
    notes: string;
    status: string;
    translationOf: unknown;
    slug: string;
  };
  const imported = state.schema.nodeFromJSON(checkDocument(page.doc));
  const attrs = { ...imported.attrs, notes, status, translationOf, slug: String(imported.attrs.slug) || slug };
  return replaceDocument(state.tr, imported.type.create(attrs, imported.content));
}

async function linkNeighbours(host: EditorHost, { neighbours }: Imported): Promise<void> {
  for (const side of ['previous', 'next'] as const) {
    const target = neighbours[side];
    if (!target) continue;
    try {
      await host.client['series.link']({ id: host.articleId, side, target, when: 'ask' });
    } catch (error) {
      host.notice(`The page names a ${side} piece, “${target.title}”, but it was not linked. ${toWire(error).message}`);
    }
  }
}

const MOST_TOLD = 3;

function tell(host: EditorHost, leftOut: readonly LeftOut[], removed: number): void {
  if (removed > 0) host.notice(controlNotice(removed));
  if (leftOut.length === 0) return;
  const told = leftOut
    .slice(0, MOST_TOLD)
    .map(({ text, why }) => `“${text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text}” (${why})`);
  const more = leftOut.length > MOST_TOLD ? ` and ${leftOut.length - MOST_TOLD} more` : '';
  host.notice(`Left out: ${told.join('; ')}${more}.`);
}

/** The words of foreign HTML when nothing better can be had: an inert document, so that nothing in it loads or runs. */
function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const block of body.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6, blockquote, tr, br, figcaption'))
    block.append('\n');
  for (const hidden of body.querySelectorAll('script, style, template')) hidden.remove();
  return body.textContent;
}
