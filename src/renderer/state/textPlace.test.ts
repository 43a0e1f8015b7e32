import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { doc, p } from '../../core/document/testing/builders';
import { select, writing } from '../editor/testing/writing';
import { selectionAt, TextPlace } from './textPlace';

class Element {
  isConnected = true;
  constructor(readonly tag: string) {}
  matches = (selectors: string) => selectors.split(', ').includes(this.tag);
}
const asked = new Element('button');
const page = { activeElement: asked };
const frames: (() => void)[] = [];

beforeEach(() => {
  page.activeElement = asked;
  frames.length = 0;
  vi.stubGlobal('HTMLElement', Element);
  vi.stubGlobal('document', page);
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const story = () => writing(doc(p('Fog lay over the quay.'), p('Ships waited.')));
const scrollerAt = (scrollTop: number) =>
  ({ scrollTop, scrollHeight: 10, clientHeight: 10, parentElement: null }) as unknown as HTMLElement;

/** An editor as far as a place depends on it. */
class View {
  focused = false;
  constructor(public state: EditorState) {}
  dispatch(tr: Transaction) {
    expect(tr.getMeta('addToHistory')).toBe(false);
    this.state = this.state.apply(tr);
  }
  focus() {
    this.focused = true;
  }
  get words() {
    const { from, to } = this.state.selection;
    return this.state.doc.textBetween(from, to);
  }
}
const shown = (place: TextPlace, state = story()) => {
  const view = new View(state);
  place.restore(view as unknown as EditorView);
  for (const frame of frames.splice(0)) frame();
  return view;
};

test('an article that was never opened begins at its start, and takes the focus', () => {
  const view = shown(new TextPlace(null, null));
  expect(view.state.selection.empty).toBe(true);
  expect(view.state.selection.from).toBe(1);
  expect(view.focused).toBe(true);
});

test('words that were selected when the text was left are selected again, and it is scrolled as far', () => {
  const place = new TextPlace(null, null);
  place.show(scrollerAt(480));
  expect(place.isShown).toBe(true);
  const left = select(story(), 'Ships waited');
  expect(place.of(left).scroll).toBe(480);
  place.hide(left);
  expect(place.isShown).toBe(false);
  expect(place.of(left)).toEqual({ anchor: left.selection.anchor, head: left.selection.head, scroll: 480 });
  const again = scrollerAt(0);
  place.show(again);
  expect(shown(place).words).toBe('Ships waited');
  expect(again.scrollTop).toBe(480);
});

test('a text that was bounced beyond its top counts as at its top', () => {
  const place = new TextPlace(null, null);
  place.show(scrollerAt(-30));
  expect(place.of(story()).scroll).toBe(0);
});

test('a place outside of a text that has become shorter is its end', () => {
  const { doc: short } = writing(doc(p('Fog.')));
  const selection = selectionAt(short, { anchor: 900, head: 950 });
  expect(selection.empty).toBe(true);
  expect(selection.$from.parent.textContent).toBe('Fog.');
  expect(selection.$from.parentOffset).toBe(4);
});

test('a writer who has gone to a field meanwhile is left in it, once', () => {
  const place = new TextPlace(null, asked as unknown as globalThis.Element);
  page.activeElement = new Element('input');
  expect(shown(place).focused).toBe(false);
  expect(shown(place).focused).toBe(true);
});
