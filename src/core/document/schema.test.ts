import { describe, expect, test } from 'vitest';
import { blockNames, inlineNames, markNames, partNames } from './blockNames';
import { blockAttributes, markAttributes } from './attributes';
import { checkDocument, documentSchema, MAX_COLUMNS, parseDocument } from './schema';
import { a, article, b, box, card, code, doc, li, p, quote, related, table, ul } from './testing/builders';
import type { BlockJson, BlockOf, DocJson } from './json';

const merged = (): BlockOf<'table'> => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 2, rowspan: 1 } as never, content: [p('x')] }] },
  ],
});

const codeOf = (json: unknown): string => {
  try {
    parseDocument(json);
    return 'passed';
  } catch (error) {
    return (error as { code?: string }).code ?? 'untyped';
  }
};

describe('one schema', () => {
  test('it is built without a DOM and holds exactly the names of the content model', () => {
    const { nodes, marks } = documentSchema();
    expect(Object.keys(nodes).sort()).toEqual(['doc', ...partNames, ...blockNames, ...inlineNames].sort());
    expect(Object.keys(marks).sort()).toEqual([...markNames].sort());
  });

  test('every attribute of every node and mark is validated', () => {
    const { nodes, marks } = documentSchema();
    for (const type of [...Object.values(nodes), ...Object.values(marks)]) {
      for (const [name, spec] of Object.entries(type.spec.attrs ?? {})) {
        expect(typeof (spec as { validate?: unknown }).validate, `${type.name}.${name}`).toBe('function');
      }
    }
  });

  test('its attributes are those specified, no more', () => {
    const { nodes, marks } = documentSchema();
    for (const name of blockNames) expect(Object.keys(nodes[name]?.spec.attrs ?? {})).toEqual(Object.keys(blockAttributes[name]));
    for (const name of markNames) expect(Object.keys(marks[name]?.spec.attrs ?? {})).toEqual(Object.keys(markAttributes[name]));
  });
});

