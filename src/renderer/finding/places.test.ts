import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TextSelection } from '@tiptap/pm/state';
import { matcherOf } from '../../core/find/matcher';
import { doc, p } from '../../core/document/testing/builders';
import { writing } from '../editor/testing/writing';
import { Places } from './places.svelte';

let now = 0;
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const ships = matcherOf({ words: 'ship', matchCase: false, wholeWords: false, ignoreAccents: false });

/** A text that is written while it is searched. */
class Page {
  state = writing(doc(p('A ship.'), p('Fog.'), p('Two ships, one Ship.')));
  readonly told: boolean[] = [];
  readonly places = new Places(
    () => this.state,
    (isNew) => this.told.push(isNew),
  );
  type(words: string, at: number) {
    this.state = this.state.apply(this.state.tr.insertText(words, at));
    this.places.changed();
  }
  get words() {
    return this.places.list.map(({ from, to }) => this.state.doc.textBetween(from, to));
  }
}

test('every place is found, in order, and the one behind the cursor is shown', () => {
  const page = new Page();
  const end = page.state.doc.content.size - 1;
  page.state = page.state.apply(page.state.tr.setSelection(TextSelection.create(page.state.doc, end - 3)));
  page.places.lookFor(ships);
  expect(page.words).toEqual(['ship', 'ship', 'Ship']);
  expect(page.places.current).toBe(2);
  expect(page.told).toEqual([true]);
});

test('a search that takes long is done in slices, and tells at its end', () => {
  const page = new Page();
  vi.mocked(performance.now).mockImplementation(() => (now += 100));
  page.places.lookFor(ships);
  expect(page.places.searching).toBe(true);
  expect(page.told).toEqual([]);
  vi.runAllTimers();
  expect(page.places.searching).toBe(false);
  expect(page.words).toHaveLength(3);
  expect(page.told).toEqual([true]);
});

test('what is asked at once does not wait for the slices', () => {
  const page = new Page();
  vi.mocked(performance.now).mockImplementation(() => (now += 100));
  page.places.lookFor(ships);
  page.places.finish();
  expect(page.words).toHaveLength(3);
  vi.runAllTimers();
  expect(page.told).toEqual([false]);
});

test('after a pause the text is searched again, and the same place stays the one that is shown', () => {
  const page = new Page();
  page.places.lookFor(ships);
  page.places.step(1, page.state.selection);
  expect(page.places.current).toBe(0);
  page.type('Now, ', 7);
  expect(page.places.isFresh).toBe(false);
  vi.advanceTimersByTime(120);
  expect(page.places.isFresh).toBe(true);
  expect(page.places.current).toBe(0);
  expect(page.words).toEqual(['ship', 'ship', 'Ship']);
  expect(page.told).toEqual([true, false]);
});

test('places are gone through round the end, both ways, and from where the cursor was put', () => {
  const page = new Page();
  page.places.lookFor(ships);
  const steps = (by: 1 | -1) => {
    page.places.step(by, page.places.shown ?? page.state.selection);
    return page.places.current;
  };
  expect([steps(1), steps(1), steps(1), steps(-1), steps(-1)]).toEqual([1, 2, 0, 2, 1]);
  page.places.step(1, { from: 1, to: 1 });
  expect(page.places.current).toBe(0);
  page.places.step(-1, { from: 1, to: 1 });
  expect(page.places.current).toBe(2);
});

test('nothing that is looked for stands nowhere, and is not searched on', () => {
  const page = new Page();
  page.places.lookFor(null);
  page.places.step(1, page.state.selection);
  expect(page.places).toMatchObject({ list: [], current: -1, isLooking: false });
  page.places.lookFor(ships);
  page.type('x', 7);
  page.places.stop();
  vi.runAllTimers();
  expect(page.told).toEqual([true, true]);
});
