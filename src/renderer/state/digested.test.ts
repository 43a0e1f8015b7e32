import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Node } from '@tiptap/pm/model';
import { parseDocument } from '../../core/document/schema';
import { article, p, quote } from '../../core/document/testing/builders';
import { Digested } from './digested.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const text = (...words: string[]) => parseDocument(article({ headline: 'Harbour closed' }, ...words.map((one) => p(one))));
const long = () => text(...Array.from({ length: 400 }, () => 'one two three'));

/** A text that changes, and how often it was looked at. */
class Page {
  looks = 0;
  readonly digested: Digested;
  constructor(public doc: Node) {
    this.digested = new Digested(
      () => this.doc,
      () => this.looks++,
    );
  }
  type(doc: Node) {
    this.doc = doc;
    this.digested.soon();
  }
}

test('what a text holds is known before anybody pauses', () => {
  const page = new Page(
    parseDocument(article({ headline: 'Harbour closed' }, p('Fog.'), quote({ speaker: 'Ada Wells' }, 'We stay.'))),
  );
  page.digested.start();
  expect(page.looks).toBe(1);
  expect(page.digested.now).toMatchObject({ headline: 'Harbour closed', words: 3 });
  expect(page.digested.now.quotes.map(({ words }) => words)).toEqual(['We stay.']);
});

test('typing is looked at once, when it pauses', () => {
  const page = new Page(text('Fog.'));
  page.type(text('Fog lay.'));
  vi.advanceTimersByTime(200);
  page.type(text('Fog lay over.'));
  vi.advanceTimersByTime(200);
  expect(page.looks).toBe(0);
  expect(page.digested.now.words).toBe(1);
  vi.advanceTimersByTime(100);
  expect(page.looks).toBe(1);
  expect(page.digested.now.words).toBe(3);
  vi.advanceTimersByTime(10_000);
  expect(page.looks).toBe(1);
});

test('a long page is counted after a longer pause, and never said to be before', () => {
  const page = new Page(long());
  page.digested.start();
  expect(page.digested.now).toMatchObject({ headline: 'Harbour closed', words: null, quotes: [] });
  vi.advanceTimersByTime(900);
  expect(page.looks).toBe(0);
  vi.runAllTimers();
  expect(page.looks).toBe(1);
  expect(page.digested.now.words).toBe(1200);
});

test('what was changed by hand is looked at without a pause', () => {
  const page = new Page(text('Fog.'));
  page.doc = text('Fog lay.');
  page.digested.look();
  expect(page.digested.now.words).toBe(2);
});

test('a text that is let go is not looked at again', () => {
  const page = new Page(text('Fog.'));
  page.type(text('Fog lay.'));
  page.digested.stop();
  vi.runAllTimers();
  expect(page.looks).toBe(0);
});
