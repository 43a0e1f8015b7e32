import { expect, test } from 'vitest';
import { article, p } from '../../core/document/testing/builders';
import { beforeThat, later, options, pair } from './testing/exporting';
import { memoryServices } from './testing/memoryPorts';

test('one article under embargo is written with its line on top until the very millisecond, then without', async () => {
  let now = Date.parse(later.instant) - 1;
  const { call } = memoryServices({ clock: { now: () => now } });
  const { id } = await call['articles.create']({ doc: article({ headline: 'Ice', embargo: later, language: 'fr' }, p('Gel.')) });
  const written = async (format: string) => (await call['export.preview']({ id, format, options })).text;
  for (const format of ['html', 'markdown', 'json'])
    expect((await written(format)).replace(/<[^>]*>/gu, '')).toContain('Sous embargo jusqu’au 1 mars 2026, 06:00, Europe/Berlin');
  now += 1;
  for (const format of ['html', 'markdown', 'json']) expect(await written(format)).not.toMatch(/mbargo[^"{]*2026/u);
});

test('a batch leaves out what is under embargo, says so, and names it on no other page', async () => {
  const { run, page, neighbour, places } = await pair({ status: 'published', embargo: later }, beforeThat);
  expect(await run(page, neighbour)).toEqual({
    files: [{ article: page, name: 'harbour-closed.json', lost: [] }],
    embargoed: [
      {
        article: neighbour,
        headline: 'CANARY of the next piece',
        line: 'Embargoed until March 1, 2026, 06:00, Europe/Berlin (UTC+01:00)',
      },
    ],
    stopped: null,
  });
  expect([...places.files.keys()]).toEqual(['harbour-closed.json']);
  expect(places.files.get('harbour-closed.json')).not.toMatch(/canary/iu);
});

test('told to take it along, a batch writes it with its line, and still names it on no other page', async () => {
  const { call, page, neighbour, places } = await pair({ status: 'published', embargo: later, slug: 'ice' }, beforeThat);
  await call['export.run']({
    ids: [page, neighbour],
    format: 'json',
    folder: 'desk',
    options,
    replace: true,
    batch: false,
    anyway: true,
  });
  expect(places.files.get('ice.json')).toContain('Embargoed until');
  expect(places.files.get('harbour-closed.json')).not.toMatch(/canary/iu);
});

test('an embargo that is over keeps nothing back and is not told any more', async () => {
  const over = { clock: { now: () => Date.parse(later.instant) } };
  const { run, page, neighbour, view } = await pair({ status: 'published', headline: 'Ice', embargo: later }, over);
  expect(await run(page, neighbour)).toMatchObject({ embargoed: [] });
  expect(view('ice.json').fields.embargo).toBeNull();
  expect(view('harbour-closed.json').series.next?.title).toBe('Ice');
});
