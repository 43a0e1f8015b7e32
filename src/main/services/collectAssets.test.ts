import { beforeEach, expect, test } from 'vitest';
import { article, figure, p } from '../../core/document/testing/builders';
import { StetError } from '../../core/errors';
import { chunk, png } from '../../core/pictures/testing/files';
import { memoryServices } from './testing/memoryPorts';

const DAY = 24 * 60 * 60 * 1000;
let now = 0;
beforeEach(() => (now = 100 * DAY));

/** A library with four pictures of the same age: in the text, leading, in the trash, and nowhere. */
async function library() {
  const stet = memoryServices({ clock: { now: () => now } });
  const [shown, leading, thrown, unused] = await Promise.all(
    [1, 2, 3, 4].map(async (n) => (await stet.assets.put(png(chunk('gAMA', [0, 0, 0, n])))).asset),
  );
  if (!shown || !leading || !thrown || !unused) throw new Error('four pictures');
  const leadImage = { asset: leading, alt: '', caption: '', credit: '', width: null, height: null };
  const page = await stet.call['articles.create']({ doc: article({ leadImage }, p('See'), figure(shown)) });
  const gone = await stet.call['articles.create']({ doc: article({}, figure(thrown)) });
  await stet.call['articles.trash']({ ids: [gone.id] });
  const names = () => [...stet.assets.files.keys()].sort();
  return { ...stet, page, shown, leading, thrown, unused, names };
}

test('a picture that no article needs goes, and those in the trash count', async () => {
  const { collect, shown, leading, thrown, unused, names } = await library();
  expect(await collect()).toEqual([unused]);
  expect(names()).toEqual([shown, leading, thrown].sort());
});

test('what history needs stays, and nothing goes while it cannot tell', async () => {
  const { collect, unused } = await library();
  expect(await collect([() => Promise.resolve(new Set([unused]))])).toEqual([]);
  expect(await collect([() => Promise.resolve(null)])).toEqual([]);
  await expect(collect([() => Promise.reject(new Error('no history'))])).rejects.toThrow('no history');
});

test('a picture that only an earlier version shows stays', async () => {
  const { collect, call, page, shown, thrown, leading, unused, names } = await library();
  const changes = { fields: {}, splices: [{ from: 4, remove: 1, insert: [] }], length: 4 };
  expect(await call['articles.save']({ id: page.id, baseRevision: 1, changes })).toHaveProperty('saved');
  expect(await collect()).toEqual([unused]);
  expect(names()).toEqual([shown, leading, thrown].sort());
});

test('nothing younger than a day goes, nor anything from a future that a clock has left', async () => {
  const { collect, assets, unused } = await library();
  const file = assets.files.get(unused);
  if (!file) throw new Error('stored');
  for (const storedAt of [now, now - DAY, now + 10 * DAY]) {
    file.storedAt = storedAt;
    expect(await collect()).toEqual([]);
  }
});

test('nothing goes while an article cannot be read', async () => {
  const { collect, articles } = await library();
  articles.damaged = () => Promise.resolve([{ file: 'a.json', code: 'articles/unreadable' }] as never);
  expect(await collect()).toEqual([]);
  articles.read = () => Promise.reject(new StetError('articles/unreadable', 'Damaged.'));
  await expect(collect()).rejects.toMatchObject({ code: 'articles/unreadable' });
});

test('a picture taken out since the start can still be brought back by an undo', async () => {
  const first = await library();
  const { call, page, shown } = first;
  // Opened and written since the start: the text no longer has it.
  const { doc } = await call['articles.open']({ id: page.id });
  const answer = await call['articles.save']({
    id: page.id,
    baseRevision: page.revision,
    changes: { fields: {}, splices: [{ from: 4, remove: 1, insert: [] }], length: doc.content.length - 1 },
  });
  expect(answer).toHaveProperty('saved');
  expect(await first.collect()).not.toContain(shown);
});
