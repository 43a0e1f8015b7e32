import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, b, h2, li, p, quote, ul } from '../document/testing/builders';
import type { DocJson } from '../document/json';
import { articles } from '../document/testing/arbitrary';
import { compareBlocks } from './compareBlocks';
import { compareDocuments, restoring } from './comparison';
import { compareWords } from './compareWords';
import { childrenOf, inlineOf, keyOf, textOf, type AnyBlock } from './inline';
import { wordChange } from './wordChange';

const story = (...words: string[]) => article({ headline: 'Harbour' }, ...words.map((line) => p(line)));
/** Changes of a body as `change:words`, unchanged blocks left out. */
function changed(before: DocJson, after: DocJson): string[] {
  const { blocks } = compareDocuments(before, after);
  return blocks
    .filter(({ change }) => change !== 'same')
    .map(
      ({ change, before: b0, after: a0 }) =>
        `${change}: ${textOf(a0 === null ? childrenOf(before)[b0]! : childrenOf(after)[a0]!)}`,
    );
}
const ferry = 'The ferry waits at the quay for the tide.';
const storm = 'After the storm the harbour stayed shut for a week.';
const mayor = 'The mayor said that the pier would reopen in spring.';

test('a paragraph with other words, a new one and one that went are told apart', () => {
  expect(
    changed(story(ferry, storm, mayor), story('The ferry waits at the pier for the tide.', mayor, 'Nobody else was there.')),
  ).toEqual(['changed: The ferry waits at the pier for the tide.', `removed: ${storm}`, 'added: Nobody else was there.']);
});

test('a paragraph that moved is marked where it stands now, also when it was edited on the way', () => {
  expect(changed(story(ferry, storm, mayor), story(mayor, ferry, storm))).toEqual([`moved: ${mayor}`]);
  expect(changed(story(ferry, storm, mayor), story(`${mayor} Perhaps.`, ferry, storm))).toEqual([`moved: ${mayor} Perhaps.`]);
});

test('equal paragraphs side by side keep their partner', () => {
  expect(changed(story('', ferry, '', storm, ''), story('', ferry, '', storm, ''))).toEqual([]);
  expect(changed(story('', ferry, '', storm), story('', ferry, storm))).toEqual(['removed: ']);
});

test('fields are called as the interface calls them', () => {
  const before = article({ slug: 'harbour', byline: [{ name: 'Ana Sol', role: null, url: null }] }, p(ferry));
  const after = article(
    { slug: 'harbour', byline: [{ name: 'Ana Sol', role: 'reporter', url: null }], status: 'ready' },
    p(ferry),
  );
  expect(compareDocuments(before, after).fields).toEqual([
    { name: 'byline', title: 'Byline', before: 'Ana Sol', after: 'Ana Sol, reporter' },
    { name: 'status', title: 'Status', before: 'draft', after: 'ready' },
  ]);
});

const said = (passages: ReturnType<typeof compareWords>) =>
  passages.map(({ change, content, restyled }) => {
    const words = content.map((node) => (node.type === 'text' ? node.text : '/')).join('');
    return `${{ same: restyled ? '~' : '', added: '+', removed: '-' }[change]}${words}`;
  });

test('words are compared word by word, and read as what went and then what came', () => {
  const words = (before: AnyBlock, after: AnyBlock) => said(compareWords(inlineOf(before)!, inlineOf(after)!, 'en'));
  expect(words(p('We saw the old harbour.'), p('We saw a new harbour.'))).toEqual(['We saw ', '-the old', '+a new', ' harbour.']);
  expect(words(p('Nobody came.'), p('Nobody ', b('came'), '.'))).toEqual(['Nobody ', '~came', '.']);
  expect(words(p(), p('All new'))).toEqual(['+All new']);
});

test('words that came and went are counted, wherever they stand; a move counts for nothing', () => {
  expect(wordChange(story(ferry, storm), story(storm, ferry))).toEqual({ added: 0, removed: 0 });
  expect(wordChange(story('The ferry waits.'), story('The old ferry left.'))).toEqual({ added: 2, removed: 1 });
});

