import { expect, test } from 'vitest';
import { noEvidence } from '../../core/document/evidence';
import { article, i, p, quote } from '../../core/document/testing/builders';
import { options, pair } from './testing/exporting';
import { memoryServices } from './testing/memoryPorts';

test('files of one name are numbered without regard to case', async () => {
  const { call, places } = memoryServices();
  const ids = [];
  for (const headline of ['Harbour closed', 'HARBOUR closed', ''])
    ids.push((await call['articles.create']({ doc: article({ headline }) })).id);
  await call['export.run']({ ids, format: 'json', folder: 'desk', options, replace: false, anyway: false });
  expect([...places.files.keys()]).toEqual(['harbour-closed.json', 'harbour-closed-2.json', 'untitled.json']);
});

test('nothing is replaced unless it is said', async () => {
  const { call, page, places } = await pair({});
  places.files.set('Harbour-Closed.json', 'mine');
  const ask = { ids: [page], format: 'json', folder: 'desk', options };
  expect(await call['export.run']({ ...ask, replace: false, anyway: false })).toEqual({ exists: ['harbour-closed.json'] });
  expect([...places.files.keys()]).toEqual(['Harbour-Closed.json']);
  expect(await call['export.run']({ ...ask, replace: true, anyway: true })).toHaveProperty('files');
});

test('an unknown format and an article that is gone are refused before anything is written', async () => {
  const { call, page, places } = await pair({});
  await expect(
    call['export.run']({ ids: [page], format: 'hologram', folder: 'desk', options, replace: true, anyway: true }),
  ).rejects.toMatchObject({
    code: 'export/unknown-format',
  });
  await expect(
    call['export.run']({ ids: [page, 'nothere000000000'], format: 'json', folder: 'desk', options, replace: true, anyway: true }),
  ).rejects.toMatchObject({ code: 'articles/missing' });
  expect(places.files.size).toBe(0);
});

test('a PDF is printed from the whole page, pictures in it, on the paper of its language', async () => {
  const { call, places } = memoryServices();
  const { id } = await call['articles.create']({
    doc: article({ headline: 'Ice', notes: 'CANARY', language: 'en-US' }, p('Thin.')),
  });
  const asked = { ids: [id], format: 'pdf', folder: 'desk', options: { whole: false }, replace: false, anyway: false };
  expect(await call['export.run'](asked)).toMatchObject({ files: [{ name: 'ice.pdf', lost: [] }] });
  const text = places.files.get('ice.pdf') ?? '';
  expect(text).toMatch(/^%PDF <!doctype html>/iu);
  expect(text).toContain('@page { size: letter;');
  expect(text).not.toContain('CANARY');
  expect(await call['export.preview']({ id, format: 'pdf', options })).toMatchObject({ name: 'ice.pdf', lost: [] });
});

test('an unchanged library exported again, at another time, gives the same bytes in every format', async () => {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const print = () =>
    Promise.resolve(
      Buffer.from(
        `1 0 obj /CreationDate (D:${new Date(now).toISOString().slice(0, 19).replace(/\D/gu, '')}+00'00') endobj trailer /Info 1 0 R`,
      ),
    );
  const stet = memoryServices({ clock: { now: () => now }, printer: { print } });
  const ids: string[] = [];
  for (const headline of ['One', 'Two'])
    ids.push((await stet.call['articles.create']({ doc: article({ headline }, p('Words.')) })).id);
  await stet.call['series.link']({ id: ids[0] ?? '', side: 'next', target: { article: ids[1] ?? '' }, when: 'ask' });
  const all = async () => {
    const written: unknown[] = [];
    for (const { id: format } of await stet.call['export.formats'](null)) {
      stet.places.files.clear();
      stet.places.packed.clear();
      await stet.call['export.run']({ ids, format, folder: 'desk', options, replace: true, anyway: true });
      expect(stet.places.files.size).toBe(2);
      written.push(...[...stet.places.files].map(([name, text]) => [format, name, text, stet.places.packed.get(name)]));
    }
    return written;
  };
  const first = await all();
  now += 400 * 24 * 60 * 60 * 1000;
  expect(await all()).toEqual(first);
});

test('a quotation whose words were ticked as checked is filed in every format, whatever signs and marks it has', async () => {
  const { call } = memoryServices();
  const words = ['Salt & pepper <are> "gone" for good', 'I have never missed it in my life'];
  const evidence = { ...noEvidence, baseline: words.join('\n') };
  const doc = article(
    { headline: 'Ice', language: 'de', publishedAt: '2026-01-01T00:00:00Z', notes: 'Veröffentlicht' },
    quote({ speaker: 'Ana', evidence }, p(words[0] ?? ''), p('I have ', i('never'), ' missed it in my life')),
  );
  const { id } = await call['articles.create']({ doc });
  for (const { id: format } of await call['export.formats'](null)) {
    const ask = { ids: [id], format, folder: 'desk', options, replace: true, anyway: true };
    expect(await call['export.run'](ask)).toMatchObject({ stopped: null });
  }
});
