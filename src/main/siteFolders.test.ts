import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodePlaces } from './places';
import { createSiteFolders } from './siteFolders';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stet-site-'));
  for (const name of ['library', 'site', 'elsewhere']) await mkdir(join(root, name));
});
afterEach(() => rm(root, { recursive: true }));

const places = createNodePlaces();
const folder = () => places.handleFor(join(root, 'site')).handle;
const here = (computer?: string) => createSiteFolders(places, join(root, 'library'), computer);

test('the folder of a site is kept for this computer; another one asks, and neither forgets the other’s', async () => {
  await here('one').keep('key', folder());
  expect(await here('two').folderOf('key')).toBeNull();
  await here('two').keep('key', places.handleFor(join(root, 'elsewhere')).handle);
  expect(await here('one').folderOf('key')).toMatchObject({ label: 'site' });
  expect(await here('two').folderOf('key')).toMatchObject({ label: 'elsewhere' });
});

test('a folder that is gone, or a file about folders that is damaged, is asked for again', async () => {
  await here().keep('key', folder());
  await rm(join(root, 'site'), { recursive: true });
  expect(await here().folderOf('key')).toBeNull();
  await writeFile(join(root, 'library', 'sites.json'), '{');
  expect(await here().folderOf('key')).toBeNull();
});

test('files are written into folders that are made for them, for others to read, and leave no empty folder when they go', async () => {
  const site = here();
  await site.write(folder(), 'news/ice/index.md', 'Ice.');
  await site.write(folder(), 'news/sea.md', 'Sea.');
  expect((await stat(join(root, 'site/news/sea.md'))).mode & 0o044).toBe(0o044 & ~process.umask());
  expect(await site.hashes(folder(), ['news/sea.md', 'gone.md'])).toEqual(new Map([['news/sea.md', site.sha256('Sea.')]]));
  await site.remove(folder(), 'news/ice/index.md');
  expect(await readdir(join(root, 'site/news'))).toEqual(['sea.md']);
  await site.remove(folder(), 'news/sea.md');
  expect(await readdir(join(root, 'site'))).toEqual([]);
});

test.each(['link/a.md', 'link.md', '../elsewhere/a.md', 'news/../../elsewhere/a.md', 'folder.md'])(
  'nothing is written, read or removed at %s',
  async (path) => {
    await symlink(join(root, 'elsewhere'), join(root, 'site/link'));
    await writeFile(join(root, 'elsewhere/a.md'), 'of somebody else');
    await symlink(join(root, 'elsewhere/a.md'), join(root, 'site/link.md'));
    await mkdir(join(root, 'site/folder.md'));
    const site = here();
    const refused = { code: 'sites/refused' };
    await expect(site.write(folder(), path, 'Ice.')).rejects.toMatchObject(refused);
    await expect(site.read(folder(), path)).rejects.toMatchObject(refused);
    await expect(site.remove(folder(), path)).rejects.toMatchObject(refused);
    expect(await readFile(join(root, 'elsewhere/a.md'), 'utf8')).toBe('of somebody else');
  },
);
