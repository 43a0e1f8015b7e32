import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../../core/article/article';
import { ARTICLE_SCHEMA } from '../../../core/article/article';
import { statuses } from '../../../core/article/fields';
import { article as doc, figure, note, p, quote, said, type Head } from '../../../core/document/testing/builders';
import type { BlockJson } from '../../../core/document/json';
import { parseQuery } from '../../../core/search/parseQuery';
import { fits } from '../../../core/search/testing/bruteForce';
import { openIndex } from './openIndex';
import { SearchIndex } from './searchIndex';

let folder: string;
const path = () => join(folder, 'search', 'here.sqlite');
const opened: SearchIndex[] = [];
function open(at: string | null = null): SearchIndex {
  const index = new SearchIndex(openIndex(at));
  opened.push(index);
  return index;
}
function close(index: SearchIndex): void {
  opened.splice(opened.indexOf(index), 1);
  index.close();
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-search-'));
});
afterEach(() => {
  for (const index of opened.splice(0)) index.close();
  rmSync(folder, { recursive: true });
});

const idOf = (name: string) => name.padEnd(20, '0');
function story(name: string, head: Head, ...body: BlockJson[]): Article {
  return {
    id: idOf(name),
    revision: 1,
    schema: ARTICLE_SCHEMA,
    createdAt: 0,
    editedAt: 1_000,
    trashedAt: null,
    doc: doc(head, ...body),
  };
}
const put = (index: SearchIndex, ...articles: Article[]) =>
  index.put(articles.map((article) => ({ article, stamp: `${article.revision}` })));
const ids = (index: SearchIndex, query: string, trashed = false) =>
  index.find({ query, limit: 50, trashed }).hits.map(({ id }) => id.replace(/0+$/u, ''));

describe('what is found', () => {
  const everything = story(
    'all',
    {
      headline: 'Ice road closed',
      standfirst: 'Lorries wait at Kemi',
      section: ['News', 'North Coast'],
      tags: ['winter roads'],
      byline: [{ name: 'Ada Quist', role: 'Reporter', url: null }],
      notes: 'Ring the insurer',
      language: 'de-AT',
      status: 'ready',
    },
    p('The Größe of the hole. ', note('Ask about Ivalo', 'Nobody'), ' measured it.'),
    quote({ speaker: 'Mara Lindqvist', role: 'harbour master' }, 'It held for years.'),
    p(said({ speaker: 'Jon Berg' }, 'Not for us'), ', he said.'),
    figure(`${'a'.repeat(64)}.png`, { caption: 'Barrier across the track', credit: 'Pia Holm' }),
  );

  test.each([
    'ice ',
    'kemi',
    'GROSSE ',
    'held ',
    'lindqvist',
    'quist ',
    'berg ',
    'insurer',
    'ivalo',
    'winter ',
    'barrier',
    'holm ',
    '"ice road"',
    'speaker:mara',
    'speaker:"jon berg"',
    'section:coast',
    'section:"north coast"',
    'tag:winter',
    'status:ready',
    'language:de',
    'language:german',
    'language:deutsch',
    'before:2026 after:1969 -bread',
    'ice -snow',
    '-snow',
    'closed -section:sport',
  ])('%s', (query) => {
    const index = open();
    put(index, everything, story('other', { headline: 'Bread', status: 'draft' }, p('Flour and snow.')));
    expect(ids(index, query)).toEqual(['all']);
  });

  test.each(['icebreaker', '"road ice"', 'speaker:ada', 'section:sport', 'status:draft', 'after:2026', 'ice -road', '-lorries'])(
    'not by %s',
    (query) => {
      const index = open();
      put(index, everything);
      expect(ids(index, query)).toEqual([]);
    },
  );

  test('a hit in the headline comes before one in the body', () => {
    const index = open();
    put(index, story('body', {}, p('The harbour, the harbour.')), story('head', { headline: 'Harbour' }, p('Quay.')));
    expect(ids(index, 'harbour ')).toEqual(['head', 'body']);
  });

  test('no phrase reaches over the end of a paragraph', () => {
    const index = open();
    put(index, story('two', {}, p('on the ice'), p('road works')));
    expect(ids(index, '"ice road"')).toEqual([]);
  });

  test('the trash is looked through only when asked', () => {
    const index = open();
    put(index, { ...story('gone', { headline: 'Harbour' }), trashedAt: 5 });
    expect(ids(index, 'harbour')).toEqual([]);
    expect(ids(index, 'harbour', true)).toEqual(['gone']);
  });

  test('the count goes beyond the limit', () => {
    const index = open();
    put(index, ...['a', 'b', 'c'].map((name) => story(name, { headline: 'Harbour' })));
    expect(index.find({ query: 'harbour', limit: 2, trashed: false })).toMatchObject({ total: 3, hits: [{}, {}] });
  });
});

