import { expect, test } from 'vitest';
import type { Fields } from '../../core/article/fields';
import { noEvidence } from '../../core/document/evidence';
import type { PublicView } from '../../core/document/publicView';
import { article, figure, i, p, quote, related, shows, to } from '../../core/document/testing/builders';
import { StetError } from '../../core/errors';
import { memoryServices } from './testing/memoryPorts';

const options = { whole: true };

/** A library with a piece in the middle of a series and its next neighbour, which it also links to. */
async function pair(next: Partial<Fields> & { headline?: string }, ports: Parameters<typeof memoryServices>[0] = {}) {
  const stet = memoryServices(ports);
  const neighbour = await stet.call['articles.create']({
    doc: article({ headline: 'CANARY of the next piece', notes: 'CANARY', ...next }, p('CANARY body')),
  });
  const page = await stet.call['articles.create']({
    doc: article(
      { headline: 'Harbour closed', notes: 'CANARY' },
      p('See ', to(neighbour.id, 'what comes next'), '.'),
      related('Read also', 'More', { article: neighbour.id }),
    ),
  });
  await stet.call['series.link']({ id: page.id, side: 'next', target: { article: neighbour.id }, when: 'ask' });
  const run = async (...ids: string[]) =>
    stet.call['export.run']({ ids, format: 'json', folder: 'desk', options, replace: true, anyway: true });
  const view = (name: string) => JSON.parse(stet.places.files.get(name) ?? '{}') as PublicView;
  return { ...stet, page: page.id, neighbour: neighbour.id, run, view };
}

test.each(['draft', 'editing', 'killed'] as const)(
  'a neighbour with status “%s” leaves no trace in the export',
  async (status) => {
    const { run, page, places, call } = await pair({ status, canonicalUrl: 'https://ice.example/CANARY', slug: 'canary' });
    await run(page);
    const { text } = await call['export.preview']({ id: page, format: 'json', options });
    for (const out of [text, places.files.get('harbour-closed.json')]) {
      expect(out).toContain('what comes next');
      expect(out).not.toMatch(/canary/iu);
    }
  },
);

test('a neighbour in the trash leaves no trace either', async () => {
  const { run, page, neighbour, call, places } = await pair({ status: 'published', canonicalUrl: 'https://ice.example/CANARY' });
  await call['articles.trash']({ ids: [neighbour] });
  await run(page);
  expect(places.files.get('harbour-closed.json')).not.toMatch(/canary/iu);
});

test('in the same export a neighbour becomes the file beside, whatever its status', async () => {
  const { run, page, neighbour, view } = await pair({ headline: 'Ice road opens' });
  expect(await run(page, neighbour)).toEqual({
    files: [
      { article: page, name: 'harbour-closed.json', lost: [] },
      { article: neighbour, name: 'ice-road-opens.json', lost: [] },
    ],
    embargoed: [],
    stopped: null,
  });
  expect(view('harbour-closed.json').series.next).toEqual({ title: 'Ice road opens', url: 'ice-road-opens.json' });
  expect(view('ice-road-opens.json').series.previous).toEqual({ title: 'Harbour closed', url: 'harbour-closed.json' });
  expect(JSON.stringify(view('harbour-closed.json').body)).toContain('"url":"ice-road-opens.json"');
});

const later = { instant: '2026-03-01T06:00+01:00', zone: 'Europe/Berlin' };
const beforeThat = { clock: { now: () => Date.parse(later.instant) - 1 } };

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

