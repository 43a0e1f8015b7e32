import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleSummary } from '../../core/article/summary';
import type { PublicView } from '../../core/document/publicView';
import { exporters } from '../../core/formats/registry';
import { StetError } from '../../core/errors';
import { png } from '../../core/pictures/testing/files';
import { boot } from '../boot';
import { createNodePlaces } from '../places';
import { run } from './main';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs a command line in a folder of its own, with a library there. */
async function stet(line: string | string[], stdin = '') {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await run(typeof line === 'string' ? line.split(' ') : line, {
    stdin: (async function* () {
      yield* stdin === '' ? [] : [Buffer.from(stdin)];
    })(),
    stdout: { write: (text) => out.push(String(text)) },
    stderr: { write: (text) => err.push(text) },
    cwd: folder,
    env: { STET_LIBRARY: join(folder, 'Library') },
    version: '1.2.3',
  });
  return { exit, out: out.join(''), err: err.join('') };
}

const pageOf = (headline: string) => `${headline}\n\nIce came early this year, the harbour master said.\n`;
const file = (name: string, text: string) => writeFile(join(folder, name), text);
async function imported(name: string, headline: string): Promise<string> {
  await file(name, pageOf(headline));
  return (await stet(`import ${name}`)).out.split('\t')[0] ?? '';
}
const listed = async () => JSON.parse((await stet('list --json')).out) as ArticleSummary[];

test('compare says what a desk changed in a copy that came back, quotations first, and changes nothing', async () => {
  await file('ice.md', '# Ice road\n\nThe road opened late.\n\n> You measure it.\n>\n> — Ana Reis, engineer\n');
  const id = (await stet('import ice.md')).out.split('\t')[0] ?? '';
  await stet(`export ${id} --to markdown --out . --replace`);
  const sent = await readFile(join(folder, 'ice.md'), 'utf8');
  await file('back.md', sent.replace('late', 'early').replace('measure', 'count'));
  const { exit, out, err } = await stet(`compare ${id} back.md`);
  expect([exit, out]).toEqual([
    0,
    'Quotation, changed (quotation: Ana Reis): You [-measure-]{+count+} it.\nParagraph, changed: The road opened [-late-]{+early+}.\n',
  ]);
  expect(err).toMatch(/2 changes against what was filed on .+ as markdown, 1 of them to quotations\./u);
  const json = JSON.parse((await stet(`compare ${id} back.md --json`)).out) as { changes: unknown[] };
  expect(json.changes).toMatchObject([
    {
      kind: 'words',
      standing: 'open',
      quotation: { speakers: ['Ana Reis'], checked: false },
      alone: true,
      before: 'measure',
      after: 'count',
    },
    { kind: 'words', standing: 'open', quotation: null, alone: false, before: 'late', after: 'early' },
  ]);
  await file('same.md', sent);
  expect(await stet(`compare ${id} same.md`)).toMatchObject({ exit: 0, out: '' });
  expect((await listed()).map(({ revision }) => revision)).toEqual([1]);
  expect((await stet(`compare ${id}`)).exit).toBe(2);
});

