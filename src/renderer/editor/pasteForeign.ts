import { closeHistory } from '@tiptap/pm/history';
import type { Node, Schema } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { blankFields } from '../../core/article/fields';
import { checkDocument } from '../../core/document/schema';
import type { BlockJson } from '../../core/document/json';
import { toWire } from '../../core/errors';
import type { Imported, LeftOut } from '../../core/formats/format';
import { painted } from '../ui/painted';
import type { EditorHost } from './host';
import { controlNotice } from './pastePlain';
import { waitingAt, waitingKey, type WaitingChange } from './pasteWaiting';
import { isBlank, openSlice, paragraphs, place } from './placing';
import { cleanText, filledLines } from './plainText';
import { replaceDocument } from './replaceDocument';

/** From so many UTF-16 units on a paste says at once that it is at work. */
const MUCH = 400_000;
/** Any other says so after this long, in milliseconds. */
const LONG_MS = 1_000;

let lastId = 0;

/** True for several lines that go into an article in which nobody has written. */
export const isPage = (doc: Node, text: string): boolean => isBlank(doc) && filledLines(text).length > 1;

/** Text that another program copied. */
export interface Foreign {
  text: string;
  format: 'html' | 'text';
  /** The same without form, for when it cannot be read. */
  plain: string;
}

/** Has the host read text from outside, and puts it where it was pasted. What takes long says so and can be stopped. */
export async function pasteForeign(view: EditorView, host: EditorHost, foreign: Foreign): Promise<void> {
  await host.pasting.add(take(view, host, foreign));
}

async function take(view: EditorView, host: EditorHost, foreign: Foreign): Promise<void> {
  const id = ++lastId;
  const { from, to } = view.state.selection;
  const tellWaiting = (change: WaitingChange) =>
    view.dispatch(view.state.tr.setMeta(waitingKey, change).setMeta('addToHistory', false));
  tellWaiting({ add: { id, from, to } });
  let end = (): void => undefined;
  const show = (): void => {
    end = host.working('Reading what was pasted…', () => {
      if (isDone(view, id)) return;
      tellWaiting({ remove: id });
      host.notice('The paste was stopped. Nothing of it went in.');
    });
  };
  const slow = setTimeout(show, foreign.text.length < MUCH ? LONG_MS : 0);
  try {
    // First it is said; what follows keeps the thread for a while.
    if (foreign.text.length >= MUCH) await painted();
    await read(view, host, foreign, id);
  } finally {
    clearTimeout(slow);
    end();
  }
}

async function read(view: EditorView, host: EditorHost, foreign: Foreign, id: number): Promise<void> {
  const { client } = host;
  const wholePage = isPage(view.state.doc, foreign.plain || textOfHtml(foreign.text));
  const { text, removed } = cleanText(foreign.text);
  try {
    if (wholePage) {
      const page = await client['import.page']({ text, name: null, format: foreign.format });
      if (isDone(view, id)) return tellLost(view, host);
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
    const { blocks, leftOut } = await client['import.fragment']({ text, format: foreign.format, language });
    const nodes = gated(view.state.schema, blocks);
    // A key or “Stop” may come before the other half of the work.
    if (text.length >= MUCH) await painted();
    if (isDone(view, id)) return tellLost(view, host);
    host.pasted();
    insertAt(view, id, nodes);
    tell(host, leftOut, removed);
  } catch (error) {
    if (isDone(view, id)) return tellLost(view, host);
    insertAt(view, id, paragraphs(view.state.schema, cleanText(foreign.plain || textOfHtml(foreign.text)).text));
    host.notice(`The text went in without its form. ${toWire(error).message}`);
  }
}

/** Nothing is lost without a word; of what the writer stopped it has been said. */
function tellLost(view: EditorView, host: EditorHost): void {
  if (view.isDestroyed)
    host.notice('What was pasted did not go in, because its article was left meanwhile. It is still on the clipboard.');
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
export function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const block of body.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6, blockquote, tr, br, figcaption'))
    block.append('\n');
  for (const hidden of body.querySelectorAll('script, style, template')) hidden.remove();
  return body.textContent;
}