test('a headline that a link shows goes out only with an article that may be named; what was left out is said', async () => {
  const { call, neighbour, places } = await pair({
    status: 'draft',
    headline: 'CANARY ice',
    canonicalUrl: 'https://ice.example/x',
  });
  const { id } = await call['articles.create']({
    doc: article({ headline: 'Lorries' }, p('See ', shows(neighbour), ' and ', shows(neighbour), '.')),
  });
  const preview = () => call['export.preview']({ id, format: 'markdown', options: { whole: false } });
  expect(await preview()).toMatchObject({ text: 'See  and .\n', lost: ['2 headlines that are not out yet'] });
  const ask = { ids: [id], format: 'json', folder: 'desk', options, replace: true };
  expect(await call['export.run']({ ...ask, anyway: false })).toMatchObject({ loses: [{ article: id }] });
  expect(places.files.size).toBe(0);
  await call['export.run']({ ...ask, anyway: true });
  expect(places.files.get('lorries.json')).not.toMatch(/canary/iu);
  await call['articles.save']({
    id: neighbour,
    baseRevision: 1,
    changes: { fields: { status: 'published' }, splices: [], length: 4 },
  });
  expect(await preview()).toMatchObject({
    text: 'See [CANARY ice](https://ice.example/x) and [CANARY ice](https://ice.example/x).\n',
    lost: [],
  });
});

test('a published neighbour is named with its own address, or without one', async () => {
  const out = await pair({ status: 'published', headline: 'Ice road opens', canonicalUrl: 'https://ice.example/road' });
  await out.run(out.page);
  expect(out.view('harbour-closed.json').series.next).toEqual({ title: 'Ice road opens', url: 'https://ice.example/road' });
  const silent = await pair({ status: 'ready', headline: 'Ice road opens' });
  await silent.run(silent.page);
  expect(silent.view('harbour-closed.json').series.next).toEqual({ title: 'Ice road opens', url: null });
});

test('pieces outside the library stand as they are', async () => {
  const { run, page, call, view } = await pair({});
  await call['series.link']({
    id: page,
    side: 'previous',
    target: { title: 'The thaw', url: 'https://ice.example/thaw' },
    when: 'ask',
  });
  await run(page);
  expect(view('harbour-closed.json').series.previous).toEqual({ title: 'The thaw', url: 'https://ice.example/thaw' });
});

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

test.each(['html', 'markdown'])(
  'a series in %s is proved and loses nothing, although its pieces link to one another',
  async (format) => {
    const { call, page, neighbour } = await pair({ headline: 'Ice road opens' });
    const ask = { ids: [page, neighbour], format, folder: 'desk', options, replace: true, anyway: false };
    expect(await call['export.run'](ask)).toMatchObject({ files: [{ lost: [] }, { lost: [] }] });
  },
);

test('what a format cannot carry is said before anything is written, and one word writes it all the same', async () => {
  const { call, page, places } = await pair({ status: 'published', canonicalUrl: 'https://ice.example/next' });
  const ask = { ids: [page], format: 'text', folder: 'desk', options, replace: false, anyway: false };
  const lost = ['1 link', '1 “read also” address'];
  expect(await call['export.run'](ask)).toEqual({ loses: [{ article: page, name: 'harbour-closed.txt', lost }] });
  expect(places.files.size).toBe(0);
  expect((await call['export.preview']({ id: page, format: 'text', options })).lost).toEqual(lost);
  expect(await call['export.run']({ ...ask, anyway: true })).toMatchObject({
    files: [{ article: page, name: 'harbour-closed.txt', lost }],
  });
  expect(places.files.get('harbour-closed.txt')).toContain('See what comes next.');
});

test('a page that does not read back the same is said to, and written when the writer says so', async () => {
  const { call, page } = await pair({});
  const blank = { doc: article({}), neighbours: { seriesName: null, previous: null, next: null }, leftOut: [], lines: [] };
  const stet = memoryServices({ parser: { parse: () => Promise.resolve(blank) } });
  const { id } = await stet.call['articles.create']({ doc: article({ headline: 'Harbour closed' }, p('Words.')) });
  const ask = { ids: [id], format: 'html', folder: 'desk', options, replace: true, anyway: false };
  expect(await stet.call['export.run'](ask)).toMatchObject({
    loses: [{ lost: ['the headline exactly as it stands: read back, it differs'] }],
  });
  expect(await stet.call['export.run']({ ...ask, anyway: true })).toHaveProperty('files');
  expect(await call['export.preview']({ id: page, format: 'html', options })).toMatchObject({ lost: [] });
});

