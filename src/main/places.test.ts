import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodePlaces, type NodePlaces } from './places';

let home: string;
let places: NodePlaces;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'stet-places-'));
  places = createNodePlaces({ home });
});
afterEach(() => rm(home, { recursive: true }));

test('the list starts at home, with the places where people keep what they make first', async () => {
  for (const name of ['Attic', '.hidden', 'Desktop', 'Documents']) await mkdir(join(home, name));
  await writeFile(join(home, 'a file'), '');
  await symlink(join(home, 'Attic'), join(home, 'Link'));
  await symlink(join(home, 'nowhere'), join(home, 'Broken'));
  const { folders, parent } = await places.list(null);
  expect(folders.map(({ label }) => label)).toEqual(['Documents', 'Desktop', 'Attic', 'Link']);
  expect((await places.list(folders[2]!.handle)).parent).toEqual(
    expect.objectContaining({ handle: (await places.list(null)).handle }),
  );
  expect(parent).not.toBeNull();
});

test('no path crosses the wire', async () => {
  await mkdir(join(home, 'Documents'));
  expect(JSON.stringify((await places.list(null)).folders)).not.toContain('/');
});

test('a handle of nobody leads nowhere', async () => {
  await expect(places.list(home)).rejects.toMatchObject({ code: 'places/unknown' });
  await expect(places.write('x', 'a.html', '')).rejects.toMatchObject({ code: 'places/unknown' });
  await expect(places.choose()).rejects.toMatchObject({ code: 'places/no-dialog' });
  await expect(places.names(places.handleFor(join(home, 'gone')).handle)).rejects.toMatchObject({ code: 'places/unreadable' });
});

test('a file is written and replaced, readable as any other file', async () => {
  const { handle } = places.handleFor(home);
  await places.write(handle, 'ice.html', 'one');
  await places.write(handle, 'ice.html', 'two');
  expect(await readFile(join(home, 'ice.html'), 'utf8')).toBe('two');
  expect(await places.names(handle)).toEqual(['ice.html']);
  await writeFile(join(home, 'plain'), '');
  expect((await stat(join(home, 'ice.html'))).mode).toBe((await stat(join(home, 'plain'))).mode);
});

test('a link is neither followed nor replaced', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'stet-outside-'));
  await writeFile(join(outside, 'secret'), 'kept');
  await symlink(join(outside, 'secret'), join(home, 'ice.html'));
  await expect(places.write(places.handleFor(home).handle, 'ice.html', 'x')).rejects.toMatchObject({ code: 'places/failed' });
  expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('kept');
  await rm(outside, { recursive: true });
});

test.each([
  '../out.html',
  'a/b.html',
  'a\\b.html',
  '..',
  '.',
  '',
  'nul\u0000.html',
  'C:x.html',
  'CON',
  'com1.html',
  'ice.',
  'ice ',
  'ice?.html',
])('the name %j is refused', async (name) => {
  const { handle } = places.handleFor(home);
  await expect(places.write(handle, name, 'x')).rejects.toMatchObject({ code: 'places/failed' });
  await expect(places.make(handle, name)).rejects.toMatchObject({ code: 'places/failed' });
});

test('a folder is made once', async () => {
  const { handle } = places.handleFor(home);
  expect(await places.make(handle, 'Filed')).toMatchObject({ label: 'Filed' });
  await expect(places.make(handle, 'Filed')).rejects.toMatchObject({ code: 'places/exists' });
});
