import { closeHistory } from '@tiptap/pm/history';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Clipboard } from './clipboard';
import type { EditorHost } from './host';
import { crossesParts, deleteAcrossParts, isPlainPart, partAt } from './parts';
import { moveWords } from './moveWords';
import { isPage, pasteForeign, textOfHtml } from './pasteForeign';
import { insertPlain } from './pastePlain';
import { mapWaiting, waitingKey, type Waiting } from './pasteWaiting';
import { looksLikePicture } from '../state/pictureUpload';
import { addPictures } from './pictures';
import { place } from './placing';

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
  else void pasteForeign(view, host, { text: html || text, format: html ? 'html' : 'text', plain: text });
  return true;
}

// A word or two without form need no reading.
const isInlineText = (html: string, text: string): boolean => html === '' && !text.includes('\n') && text.length < 2000;