test('a page that cannot be read back in time is written, with a word that it was not proved', async () => {
  const slow = () => Promise.reject(new StetError('import/too-slow', 'Reading it took too long.'));
  const stet = memoryServices({ parser: { parse: slow } });
  const { id } = await stet.call['articles.create']({ doc: article({ headline: 'Harbour closed' }, p('Words.')) });
  const { lost } = await stet.call['export.preview']({ id, format: 'html', options });
  expect(lost).toEqual(['a proof of itself (Reading it took too long.)']);
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

/** An article with a translation into French and one into German. */
async function translated(german: Partial<Fields> = {}) {
  const stet = memoryServices({ clock: { now: () => Date.parse('2026-01-01T00:00:00Z') } });
  const make = async (slug: string, language: string, of: string | null, more: Partial<Fields> = {}) =>
    (
      await stet.call['articles.create']({
        doc: article(
          { slug, language, headline: slug, translationOf: of === null ? null : { article: of, revision: 1 }, ...more },
          p('Words.'),
        ),
      })
    ).id;
  const en = await make('ice', 'en', null);
  const fr = await make('glace', 'fr', en);
  const de = await make('eis', 'de', fr, german);
  const run = (ids: string[], batch: boolean) =>
    stet.call['export.run']({ ids, format: 'html', folder: 'desk', options, replace: true, anyway: false, batch });
  const alternates = (name: string) =>
    [...(stet.places.files.get(name) ?? '').matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/gu)].map(
      ([, language, href]) => `${language} ${href}`,
    );
  return { ...stet, en, fr, de, run, alternates };
}

test('pages of translations that go out together name one another by language, and lose nothing by it', async () => {
  const { en, fr, de, run, alternates } = await translated();
  expect(await run([en, fr, de], true)).toMatchObject({ files: [{ lost: [] }, { lost: [] }, { lost: [] }] });
  for (const name of ['ice.html', 'glace.html', 'eis.html'])
    expect(alternates(name)).toEqual(['en ice.html', 'fr glace.html', 'de eis.html']);
});

test('a page alone names no translation, and one under embargo is named by none', async () => {
  const { en, fr, de, run, alternates } = await translated({ embargo: later });
  await run([en], false);
  expect(alternates('ice.html')).toEqual([]);
  await run([en, fr, de], false);
  for (const name of ['ice.html', 'glace.html']) expect(alternates(name)).toEqual(['en ice.html', 'fr glace.html']);
});

test.each(['html', 'docx', 'pdf', 'markdown'])(
  'a picture whose file is gone keeps nobody from filing as %s: its words stand, and it is said',
  async (format) => {
    const { call, places } = memoryServices();
    const picture = figure(`${'0'.repeat(64)}.png`, { caption: 'The quay at noon' });
    const { id } = await call['articles.create']({ doc: article({ headline: 'Ice' }, p('Thin.'), picture) });
    const ask = { ids: [id], format, folder: 'desk', options: { whole: true, embed: format === 'html' }, replace: true };
    const lost = ['1 picture whose file is gone'];
    expect(await call['export.run']({ ...ask, anyway: false })).toMatchObject({ loses: [{ lost }] });
    expect((await call['export.preview']({ id, format, options: ask.options })).lost).toEqual(lost);
    expect(await call['export.run']({ ...ask, anyway: true })).toMatchObject({ files: [{ lost }], stopped: null });
    const [name = ''] = [...places.files.keys()];
    if (format !== 'docx') expect(places.files.get(name)).toContain('The quay at noon');
    expect((await call['export.copy']({ id, as: 'rich' })).text).toContain('The quay at noon');
    expect(await call['export.annotated']({ id, as: 'html', folder: 'desk', guarded: true, replace: true })).toHaveProperty(
      'name',
    );
  },
);

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
