import { readdir, readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandLine, pageOf } from './testing/commandLine';

let cli: CommandLine;
beforeEach(async () => {
  cli = await CommandLine.begin();
});
afterEach(() => cli.end());

/** A library with a published article and a site of that name. */
async function withSite(name: string): Promise<string> {
  const id = await cli.imported('ice.txt', pageOf('Harbour closed'));
  const { handlers, close } = await cli.open('cli');
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
  expect(JSON.parse((await cli.stet('site list --json')).out)).toEqual([
    { name: 'Coast News', format: 'markdown', what: 'all', folder: null },
  ]);
  expect((await cli.stet(['site', 'export', 'Coast News'])).err).toContain('Choose its folder once.');
  const said = await cli.stet(['site', 'export', 'coast news', '--out', 'site', '--dry-run']);
  expect(said.out).toBe('would write ice.md\nwould write index.md\n0 unchanged\n');
  expect(await readdir(cli.at('site'))).toEqual([]);
  expect((await cli.stet(['site', 'export', 'Coast News'])).out).toBe('write ice.md\nwrite index.md\n0 unchanged\n');
  const names = (await readdir(cli.at('site'))).sort();
  expect(names).toEqual(['.stet-site.json', 'ice.md', 'index.md']);
  const before = await Promise.all(names.map((name) => readFile(cli.at('site', name))));
  const { out } = await cli.stet(['site', 'export', 'Coast News', '--json']);
  expect(JSON.parse(out)).toMatchObject({ written: [], removed: [], kept: [], unchanged: 2, dryRun: false });
  expect(await Promise.all(names.map((name) => readFile(cli.at('site', name))))).toEqual(before);
});

test('what others changed is named on standard error and stays, until told to replace it', async () => {
  const id = await withSite('Coast');
  await cli.stet('site export Coast --out site');
  await cli.put('site/index.md', 'The desk’s own.');
  expect((await cli.stet('site export Coast')).err).toContain('left as it is: index.md (changed since Stet wrote it)');
  expect(await cli.text('site/index.md')).toBe('The desk’s own.');
  expect((await cli.stet('site export Coast --replace')).out).toBe('write index.md\n1 unchanged\n');
  for (const name of ['.stet-site.json', 'ice.md', 'index.md']) expect(await cli.text(`site/${name}`)).not.toContain(id);
});

test('a running Stet carries the export out, into the folder that this computer knows', async () => {
  await withSite('Coast');
  await cli.stet('site export Coast --out site --dry-run');
  const running = await cli.open('loopback');
  expect((await cli.stet('site export Coast')).out).toContain('write ice.md\n');
  expect((await cli.stet('site export Coast --out elsewhere')).err).toContain('Choose the folder of the site in its window');
  await running.close();
  expect(await readdir(cli.at('site'))).toContain('ice.md');
});

test.each(['site', 'site export', 'site list Coast', 'site export Nowhere', 'site export a b'])(
  '“%s” is wrong use',
  async (line) => {
    await withSite('Coast');
    expect((await cli.stet(line)).exit).toBe(2);
  },
);
