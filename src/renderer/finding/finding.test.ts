import { history, undo } from '@tiptap/pm/history';
import { EditorState, type Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { documentSchema } from '../../core/document/schema';
import type { DocJson } from '../../core/document/json';
import { a, abbr, article, b, code, h2, li, p, quote, said, ul } from '../../core/document/testing/builders';
import { Finding } from './finding.svelte';

beforeAll(() => {
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined });
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  // As if searching took no time: one slice.
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A text with the bar open over it, without a DOM. */
function looking(doc: DocJson, words: string, replacement = '') {
  const finding = new Finding();
  const plugin: Plugin = finding.plugin();
  const view = {
    state: EditorState.create({ doc: documentSchema().nodeFromJSON(doc), plugins: [history()] }),
    dispatch(tr: EditorState['tr']) {
      view.state = view.state.apply(tr);
      view.state.doc.check();
    },
    hasFocus: () => false,
    focus: () => undefined,
    dom: { closest: () => null },
  };
  plugin.spec.view?.(view as unknown as EditorView);
  finding.show('replace');
  finding.replacement = replacement;
  finding.change({ words });
  const shown = () => {
    const place = finding.places[finding.current];
    return place && view.state.doc.textBetween(Math.max(0, place.from - 4), place.to, '|');
  };
  return { finding, view, shown, undo: () => undo(view.state, view.dispatch) };
}

const story = () =>
  article(
    { language: 'en', kicker: 'Kiev', headline: 'Kiev waits', standfirst: 'In Kiev.' },
    h2('Kiev now'),
    p('From Kiev: “Kiev is home,” she said in Kiev.'),
    quote({ speaker: 'Kiev Post' }, 'I love Kiev.'),
    ul(li(p('To ', b('Ki'), 'ev and back.'))),
    p('“It began in Kiev.'),
    p('“Kiev ends it,” she said.'),
    code('kiev = 1'),
  );

test('finds words in head, body, lists, quotations and code, in order, and goes round', () => {
  const { finding, shown } = looking(story(), 'kiev');
  expect(finding.places).toHaveLength(12);
  expect(finding.current).toBe(0);
  finding.next();
  expect(finding.current).toBe(1);
  finding.previous();
  finding.previous();
  expect(finding.current).toBe(11);
  expect(shown()).toMatch(/kiev$/u);
  finding.next();
  expect(finding.current).toBe(0);
});

test('replacing everywhere leaves what is in quotations, counts it, and one undo gives back the very same text', () => {
  const { finding, view, undo } = looking(story(), 'Kiev', 'Kyiv');
  const before = view.state.doc;
  finding.replaceAll('own');
  expect(finding.replaced).toMatchObject({ count: 8, skipped: 4 });
  const words = view.state.doc.textBetween(0, view.state.doc.content.size, '|');
  expect(words).toContain(
    'From Kyiv: “Kiev is home,” she said in Kyiv.|I love Kiev.|To Kyiv and back.|“It began in Kiev.|“Kiev ends it,”',
  );
  undo();
  expect(view.state.doc.eq(before)).toBe(true);
});

test('words whose speaker is named are somebody’s too, with quotation marks or without', () => {
  const { finding, view } = looking(
    article({}, p('Kiev: ', said({ speaker: 'Ada Wells' }, 'Kiev is home'), ', she says.')),
    'Kiev',
    'Kyiv',
  );
  finding.replaceAll('own');
  expect(finding.replaced).toMatchObject({ count: 1, skipped: 1 });
  expect(view.state.doc.textContent).toBe('Kyiv: Kiev is home, she says.');
});

test('replacing everywhere in 200,000 words is one transaction of one step', () => {
  const blocks = Array.from({ length: 2_000 }, (_, i) => p(`${'The old harbour waits. '.repeat(25)}“The old harbour ${i}.”`));
  const { finding, view, undo } = looking(article({}, ...blocks), 'harbour', 'port');
  const before = view.state.doc;
  let steps = 0;
  const dispatch = view.dispatch.bind(view);
  view.dispatch = (tr) => {
    steps += tr.steps.length;
    dispatch(tr);
  };
  finding.replaceAll('own');
  expect(finding.replaced).toMatchObject({ count: 50_000, skipped: 2_000 });
  expect(steps).toBe(1);
  undo();
  expect(view.state.doc.eq(before)).toBe(true);
});

test('the skipped ones on request, and only those', () => {
  const { finding, view } = looking(story(), 'Kiev', 'Kiev (Kyiv)');
  finding.replaceAll('own');
  finding.replaceAll('spoken');
  expect(finding.replaced).toMatchObject({ count: 4, skipped: 0 });
  const words = view.state.doc.textBetween(0, view.state.doc.content.size, '|');
  expect(words.match(/\(Kyiv\)/gu)).toHaveLength(12);
});

test('emphasis and links of replaced words stay', () => {
  const doc = article(
    {},
    p('To ', b('Kie'), 'v, ', a('https://example.org/', 'Kiev'), ' and ', abbr('Kiev Port Authority', 'KPA'), '.'),
  );
  const { finding, view } = looking(doc, 'Kiev', 'Kyiv');
  finding.replaceAll('own');
  expect(view.state.doc.child(3).toJSON()).toEqual(
    p('To ', b('Kyi'), 'v, ', a('https://example.org/', 'Kyiv'), ' and ', abbr('Kiev Port Authority', 'KPA'), '.'),
  );
});

test('one at a time, a quotation too, and on to the next', () => {
  const { finding, view, shown } = looking(article({}, p('a cat “cat” cat')), 'cat', 'tomcat');
  finding.replace();
  expect(shown()).toMatch(/“cat$/u);
  finding.replace();
  expect(view.state.doc.textContent).toBe('a tomcat “tomcat” cat');
  expect(shown()).toMatch(/cat$/u);
  finding.replace();
  expect(view.state.doc.textContent).toBe('a tomcat “tomcat” tomcat');
});

test('what is replaced by nothing is gone', () => {
  const { finding, view } = looking(article({}, p('very very good')), 'very ', '');
  finding.replaceAll('own');
  expect(view.state.doc.textContent).toBe('good');
});

const words = fc.constantFrom('cat', 'catcat', ' ', '“', '”', '"', 'é', ', ', '’');
const line = fc
  .array(fc.tuple(words, fc.boolean()), { maxLength: 12 })
  .map((parts) => parts.map(([text, bold]) => (bold ? b(text) : text)));
const block = fc.oneof(
  line.map((parts) => p(...parts)),
  line.map((parts) => quote({}, p(...parts))),
);

test('whatever is replaced: undo gives back the same document, and no words in quotations change', () => {
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('dog', '', 'cats', 'ca', '“'),
      (blocks, replacement) => {
        const { finding, view, undo } = looking(article({ language: 'en' }, ...blocks), 'cat', replacement);
        const before = view.state.doc;
        const quoted = (doc: typeof before) => doc.children.filter(({ type }) => type.name === 'quote').map(String);
        finding.replaceAll('own');
        expect(quoted(view.state.doc)).toEqual(quoted(before));
        if (view.state.doc.eq(before)) return;
        undo();
        expect(view.state.doc.eq(before)).toBe(true);
      },
    ),
  );
});
