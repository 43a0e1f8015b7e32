import { expect, test } from 'vitest';
import type { Article } from '../../core/article/article';
import { blankLibrary, type LibraryData } from '../../core/article/library';
import { article, p } from '../../core/document/testing/builders';
import type { OpenedBackup } from '../../core/ports/backups';
import { memoryServices } from './testing/memoryPorts';

const backupOf = (articles: readonly (Article | null)[], library: LibraryData | null = null): OpenedBackup => ({
  madeAt: '2026-03-01T10:00:00.000Z',
  version: '0.1.0',
  damaged: () => Promise.resolve(articles.filter((one) => one === null).map((_none, at) => `articles/${at}.json`)),
  library: () => Promise.resolve(library),
  eachArticle: async (visit) => {
    for (const one of articles) await visit(one, 'name');
  },
  addRest: () => Promise.resolve(0),
});
const stetWith = (opened: () => OpenedBackup) => {
  const nothing = () => Promise.resolve(new Uint8Array());
  const stet = memoryServices({
    backups: {
      archive: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }) }),
      open: () => Promise.resolve(opened()),
      automatic: {
        names: () => Promise.resolve([]),
        write: () => Promise.resolve(),
        read: nothing,
        remove: () => Promise.resolve(),
      },
    },
  });
  return { ...stet, from: { folder: null, name: 'a.zip' } };
};
const story = (headline: string) => article({ headline }, p('Words.'));

test('what is missing comes back, what is older here is brought up to date, and nothing newer is touched', async () => {
  let opened = backupOf([]);
  const { call, from, articles, events } = stetWith(() => opened);
  const [same, older, newer] = await Promise.all(
    ['same', 'older', 'newer'].map((name) => call['articles.create']({ doc: story(name) })),
  );
  if (!same || !older || !newer) throw new Error('three articles');
  const lost: Article = { ...same, id: 'lost000000000000', doc: story('lost') };
  const later: Article = { ...older, revision: 7, doc: story('older, seven times edited') };
  const before: Article = { ...newer, doc: story('newer, as it once was') };
  opened = backupOf([same, lost, later, before, null]);

  const said = { madeAt: opened.madeAt, missing: 1, older: 1, same: 1, newer: 1, series: 0, damaged: 1 };
  expect(await call['backup.examine'](from)).toEqual(said);
  expect(articles.files.has(lost.id)).toBe(false);
  expect(await call['backup.restore'](from)).toEqual(said);
  expect(articles.files.get(lost.id)?.doc).toEqual(lost.doc);
  expect(articles.files.get(older.id)).toMatchObject({ revision: 7, doc: later.doc });
  expect(articles.files.get(newer.id)?.doc).toEqual(newer.doc);
  expect(events.at(-1)).toMatchObject({ type: 'articles', ids: [lost.id, older.id] });
  expect(await call['backup.restore'](from)).toMatchObject({ missing: 0, older: 0, same: 3, newer: 1 });
});

test('what a restore replaces stays in the history of the article, and what it brought is there too', async () => {
  let opened = backupOf([]);
  const { call, from, history, flush } = stetWith(() => opened);
  const here = await call['articles.create']({ doc: story('As it stood here') });
  opened = backupOf([{ ...here, revision: 7, doc: story('As the backup has it') }]);
  await call['backup.restore'](from);
  await flush();
  const kept = (history.kept.get(here.id) ?? []).map(({ version }) => version.article.doc.content[1].content);
  expect(JSON.stringify(kept[0])).toContain('As it stood here');
  expect(JSON.stringify(kept[1])).toContain('As the backup has it');
});

test('series come back where none of their articles has found another, with the entries that are there', async () => {
  let opened = backupOf([]);
  const { call, from, series } = stetWith(() => opened);
  const one = await call['articles.create']({ doc: story('one') });
  const two = await call['articles.create']({ doc: story('two') });
  const gone = { article: 'gone000000000000' };
  const outside = { title: 'Elsewhere', url: null };
  opened = backupOf([one, two], {
    ...blankLibrary(),
    series: [
      { id: 'first00000000000', name: 'Ferries', entries: [{ article: one.id }, gone, outside] },
      { id: 'second0000000000', name: null, entries: [gone, { article: two.id }] },
    ],
  });
  expect(await call['backup.restore'](from)).toMatchObject({ series: 1 });
  expect(series()).toEqual([{ id: 'first00000000000', name: 'Ferries', entries: [{ article: one.id }, outside] }]);
  expect(await call['backup.restore'](from)).toMatchObject({ series: 0 });
});
