import { expect, test } from 'vitest';
import { undo } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { DocJson } from '../../core/document/json';
import { article, doc, p, said } from '../../core/document/testing/builders';
import { quotesOf, type DraftQuote } from '../editor/digest';
import type { EditorHost } from '../editor/host';
import { noteQuotation } from '../editor/quoteEdits';
import { writing } from '../editor/testing/writing';
import { Edits } from './edits';

/** A text with words typed a moment ago: an edit that joined them would take them along when it is undone. */
class Desk {
  state: EditorState;
  isShown = true;
  looks = 0;
  readonly edits: Edits;
  readonly typed: Readonly<DocJson>;

  constructor(start: DocJson) {
    this.state = writing(start);
    this.dispatch(this.state.tr.insertText('!', this.state.doc.content.size - 1));
    this.typed = this.doc;
    this.edits = new Edits({
      host: {} as EditorHost,
      state: () => this.state,
      dispatch: (tr) => this.dispatch(tr),
      withView: (act) =>
        this.isShown && act({ state: this.state, dispatch: (tr: Transaction) => this.dispatch(tr) } as EditorView) === true,
      look: () => this.looks++,
    });
  }
  dispatch(tr: Transaction) {
    this.state = this.state.apply(tr);
    this.state.doc.check();
  }
  get doc() {
    return this.state.doc.toJSON() as DocJson;
  }
  get quote() {
    const [first] = quotesOf(this.state.doc);
    if (!first) throw new Error('no quotation');
    return first;
  }
  undo() {
    undo(this.state, (tr) => this.dispatch(tr));
    return this.doc;
  }
}

test('fields change in one step; what is the same already is none', () => {
  const desk = new Desk(doc(p('Fog.')));
  desk.edits.setFields({ status: 'ready', tags: ['harbour'] });
  expect(desk.doc.attrs).toMatchObject({ status: 'ready', tags: ['harbour'] });
  expect(desk.undo()).toEqual(desk.typed);
  const before = desk.state;
  desk.edits.setFields({ status: desk.typed.attrs.status });
  expect(desk.state).toBe(before);
});

test('another text in place of this one, fields included, is one step', () => {
  const desk = new Desk(doc(p('Fog.')));
  const other = writing(article({ headline: 'Sun', status: 'ready' }, p('Sun.'), p('More sun.'))).doc.toJSON() as DocJson;
  desk.edits.replaceAll(other);
  expect(desk.doc).toEqual(other);
  expect(desk.undo()).toEqual(desk.typed);
});

test('blocks in place of others are one step, wherever they stand', () => {
  const desk = new Desk(doc(p('Fog.'), p('Ships.'), p('Rain.')));
  desk.edits.splice([
    { from: 3, remove: 1, insert: [p('Sun.')] },
    { from: 5, remove: 1, insert: [] },
  ]);
  expect(desk.state.doc.textBetween(0, desk.state.doc.content.size, '|')).toBe('|||Sun.|Ships.');
  expect(desk.undo()).toEqual(desk.typed);
});

const name = (speaker: string) => (state: EditorState, now: DraftQuote) => noteQuotation(state, now, { speaker });

test('a quotation is found where it stands now, and what is shown of it follows at once', () => {
  const desk = new Desk(doc(p('Then ', said({ role: 'nurse' }, '“we stay”'), ', she said.')));
  const { quote } = desk;
  desk.dispatch(desk.state.tr.insertText('Only ', 4));
  expect(desk.edits.editQuote(quote, name('Ada Wells'))).toBe(true);
  expect(desk.quote).toMatchObject({ words: 'we stay', speaker: 'Ada Wells', role: 'nurse' });
  expect(desk.looks).toBe(1);
});

test('a quotation whose words are gone, or whose text is not shown, is left alone', () => {
  const desk = new Desk(doc(p('Then “we stay”, she said.')));
  const { quote } = desk;
  desk.isShown = false;
  expect(desk.edits.editQuote(quote, name('Ada Wells'))).toBe(false);
  desk.isShown = true;
  desk.edits.replaceAll(doc(p('Nothing said.')));
  const before = desk.state;
  expect(desk.edits.editQuote(quote, name('Ada Wells'))).toBe(false);
  expect(desk.state).toBe(before);
  expect(desk.looks).toBe(0);
});