const WORDS = ['ice', 'road', 'Icebreaker', 'Größe', 'grosse', 'été', '東京', 'the', 'e-mail'];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((words) => words.join(' '));
const library = fc.array(
  fc.record({
    headline: text,
    body: fc.array(text, { maxLength: 3 }),
    speaker: fc.option(fc.constantFrom('Mara Lind', 'Jon Ice')),
    section: fc.constantFrom<string[]>([], ['News'], ['News', 'Ice Coast']),
    tags: fc.subarray(['ice', 'road show']),
    status: fc.constantFrom(...statuses),
    editedAt: fc.constantFrom(new Date(2025, 5, 1).getTime(), new Date(2026, 5, 1).getTime()),
    trashed: fc.boolean(),
  }),
  { maxLength: 6 },
);
const piece = fc.oneof(
  fc.constantFrom(
    ...WORDS,
    'ic',
    'r',
    'gr',
    '"ice road"',
    '"the ice',
    'section:news',
    'section:"ice coast"',
    'speaker:mara',
    'tag:ro',
    'status:k',
    'before:2026',
    'after:2026',
    'language:english',
    'section:',
    '"',
  ),
  fc.constantFrom(...WORDS, '"ice road"', 'status:draft', 'tag:ice', 'before:2026').map((one) => `-${one}`),
);
const typed = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom('', ' '))
  .map(([pieces, end]) => pieces.join(' ') + end);

test('the index finds what reading everything finds, also after changes and removals', () => {
  fc.assert(
    fc.property(library, library, fc.array(typed, { minLength: 1, maxLength: 6 }), (before, after, queries) => {
      const index = open();
      const made = (drafts: typeof before, from: number) =>
        drafts.map(({ body, speaker, trashed, editedAt, ...head }, at): Article => ({
          ...story(
            `n${at + from}`,
            head,
            ...body.map((line) => p(line)),
            ...(speaker === null ? [] : [quote({ speaker }, 'Yes.')]),
          ),
          editedAt,
          trashedAt: trashed ? 1 : null,
        }));
      put(index, ...made(before, 0));
      const now = made(after, 2);
      put(index, ...now);
      index.remove([idOf('n0'), idOf('n1')]);
      const left = [
        ...made(before, 0)
          .slice(2)
          .filter(({ id }) => !now.some((one) => one.id === id)),
        ...now,
      ];
      for (const query of queries) {
        const expected = left.filter((one) => one.trashedAt === null && fits(one, parseQuery(query))).map(({ id }) => id);
        expect(
          index
            .find({ query, limit: 50, trashed: false })
            .hits.map(({ id }) => id)
            .sort(),
          query,
        ).toEqual(expected.sort());
      }
      close(index);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('whatever is typed, the engine takes it', () => {
  const index = open();
  put(index, story('one', { headline: 'Ice' }));
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(
          fc.constantFrom('"', '-', ':', '*', '(', ')', ' ', 'NEAR', 'AND', 'NOT', 'a', '%', '_', 'section:'),
          fc.string({ unit: 'binary', maxLength: 2 }),
        ),
      }),
      (query) => {
        expect(index.find({ query, limit: 5, trashed: false }).total).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

describe('the file', () => {
  const filled = () => {
    const index = open(path());
    put(
      index,
      ...Array.from({ length: 40 }, (_, at) => story(`a${at}x`, { headline: `Harbour ${at}` }, p('ice road '.repeat(40)))),
    );
    return index;
  };

  test('what was indexed is there after opening again, and only its owner can read it', () => {
    const first = filled();
    const { birth } = first;
    close(first);
    const again = open(path());
    expect(again.birth).toBe(birth);
    expect(again.stamps().size).toBe(40);
    if (process.platform !== 'win32')
      expect([statSync(path()).mode & 0o077, statSync(join(folder, 'search')).mode & 0o077]).toEqual([0, 0]);
    expect(ids(again, 'harbour')).toHaveLength(40);
  });

  test('a lock that a killed Stet left is taken away', () => {
    const first = filled();
    opened.splice(0); // killed: nothing is closed
    const again = open(path());
    expect(again.birth).toBe(first.birth);
    expect(ids(again, 'harbour')).toHaveLength(40);
  });

  test('forgotten words are nowhere in the file', () => {
    const index = filled();
    put(index, story('secret', { headline: 'Source', notes: 'zanzibarov' }, p('Zanzibarov met us.')));
    put(index, { ...story('secret', { headline: 'Source' }, p('Nobody met us, said Zanzibarov twice.')), revision: 2 });
    index.forget([idOf('secret')]);
    close(index);
    for (const name of readdirSync(join(folder, 'search')))
      expect(
        readFileSync(join(folder, 'search', name))
          .toString('latin1')
          .toLowerCase(),
      ).not.toContain('zanzibar');
  });

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('{"stet":1}'.repeat(900))],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 8192)],
    ['cut in its first page', (bytes: Buffer) => bytes.subarray(0, 100)],
    [
      'of another schema',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replaceAll('birth TEXT', 'birth TEXX'), 'latin1'),
    ],
  ])('a file that is %s costs only reading the articles again', (_name, damage) => {
    close(filled());
    const before = readFileSync(path());
    writeFileSync(path(), damage(before));
    let index = open(path());
    // What opening does not notice, the first use does; the worker then begins anew (searchWorker.test.ts).
    try {
      put(index, story('new', { headline: 'Harbour new' }));
    } catch (error) {
      expect(error).toMatchObject({ name: 'SQLite3Error' });
      close(index);
      rmSync(path());
      index = open(path());
      put(index, story('new', { headline: 'Harbour new' }));
    }
    expect(ids(index, 'harbour new')).toContain('new');
  });
});