const pairs = fc.tuple(articles, articles, fc.boolean()).map(([one, other, related]): [DocJson, DocJson] => {
  if (!related) return [one, other];
  // The second is the first with its body turned round and the other's mixed in: moves, additions, removals.
  const [kicker, headline, standfirst, ...body] = one.content;
  const [, , , ...more] = other.content;
  return [
    one,
    {
      ...one,
      content: [kicker, headline, standfirst, ...body.slice(1).reverse(), ...more.slice(0, 2), ...(body.length < 2 ? body : [])],
    },
  ];
});

test('every block of either side appears once, the present ones in order, and “same” means the same', () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const { blocks } = compareDocuments(before, after);
      const here = blocks.flatMap(({ after: a }) => (a === null ? [] : [a]));
      const there = blocks.flatMap(({ before: b0 }) => (b0 === null ? [] : [b0])).sort((x, y) => x - y);
      expect(here).toEqual(after.content.map((_block, at) => at));
      expect(there).toEqual(before.content.map((_block, at) => at));
      for (const { change, before: b0, after: a } of blocks)
        if (change === 'same') expect(keyOf(childrenOf(before)[b0]!)).toBe(keyOf(childrenOf(after)[a]!));
    }),
  );
});

test('a version compared with itself has no changes', () => {
  fc.assert(
    fc.property(articles, (doc) => {
      expect(changed(doc, structuredClone(doc))).toEqual([]);
    }),
  );
});

test('the words of a proof give back both versions', () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      for (const { before: b0, after: a } of compareDocuments(before, after).blocks) {
        if (b0 === null || a === null) continue;
        const [old, now] = [childrenOf(before)[b0]!, childrenOf(after)[a]!];
        const [from, to] = [inlineOf(old), inlineOf(now)];
        if (!from || !to) continue;
        const passages = compareWords(from, to, 'en');
        const side = (leave: string) =>
          passages
            .filter(({ change }) => change !== leave)
            .map(({ content }) => textOf({ type: 'paragraph', content: content as unknown as AnyBlock[] }));
        expect(side('added').join('')).toBe(textOf(old));
        expect(side('removed').join('')).toBe(textOf(now));
      }
    }),
  );
});

const spliced = (doc: DocJson, splices: ReturnType<typeof restoring>): DocJson => {
  const content = [...childrenOf(doc)];
  for (const { from, remove, insert } of [...splices].reverse()) content.splice(from, remove, ...insert);
  return { ...doc, content: content as unknown as DocJson['content'] };
};

test('restoring one passage after another gives the whole version back', () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      let now = after;
      for (let round = 0; round < 200; round++) {
        const comparison = compareDocuments(before, now);
        const open = comparison.blocks.flatMap(({ change }, at) => (change === 'same' ? [] : [{ change, at }]));
        // What was added goes last: a body always has a block.
        const at = (open.find(({ change }) => change !== 'added') ?? open[0])?.at;
        if (at === undefined) break;
        now = spliced(now, restoring(comparison, at));
      }
      expect(now.content).toEqual(before.content);
    }),
    { numRuns: 60 },
  );
});

test('a restored passage leaves the others as they are', () => {
  const [before, after] = [story(ferry, storm, mayor), story(mayor, `${ferry} Still.`)];
  const comparison = compareDocuments(before, after);
  const at = comparison.blocks.findIndex(({ change }) => change === 'removed');
  expect(changed(after, spliced(after, restoring(comparison, at)))).toEqual([`added: ${storm}`]);
});

test('lists and quotations are compared inside', () => {
  const before = [li(p('Bread')), li(p('Salt and pepper from the old shop'))];
  const after = [li(p('Bread')), li(p('Salt and pepper from the new shop')), li(p('Wine'))];
  expect(compareBlocks(before as unknown as AnyBlock[], after as unknown as AnyBlock[]).map(({ change }) => change)).toEqual([
    'same',
    'changed',
    'added',
  ]);
  expect(changed(article({}, ul(...before)), article({}, h2('Shop'), quote({ speaker: 'Ana' }, 'No')))).toHaveLength(3);
});
