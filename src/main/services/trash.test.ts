import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, figure, p } from '../../core/document/testing/builders';
import { chunk, png } from '../../core/pictures/testing/files';
import { memoryServices } from './testing/memoryPorts';

const DAY = 24 * 60 * 60 * 1000;

/** A library with a series of three, a clock that is set, and what a test counts. */
async function library() {
  let now = 20_000 * DAY;
  const stet = memoryServices({ clock: { now: () => now } });
  const { asset } = await stet.assets.put(png(chunk('gAMA', [0, 0, 0, 1])));
  const ids: string[] = [];
  for (const words of ['one', 'two', 'three']) {
    const doc = article({ headline: words }, p(words), ...(words === 'two' ? [figure(asset)] : []));
    ids.push((await stet.call['articles.create']({ doc })).id);
  }
  const [a, b, c] = ids as [string, string, string];
  await stet.call['series.link']({ id: a, side: 'next', target: { article: b }, when: 'ask' });
  await stet.call['series.link']({ id: b, side: 'next', target: { article: c }, when: 'ask' });
  await stet.call['history.keep']({ id: b, name: 'As filed' });
  return { ...stet, a, b, c, asset, pass: (days: number) => (now += days * DAY) };
}

test('deleting and restoring, in whatever order and however often, leaves every series exactly as it was', async () => {
  const { call, a, b, c, series } = await library();
  const before = structuredClone(series());
  const around = () => Promise.all([a, b, c].map((id) => call['series.neighbours']({ id })));
  const shown = await around();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ id: fc.constantFrom(a, b, c), back: fc.boolean() }), { maxLength: 12 }),
      async (steps) => {
        for (const { id, back } of steps) await call[back ? 'articles.restore' : 'articles.trash']({ ids: [id] });
        await call['articles.restore']({ ids: [a, b, c] });
        expect(series()).toEqual(before);
        expect(await around()).toEqual(shown);
      },
    ),
    { numRuns: 30 },
  );
});

test('what lies in the trash keeps its versions and pictures until it is deleted for good, and then they go too', async () => {
  const { call, b, a, c, asset, assets, history, articles, pass, collect, series } = await library();
  await call['articles.trash']({ ids: [b] });
  pass(2);
  await collect();
  expect([history.kept.has(b), assets.files.has(asset)]).toEqual([true, true]);
  expect(await call['trash.weigh']({ ids: [b] })).toEqual({ versions: 1, pictures: 1 });
  expect(await call['trash.delete']({ ids: [b] })).toEqual({ deleted: [b] });
  expect([articles.files.has(b), history.kept.has(b), assets.files.has(asset)]).toEqual([false, false, false]);
  expect(series().map(({ entries }) => entries)).toEqual([[{ article: a }, { article: c }]]);
});

test('only what is in the trash can be deleted for good', async () => {
  const { call, b, articles, history } = await library();
  await expect(call['trash.delete']({ ids: [b] })).rejects.toMatchObject({ code: 'articles/not-in-trash' });
  expect([articles.files.has(b), history.kept.has(b)]).toEqual([true, true]);
});

test('a picture that another article shows stays', async () => {
  const { call, b, asset, assets, pass } = await library();
  await call['articles.create']({ doc: article({}, figure(asset)) });
  await call['articles.trash']({ ids: [b] });
  pass(2);
  await call['trash.delete']({ ids: [b] });
  expect(assets.files.has(asset)).toBe(true);
});

test('the trash empties itself after thirty days on which it was seen, and never because a clock jumped', async () => {
  const { call, b, articles, pass, sweepTrash } = await library();
  await call['articles.trash']({ ids: [b] });
  expect(await sweepTrash()).toEqual([]);
  pass(3650);
  expect(await sweepTrash()).toEqual([]);
  pass(-3650);
  for (let day = 0; day < 40; day++) {
    pass(1);
    expect(await sweepTrash()).toEqual([]);
  }
  expect(articles.files.has(b)).toBe(true);
  await call['articles.restore']({ ids: [b] });
  await call['articles.trash']({ ids: [b] });
  let gone: readonly string[] = [];
  let days = 0;
  for (await sweepTrash(); gone.length === 0 && days < 60; days++) {
    pass(1);
    gone = await sweepTrash();
  }
  expect([gone, days]).toEqual([[b], 30]);
});