describe('the command line itself', () => {
  test('help names every command and the exit codes', async () => {
    const { exit, out } = await stet('--help');
    expect(exit).toBe(0);
    for (const word of [
      'convert',
      'import',
      'list',
      'show',
      'export',
      'check',
      'quotes',
      'link',
      'unlink',
      '--library',
      'Exit codes',
    ])
      expect(out).toContain(word);
  });

  test.each(['convert', 'import', 'list', 'show', 'export', 'check', 'quotes', 'link', 'unlink'])(
    '%s explains itself',
    async (name) => {
      const { exit, out, err } = await stet(`${name} --help`);
      expect([exit, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: stet ${name}`);
    },
  );

  test('the help of convert and export names every format that there is', async () => {
    for (const name of ['convert', 'export']) {
      const { out } = await stet(`${name} --help`);
      for (const { id } of exporters) expect(out).toContain(id);
    }
  });

  test.each([
    '',
    'burn',
    'list --jsonn',
    'list this',
    'convert',
    'convert a.txt',
    'convert a.txt b.txt --to json',
    'export --to json --out x',
    'export --all --to json',
    'show',
    'link abc',
    'unlink abc',
    'import',
    'list --library',
  ])('wrong use is code 2, with a hint and nothing on standard output: %j', async (line) => {
    const { exit, out, err } = await stet(line === '' ? [] : line);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(/^stet: .+\nTry: stet (\w+ )?--help\n$/u);
  });

  test('the version goes to standard output', async () => {
    expect(await stet('--version')).toEqual({ exit: 0, out: '1.2.3\n', err: '' });
  });
});

describe('convert', () => {
  const page = pageOf('Harbour closed');

  test('gives the public view on standard output and opens no library', async () => {
    await file('ice.txt', page);
    const { exit, out } = await stet('convert ice.txt --to json');
    expect(exit).toBe(0);
    const view = JSON.parse(out) as PublicView;
    expect(view.headline).toBe('Harbour closed');
    expect(await readdir(folder)).toEqual(['ice.txt']);
  });

  test('reads standard input and writes a file', async () => {
    expect(await stet('convert - --to json --from text --out ice.json', page)).toMatchObject({ exit: 0, out: '' });
    expect(await readFile(join(folder, 'ice.json'), 'utf8')).toContain('Harbour closed');
  });

  test('what it does not know is wrong use, what it cannot read has failed', async () => {
    await file('ice.txt', page);
    expect((await stet('convert ice.txt --to pdf')).exit).toBe(2);
    expect((await stet('convert ice.txt --to json --from wordstar')).exit).toBe(2);
    expect((await stet('convert gone.txt --to json')).exit).toBe(3);
    expect((await stet('convert ice.txt --to json --out no/such/folder.json')).exit).toBe(3);
    await writeFile(join(folder, 'latin.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    expect(await stet('convert latin.txt --to json')).toMatchObject({
      exit: 3,
      out: '',
      err: expect.stringContaining('UTF-8') as string,
    });
  });
});

describe('a library', () => {
  test('is made by the first import, without a sample', async () => {
    const id = await imported('ice.txt', 'Harbour closed');
    expect(await listed()).toMatchObject([{ id, headline: 'Harbour closed', slug: 'ice', trashedAt: null }]);
    expect((await stet('list')).out).toContain('Harbour closed');
    expect((await stet(['--library', join(folder, 'Library'), 'list'])).out).toContain(id);
  });

  test('that is not there is said to be missing, and is not made by looking', async () => {
    expect((await stet('list')).exit).toBe(3);
    expect(await readdir(folder)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('links are not followed out of what was chosen, and are named', async () => {
    await imported('first.txt', 'Harbour closed');
    await mkdir(join(folder, 'secret'));
    await writeFile(join(folder, 'secret', 'quay.png'), png());
    await file('secret/plan.md', '# Plan\n\nSecret.\n');
    await mkdir(join(folder, 'site'));
    await symlink(join(folder, 'secret'), join(folder, 'site', 'images'));
    await symlink(join(folder, 'secret', 'plan.md'), join(folder, 'site', 'plan.md'));
    await file('site/ice.md', '# Ice\n\n![A](images/quay.png)\n\n![B](../secret/quay.png)\n\nIt holds.\n');
    const whole = await stet('import site --json --dry-run');
    expect(whole.exit).toBe(3);
    expect(JSON.parse(whole.out)).toMatchObject([
      {
        file: 'site/ice.md',
        leftOut: [{ text: 'A' }, { text: 'B', why: expect.stringContaining('outside of what was chosen') as string }],
      },
      { file: 'site/images', left: expect.stringContaining('a link to another place') as string },
      { file: 'site/plan.md', left: expect.stringContaining('a link to another place') as string },
    ]);
    const alone = await stet('import site/ice.md --json --dry-run');
    expect(JSON.parse(alone.out)).toMatchObject([{ leftOut: [{ text: 'A' }, { text: 'B' }] }]);
    expect((await stet('convert site/ice.md --to html --out ice.html')).err).toContain('A');
  });

  test('one file that cannot be read does not keep the others out', async () => {
    await file('ice.txt', pageOf('Harbour closed'));
    const { exit, out, err } = await stet('import gone.txt ice.txt --json');
    expect(exit).toBe(3);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'ice.txt', headline: 'Harbour closed' },
      { file: 'gone.txt', left: expect.stringContaining('no such file') as string },
    ]);
    expect(err).toContain('gone.txt');
  });

  test('a folder comes in whole, and a dry run says so before', async () => {
    await mkdir(join(folder, 'site', 'north'), { recursive: true });
    await file('site/north/ice.md', '---\ntitle: Ice\nnext:\n  title: Thaw\n  url: ../thaw.md\n---\n\n![The quay](quay.png)\n');
    await file('site/thaw.md', '# Thaw\n\nIt is over.\n');
    await writeFile(join(folder, 'site', 'north', 'quay.png'), png());
    await file('site/style.css', 'p {}');
    const thaw = (await stet('import site/thaw.md')).out.split('\t')[0];
    const tried = await stet('import site --dry-run');
    expect([tried.exit, tried.out]).toEqual([0, 'site/north/ice.md\tIce\n']);
    expect(tried.err).toContain('site/thaw.md: It is in the library already');
    expect(await listed()).toHaveLength(1);
    const { exit, out } = await stet('import site');
    expect(exit).toBe(0);
    const shown = JSON.parse((await stet(`show ${out.split('\t')[0]} --json`)).out) as { next: unknown; doc: unknown };
    expect(JSON.stringify(shown)).toMatch(/"type":"figure"/u);
    expect(JSON.stringify(shown.next)).toContain(thaw);
  });

  test('a zip comes in as the folder that it holds', async () => {
    const packed = zipSync({ 'north/ice.md': strToU8('# Ice\n\nIt holds.\n'), '../out.md': strToU8('# Out\n') });
    await writeFile(join(folder, 'drafts.zip'), packed);
    const { exit, out, err } = await stet('import drafts.zip --json');
    expect(exit).toBe(3);
    expect(JSON.parse(out)).toMatchObject([{ file: 'north/ice.md', headline: 'Ice' }, { file: '../out.md' }]);
    expect(err).toContain('leads out');
  });

  test('show gives the article with what stands beside it', async () => {
    const [ice, salt] = [await imported('ice.txt', 'Harbour closed'), await imported('salt.txt', 'Salt runs out')];
    expect((await stet(`link ${ice} --next ${salt}`)).exit).toBe(0);
    expect((await stet(['link', ice, '--previous', 'https://ice.example/thaw', '--title', 'The thaw'])).exit).toBe(0);
    const { out } = await stet(`show ${ice}`);
    expect(out).toContain(`next:     Salt runs out (${salt})`);
    expect(out).toContain('previous: The thaw <https://ice.example/thaw>');
    expect(JSON.parse((await stet(`show ${salt} --json`)).out)).toMatchObject({
      id: salt,
      previous: { article: ice },
      next: null,
    });
    expect((await stet(`unlink ${ice} --next`)).exit).toBe(0);
    expect(JSON.parse((await stet(`show ${salt} --json`)).out)).toMatchObject({ previous: null });
    expect((await stet('show nothere000000000')).exit).toBe(3);
  });

  test('linking a piece of another series wants a decision', async () => {
    const ids = [];
    for (const name of ['a', 'b', 'c', 'd']) ids.push(await imported(`${name}.txt`, `Piece ${name}`));
    const [a, b, c, d] = ids as [string, string, string, string];
    await stet(`link ${a} --next ${b}`);
    await stet(`link ${c} --next ${d}`);
    expect(await stet(`link ${b} --next ${c}`)).toMatchObject({ exit: 3, err: expect.stringContaining('--join') as string });
    expect((await stet(`link ${b} --next ${c} --join`)).exit).toBe(0);
    const { series } = JSON.parse((await stet(`show ${a} --json`)).out) as { series: { entries: unknown[] } };
    expect(series.entries).toEqual([{ article: a }, { article: b }, { article: c }, { article: d }]);
    expect((await stet(`link ${a} --next ftp://ice.example`)).exit).toBe(2);
  });

  test('export writes files that link to one another, and replaces none unless it is told to', async () => {
    const [ice, salt] = [await imported('ice.txt', 'Harbour closed'), await imported('salt.txt', 'Salt runs out')];
    await stet(`link ${ice} --next ${salt}`);
    const { exit, out } = await stet('export --all --to json --out site/pages');
    expect(exit).toBe(0);
    expect(out.trim().split('\n').sort()).toEqual(['ice.json', 'salt.json']);
    const view = JSON.parse(await readFile(join(folder, 'site/pages/ice.json'), 'utf8')) as PublicView;
    expect(view.series.next).toEqual({ title: 'Salt runs out', url: 'salt.json' });
    expect(await stet(`export ${ice} --to json --out site/pages`)).toMatchObject({
      exit: 3,
      out: '',
      err: expect.stringContaining('ice.json') as string,
    });
    expect((await stet(`export ${ice} --to json --out site/pages --replace`)).exit).toBe(0);
    // Now the neighbour, a draft, is not in the export: it is not named.
    expect(await readFile(join(folder, 'site/pages/ice.json'), 'utf8')).not.toContain('Salt runs out');
  });

  test('quotes lists the quotations of a file and of an article', async () => {
    const ice = await imported('ice.txt', 'Harbour closed');
    for (const what of ['ice.txt', ice]) {
      const { exit, out } = await stet(`quotes ${what} --json`);
      expect(exit).toBe(0);
      expect(Array.isArray(JSON.parse(out))).toBe(true);
    }
  });

  test('check answers an array of findings for a file and for an article', async () => {
    const ice = await imported('ice.txt', 'Harbour closed');
    for (const what of ['ice.txt', ice]) {
      const { exit, out } = await stet(`check ${what} --json`);
      expect(exit).toBe(0);
      expect(Array.isArray(JSON.parse(out))).toBe(true);
    }
    expect((await stet('check gone.txt')).exit).toBe(3);
  });
});

describe('sites', () => {
  const never = () => Promise.reject(new StetError('test/never', 'not in this test'));
  const start = (host: 'cli' | 'loopback') =>
    boot({
      folder: join(folder, 'Library'),
      host,
      version: '1.2.3',
      nativeDialogs: false,
      places: createNodePlaces({ home: folder }),
      opener: { open: never },
      parser: { parse: never, close: () => Promise.resolve() },
      examiner: { examine: never, close: () => Promise.resolve() },
      printer: () => ({ print: never }),
      onFocus: () => undefined,
    });

  /** A library with a published article and a site of that name. */
  async function withSite(name: string): Promise<string> {
    const id = await imported('ice.txt', 'Harbour closed');
    const { handlers, close } = await start('cli');
    const { revision, doc } = await handlers['articles.open']({ id });
    const changes = { fields: { status: 'published' as const }, splices: [], length: doc.content.length };
    await handlers['articles.save']({ id, baseRevision: revision, changes });
    const { key } = await handlers['sites.make']({ name, language: 'en' });
    const { sites } = await handlers['settings.get'](null);
    await handlers['settings.put']({
      sites: sites.map((site) => (site.key === key ? { ...site, format: 'markdown' as const } : site)),
    });
    await close();
    return id;
  }

  test('a site is listed, said what it would do, exported, and not changed a second time', async () => {
    await withSite('Coast News');
    expect(JSON.parse((await stet('site list --json')).out)).toEqual([
      { name: 'Coast News', format: 'markdown', what: 'all', folder: null },
    ]);
    expect((await stet(['site', 'export', 'Coast News'])).err).toContain('Choose its folder once.');
    const said = await stet(['site', 'export', 'coast news', '--out', 'site', '--dry-run']);
    expect(said.out).toBe('would write ice.md\nwould write index.md\n0 unchanged\n');
    expect(await readdir(join(folder, 'site'))).toEqual([]);
    expect((await stet(['site', 'export', 'Coast News'])).out).toBe('write ice.md\nwrite index.md\n0 unchanged\n');
    const names = (await readdir(join(folder, 'site'))).sort();
    expect(names).toEqual(['.stet-site.json', 'ice.md', 'index.md']);
    const before = await Promise.all(names.map((name) => readFile(join(folder, 'site', name))));
    const { out } = await stet(['site', 'export', 'Coast News', '--json']);
    expect(JSON.parse(out)).toMatchObject({ written: [], removed: [], kept: [], unchanged: 2, dryRun: false });
    expect(await Promise.all(names.map((name) => readFile(join(folder, 'site', name))))).toEqual(before);
  });

  test('what others changed is named on standard error and stays, until told to replace it', async () => {
    const id = await withSite('Coast');
    await stet('site export Coast --out site');
    await writeFile(join(folder, 'site/index.md'), 'The desk’s own.');
    expect((await stet('site export Coast')).err).toContain('left as it is: index.md (changed since Stet wrote it)');
    expect(await readFile(join(folder, 'site/index.md'), 'utf8')).toBe('The desk’s own.');
    expect((await stet('site export Coast --replace')).out).toBe('write index.md\n1 unchanged\n');
    for (const name of ['.stet-site.json', 'ice.md', 'index.md'])
      expect(await readFile(join(folder, 'site', name), 'utf8')).not.toContain(id);
  });

  test('a running Stet carries the export out, into the folder that this computer knows', async () => {
    await withSite('Coast');
    await stet('site export Coast --out site --dry-run');
    const running = await start('loopback');
    expect((await stet('site export Coast')).out).toContain('write ice.md\n');
    expect((await stet('site export Coast --out elsewhere')).err).toContain('Choose the folder of the site in its window');
    await running.close();
    expect(await readdir(join(folder, 'site'))).toContain('ice.md');
  });

  test.each(['site', 'site export', 'site list Coast', 'site export Nowhere', 'site export a b'])(
    '“%s” is wrong use',
    async (line) => {
      await withSite('Coast');
      expect((await stet(line)).exit).toBe(2);
    },
  );
});

test("check goes by the library's limits and words, and knows its other articles", async () => {
  const id = await imported('one.txt', 'Harbour closed');
  const library = join(folder, 'Library');
  const stored = await boot({
    folder: library,
    host: 'cli',
    version: '1.2.3',
    nativeDialogs: false,
    places: createNodePlaces(),
    opener: { open: () => Promise.resolve() },
    parser: { parse: () => Promise.reject(new Error('not asked')), close: () => Promise.resolve() },
    examiner: { examine: () => Promise.reject(new Error('not asked')), close: () => Promise.resolve() },
    printer: () => ({ print: () => Promise.reject(new Error('not in this test')) }),
    onFocus: () => undefined,
  });
  const houseWords = [{ language: null, not: 'harbour master', use: 'harbourmaster' }];
  await stored.dispatch('settings.put', {
    houseWords,
    limits: { headline: 5, standfirst: null, sentence: null, paragraph: null },
  });
  await stored.close();
  await file('copy.txt', pageOf('Harbour open'));
  const kinds = async (what: string) =>
    (JSON.parse((await stet(`check ${what} --json`)).out) as { kind: string }[]).map(({ kind }) => kind);
  expect(await kinds('copy.txt')).toContain('house word');
  expect(await kinds(id)).toEqual(expect.arrayContaining(['house word', 'headline length']));
  expect((await stet('check copy.txt --library Nowhere')).exit).toBe(3);
});

test('while Stet is running, reading goes beside it and writing through it', async () => {
  await mkdir(join(folder, 'Library'));
  const never = () => Promise.reject(new StetError('test/never', 'not in this test'));
  const running = await boot({
    folder: join(folder, 'Library'),
    host: 'loopback',
    version: '1.2.3',
    nativeDialogs: false,
    places: createNodePlaces({ home: folder }),
    opener: { open: never },
    parser: {
      parse: async ({ text, name, language, part }) =>
        (await import('../../core/formats/registry')).importerFor(text, name, null).read(text, { name, language, part }),
      close: () => Promise.resolve(),
    },
    examiner: { examine: never, close: () => Promise.resolve() },
    printer: () => ({ print: () => Promise.reject(new Error('not in this test')) }),
    onFocus: () => undefined,
  });
  const told: string[] = [];
  running.listen((event) => told.push(event.type));
  const [sample] = await listed();
  const id = await imported('ice.txt', 'Harbour closed');
  expect((await stet(`link ${id} --next ${sample?.id ?? ''} --move`)).exit).toBe(0);
  expect(told).toEqual(['articles', 'series']);
  expect((await running.handlers['articles.open']({ id })).doc.attrs.slug).toBe('ice');
  await running.close();
});

describe('an annotated copy', () => {
  test('is written of one article, only with its flag, readable by its owner only', async () => {
    const id = await imported('page.txt', 'Harbour closed');
    const { exit, out } = await stet(`export ${id} --annotated docx --out desk`);
    expect([exit, out]).toEqual([0, 'page – annotated – private.docx\n']);
    const { mode } = await stat(join(folder, 'desk', out.trim()));
    if (process.platform !== 'win32') expect(mode & 0o077).toBe(0);
    expect((await stet(`export ${id} --annotated docx --out desk`)).exit).toBe(3);
    expect((await stet(`export ${id} --annotated html --out desk --name-sources --json`)).out).toContain('"printed": []');
    const back = await stet(['import', join('desk', out.trim())]);
    expect(back.exit).toBe(3);
    expect(back.err).toContain('This is an annotated copy');
    expect(await listed()).toHaveLength(1);
  });
  test.each(['--all', 'ONE --to html', 'ONE ONE', ''])('is not made of %s', async (what) => {
    const id = await imported('page.txt', 'Harbour closed');
    const asked = what
      .replaceAll('ONE', id)
      .split(' ')
      .filter((word) => word !== '');
    expect((await stet(['export', ...asked, '--annotated', 'html', '--out', 'desk'])).exit).toBe(2);
    expect((await stet(['export', id, '--annotated', 'text', '--out', 'desk'])).exit).toBe(2);
    expect((await stet(['export', id, '--to', 'html', '--name-sources', '--out', 'desk'])).exit).toBe(2);
  });
});
