import { expect, test } from 'vitest';
import { ARTICLE_SCHEMA } from './article';
import { articleMigrations, migrateArticle, type Migration } from './articleMigrations';

test('there is one step to every schema after the first, in order', () => {
  expect(articleMigrations.map(({ to }) => to)).toEqual(Array.from({ length: ARTICLE_SCHEMA - 1 }, (_, step) => step + 2));
});

test('names of steps are unique', () => {
  expect(new Set(articleMigrations.map(({ name }) => name)).size).toBe(articleMigrations.length);
});

test('an article of schema 1 gets the fields of the newsroom page, and keeps everything that it has', () => {
  const doc = { type: 'doc', attrs: { slug: 'ice', notes: 'ours' }, content: [{ type: 'kicker' }] };
  expect(migrateArticle({ id: 'a', schema: 1, revision: 7, doc }, 1)).toEqual({
    id: 'a',
    schema: 2,
    revision: 7,
    doc: {
      ...doc,
      attrs: { slug: 'ice', notes: 'ours', embargo: null, corrections: [], tagline: '', leadImage: null, rejections: [] },
    },
  });
});

test.each([null, 'text', { id: 'a' }, { doc: null }, { doc: [] }])(
  'what is no article (%j) goes through as it is: the gate says so, not the step',
  (data) => expect(migrateArticle(data, 1)).toEqual(data),
);

const steps: Migration[] = [
  { name: 'rename-dek', to: 2, up: (data) => ({ ...(data as object), second: true }) },
  { name: 'add-desk', to: 3, up: (data) => ({ ...(data as object), third: true }) },
];

test('data goes through the steps that it has not seen, and through no other', () => {
  expect(migrateArticle({ first: true }, 1, steps, 3)).toEqual({ first: true, second: true, third: true });
  expect(migrateArticle({ first: true }, 2, steps, 3)).toEqual({ first: true, third: true });
  expect(migrateArticle({ first: true }, 3, steps, 3)).toEqual({ first: true });
});

test('a gap in the steps is an error, never a skipped change', () => {
  expect(() => migrateArticle({}, 1, steps.slice(1), 3)).toThrow('schema 2');
});