describe('the gate', () => {
  test('lets a whole article through unchanged, defaults filled in', () => {
    const whole = article(
      { headline: 'Ferry returns', section: ['News'] },
      p('A ', b('new'), ' ferry. ', a('https://example.org/', 'Timetable')),
      quote({ speaker: 'Ana Ruiz' }, 'We waited.'),
      ul(li(p('one')), li(p('two'))),
      code('a\n\tb'),
      related('Read', 'The old ferry'),
    );
    expect(checkDocument(whole)).toEqual(whole);
    expect(checkDocument({ ...doc({ type: 'heading' } as BlockOf<'heading'>) }).content[3]).toEqual({
      type: 'heading',
      attrs: { level: 2 },
    });
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['an unknown block', doc({ type: 'script' } as unknown as BlockOf<'paragraph'>)],
    ['a name from the prototype', doc({ type: 'constructor' } as unknown as BlockOf<'paragraph'>)],
    ['an unknown key', { ...doc(p('x')), onclick: 'x' }],
    ['an unknown attribute', doc({ type: 'paragraph', attrs: { style: 'x' } } as unknown as BlockOf<'paragraph'>)],
    ['an unknown mark', doc(p({ type: 'text', text: 'x', marks: [{ type: 'blink' } as never] }))],
    [
      'an unknown attribute of a mark',
      doc(p({ type: 'text', text: 'x', marks: [{ type: 'bold', attrs: { onclick: 1 } } as never] })),
    ],
    ['a crosshead of level 1', doc({ type: 'heading', attrs: { level: 1 } } as unknown as BlockOf<'heading'>)],
    ['an unsafe link', doc(p(...a('javascript:alert(1)', 'x')))],
    ['a protocol-relative link', doc(p(...a('//example.org/', 'x')))],
    ['an unsafe source', doc(quote({ sourceUrl: 'data:text/html,x' }, 'x'))],
    ['an unsafe related piece', doc(related('Read', 'x', { url: 'vbscript:x' }))],
    ['a link without a target', doc(p({ type: 'text', text: 'x', marks: [{ type: 'link' } as never] }))],
    ['a document without a headline', { type: 'doc', attrs: doc().attrs, content: [p('x')] }],
    ['a block instead of a document', p('x')],
    ['empty text', doc(p({ type: 'text', text: '' }))],
    ['a bad field', { ...doc(), attrs: { ...doc().attrs, canonicalUrl: 'javascript:x' } }],
    ['an unknown status', { ...doc(), attrs: { ...doc().attrs, status: 'leaked' } }],
  ])('refuses %s', (_what, json) => {
    expect(codeOf(json)).toBe('document/invalid');
  });

  test.each<[string, string]>([
    ['a lone surrogate', 'x\ud800'],
    ['NUL', 'x\0'],
    ['a line feed outside code', 'a\nb'],
    ['an escape character', '\u001b[31m'],
  ])('refuses text with %s', (_what, text) => {
    expect(codeOf(doc(p(text)))).toBe('document/bad-text');
  });

  test.each<[string, BlockJson]>([
    ['a table in a fact box', box('Ice', table(['a']) as never)],
    ['a fact box in a fact box', box('Ice', box('Cold') as never)],
    ['a quotation in a cell', table([[quote({}, 'x') as never]])],
    ['a cell outside a table', { type: 'tableCell', content: [p('x')] }],
    ['a cell of two squares', merged()],
    ['a link card to a script', card({ url: 'javascript:x' })],
    ['a heading row that is neither there nor not', { ...table(['a']), attrs: { headerRow: 'yes', caption: '' } } as never],
  ])('refuses %s', (_what, block) => {
    expect(codeOf(doc(block))).toBe('document/invalid');
  });

  test('refuses a row of more cells than a page can show', () => {
    expect(codeOf(doc(table(Array<string>(MAX_COLUMNS).fill('x'))))).toBe('passed');
    expect(codeOf(doc(table(Array<string>(MAX_COLUMNS + 1).fill('x'))))).toBe('document/too-large');
  });

  test('refuses what is nested too deeply, without overflowing', () => {
    let list: BlockOf<'bulletList'> = ul(li(p('x')));
    for (let depth = 0; depth < 3000; depth++) list = ul(li(p('x'), list));
    expect(codeOf(doc(list))).toBe('document/too-deep');
  });

  test('keeps a tab, a no-break space and a soft hyphen', () => {
    const text = 'a\tb\u00a0c\u00add  e ';
    expect((checkDocument(doc(p(text))).content[3] as BlockOf<'paragraph'>).content).toEqual([{ type: 'text', text }]);
  });

  test('a `__proto__` in stored JSON is an unknown key', () => {
    const json = JSON.parse(
      JSON.stringify(doc(p('x'))).replace('"type":"paragraph"', '"type":"paragraph","__proto__":{"attrs":{}}'),
    ) as DocJson;
    expect(codeOf(json)).toBe('document/invalid');
  });
});

test('a link that shows a headline stands in running text, and only with the id of an article', () => {
  const story = (content: unknown[]) => ({
    ...article({}, p()),
    content: [...article({}).content.slice(0, 3), { type: 'paragraph', content }],
  });
  const link = { type: 'articleLink', attrs: { article: 'icero4d000000000' } };
  expect(() => checkDocument(story([link]))).not.toThrow();
  for (const attrs of [undefined, {}, { article: null }, { article: '../x' }, { article: 'icero4d000000000', title: 'x' }])
    expect(() => checkDocument(story([{ type: 'articleLink', attrs }]))).toThrow();
  const inHeadline = {
    ...article({}),
    content: [{ type: 'kicker' }, { type: 'headline', content: [link] }, ...article({}).content.slice(2)],
  };
  expect(() => checkDocument(inHeadline)).toThrow();
});
