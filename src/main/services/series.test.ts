import { expect, test } from 'vitest';
import { memoryServices } from './testing/memoryPorts';

async function three() {
  const stet = memoryServices();
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) ids.push((await stet.call['articles.create']({})).id);
  return { ...stet, a: ids[0]!, b: ids[1]!, c: ids[2]! };
}

test('a link shows from both ends at once and is told to every window', async () => {
  const { call, a, b, events } = await three();
  await call['series.link']({ id: a, side: 'next', target: { article: b }, when: 'ask' });
  expect((await call['series.neighbours']({ id: a })).next).toEqual({ article: b });
  expect((await call['series.neighbours']({ id: b })).previous).toEqual({ article: a });
  expect(events.at(-1)).toEqual({ type: 'series' });
});

test('a question changes nothing and is told to nobody', async () => {
  const { call, a, b, c, events, series } = await three();
  await call['series.link']({ id: b, side: 'next', target: { article: c }, when: 'ask' });
  const [told, before] = [events.length, series()];
  expect(await call['series.link']({ id: a, side: 'next', target: { article: c }, when: 'ask' })).toEqual({
    ask: { series: before[0], with: c },
  });
  expect(series()).toBe(before);
  expect(events).toHaveLength(told);
  expect(await call['series.link']({ id: a, side: 'next', target: { article: c }, when: 'join' })).toHaveProperty('linked');
});

test('an article that is not in the library cannot be linked', async () => {
  const { call, a } = await three();
  await expect(
    call['series.link']({ id: a, side: 'next', target: { article: 'nothere000000000' }, when: 'ask' }),
  ).rejects.toMatchObject({ code: 'articles/missing' });
});

test('what was changed can be put back as it was', async () => {
  const { call, a, b, c, series } = await three();
  await call['series.link']({ id: a, side: 'next', target: { article: b }, when: 'ask' });
  await call['series.link']({ id: b, side: 'next', target: { article: c }, when: 'ask' });
  const before = await call['series.list'](null);
  const id = before[0]!.id;
  expect(await call['series.rename']({ series: id, name: 'Ice' })).toMatchObject({ name: 'Ice' });
  expect((await call['series.move']({ series: id, from: 2, to: 0 })).entries[0]).toEqual({ article: c });
  expect(await call['series.remove']({ series: id, index: 0 })).toMatchObject({ entries: [{ article: a }, { article: b }] });
  await call['series.unlink']({ id: a, side: 'next' });
  await call['series.restore']({ series: before });
  expect(series()).toEqual(before);
  await expect(call['series.restore']({ series: [...before, ...before] })).rejects.toMatchObject({ code: 'series/invalid' });
});
