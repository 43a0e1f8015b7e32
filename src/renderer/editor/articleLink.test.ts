import { undo } from '@tiptap/pm/history';
import { NodeSelection, TextSelection, type EditorState, type Plugin } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import type { ArticleSummary } from '../../core/article/summary';
import { article, code, doc, p, shows, to } from '../../core/document/testing/builders';
import {
  articleLinkPlugin,
  askForArticle,
  editLink,
  insertArticleLink,
  linkQuery,
  linkToWords,
  typeOverLink,
} from './articleLink';
import { hostPlugin, type EditorHost } from './host';
import { after, bodyOf, writing } from './testing/writing';

const ROAD = 'icero4d000000000';
const host = {
  article: (id: string) => (id === ROAD ? ({ headline: ' The ice road ' } as ArticleSummary) : null),
} as unknown as EditorHost;

/** The cursor at the end of the body. */
function atEnd(state: EditorState): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
}
const typed = (text: string): EditorState => atEnd(writing(doc(p(text))));
const withHost = (state: EditorState): EditorState =>
  state.reconfigure({ plugins: [...state.plugins, hostPlugin(host) as Plugin] });

/** Where the link that shows a headline stands. */
function placeOf(state: EditorState): number {
  let at = -1;
  state.doc.descendants((node, pos) => void (node.type.name === 'articleLink' && (at = pos)));
  return at;
}

test.each([
  ['See [[', ''],
  ['See [[ice ro', 'ice ro'],
  ['[[a]] and [[b', 'b'],
])('after “%s” articles are looked for with “%s”', (text, words) => expect(linkQuery(typed(text))?.words).toBe(words));

test.each(['See [ice', '[[ice]]', '[[ice]', `[[${'x'.repeat(100)}`])('after “%s” nothing is looked for', (text) =>
  expect(linkQuery(typed(text))).toBeNull(),
);

test('neither in code nor in the headline is an article looked for', () => {
  expect(linkQuery(atEnd(writing(doc(code('[[')))))).toBeNull();
  const headline = writing(article({ headline: 'x [[' }));
  const inHeadline = headline.apply(headline.tr.setSelection(TextSelection.create(headline.doc, 2 + 1 + 4)));
  expect(linkQuery(inHeadline)).toBeNull();
  expect(askForArticle(inHeadline)).toBe(false);
});

test('the link takes the place of what asked for it, and one undo brings that back', () => {
  const state = typed('See [[ice');
  const query = linkQuery(state);
  const linked = query && after(state, insertArticleLink(query, ROAD));
  expect(bodyOf(linked)).toEqual([p('See ', shows(ROAD))]);
  expect(bodyOf(linked && after(linked, undo))).toEqual([p('See [[ice')]);
});

test('made into words it is an ordinary link that says what the headline said, selected and in one undo', () => {
  const state = withHost(writing(doc(p('See ', shows(ROAD), '.'))));
  const at = placeOf(state);
  const words = after(state, linkToWords(at));
  expect(bodyOf(words)).toEqual([p('See ', to(ROAD, 'The ice road'), '.')]);
  expect(words && words.doc.textBetween(words.selection.from, words.selection.to)).toBe('The ice road');
  expect(words && after(words, undo)?.doc.eq(state.doc)).toBe(true);
});

test('words typed over a selected link lead where it led, to the last letter; a cursor that comes later does not go on with them', () => {
  let state = writing(doc(p('See ', shows(ROAD), '.')));
  state = state.reconfigure({ plugins: [...state.plugins, articleLinkPlugin()] });
  const at = placeOf(state);
  state = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, at)));
  for (const letter of 'road') {
    const tr = typeOverLink(state, state.selection.from, letter);
    if (tr) state = state.apply(tr);
  }
  expect(bodyOf(state)).toEqual([p('See ', to(ROAD, 'road'), '.')]);
  const later = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
  const back = later.apply(later.tr.setSelection(TextSelection.create(later.doc, at + 4)));
  expect(typeOverLink(back, at + 4, 's')).toBeNull();
});

test('Enter on a link whose article is gone changes nothing, and does not put it away', () => {
  const state = withHost(writing(doc(p(shows('gone000000000000')))));
  const at = placeOf(state);
  const selected = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, at)));
  expect(after(selected, editLink)?.doc.eq(state.doc)).toBe(true);
  expect(after(state, editLink)).toBeNull();
});
