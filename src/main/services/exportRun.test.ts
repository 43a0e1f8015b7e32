import { expect, test } from 'vitest';
import { article, p } from '../../core/document/testing/builders';
import { StetError } from '../../core/errors';
import { options } from './testing/exporting';
import { memoryServices } from './testing/memoryPorts';

/** Five articles, to be exported together. */
async function five(ports: Parameters<typeof memoryServices>[0] = {}) {
  const stet = memoryServices(ports);
  const ids: string[] = [];
  for (const slug of ['one', 'two', 'three', 'four', 'five'])
    ids.push((await stet.call['articles.create']({ doc: article({ slug }, p('Words.')) })).id);
  const run = (format: string) => stet.call['export.run']({ ids, format, folder: 'desk', options, replace: true, anyway: false });
  const filed = async (id = '') => (await stet.call['history.list']({ id })).versions.some((version) => version.filed !== null);
  return { ...stet, ids, run, filed };
}

test('how far an export of several is, is told: first looking them through, then writing', async () => {
  const { run, events } = await five();
  await run('pdf');
  const told = events.flatMap((event) => (event.type === 'export' ? [`${event.doing} ${event.done}/${event.total}`] : []));
  expect(told).toEqual([0, 1, 2, 3, 4].map((n) => `reading ${n}/5`).concat([0, 1, 2, 3, 4, 5].map((n) => `writing ${n}/5`)));
});

test('an export that is stopped names exactly what it wrote and what it did not come to; only that is filed', async () => {
  let printed = 0;
  const stet = await five({
    printer: {
      print: (html) => {
        if (++printed === 2) void stet.call['export.cancel'](null);
        return Promise.resolve(Buffer.from(html));
      },
    },
  });
  const answer = await stet.run('pdf');
  expect(answer).toMatchObject({
    files: [{ name: 'one.pdf' }, { name: 'two.pdf' }],
    stopped: { because: null, left: ['three.pdf', 'four.pdf', 'five.pdf'] },
  });
  expect([...stet.places.files.keys()]).toEqual(['one.pdf', 'two.pdf']);
  expect(await Promise.all(stet.ids.map(stet.filed))).toEqual([true, true, false, false, false]);
  expect(await stet.run('html')).toMatchObject({ stopped: null });
});

test('stopped while it looks the articles through, an export writes nothing', async () => {
  const stet = await five();
  const running = stet.run('html');
  await stet.call['export.cancel'](null);
  expect(await running).toMatchObject({ files: [], stopped: { because: null, left: { length: 5 } } });
  expect(stet.places.files.size).toBe(0);
});

test('a folder that takes no more in the middle of an export is reported with what is in it by then', async () => {
  const stet = await five();
  const { write } = stet.places;
  stet.places.write = (handle, name, content) =>
    name === 'three.html' ? Promise.reject(new StetError('places/failed', 'The disk is full.')) : write(handle, name, content);
  expect(await stet.run('html')).toMatchObject({
    files: [{ name: 'one.html' }, { name: 'two.html' }],
    stopped: { because: 'The disk is full.', left: ['three.html', 'four.html', 'five.html'] },
  });
  stet.places.write = () => Promise.reject(new StetError('places/failed', 'The disk is full.'));
  await expect(stet.run('html')).rejects.toMatchObject({ code: 'places/failed' });
});

test('a second export waits for the first', async () => {
  const stet = await five();
  const first = stet.run('html');
  await expect(stet.run('html')).rejects.toMatchObject({ code: 'export/busy' });
  expect(await first).toMatchObject({ files: { length: 5 } });
});
