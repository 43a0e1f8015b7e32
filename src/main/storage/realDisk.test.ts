import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, statfsSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OpenArticles } from '../services/openArticles';
import { openForReading, openLibrary } from './openLibrary';
import { anArticle, codeOf, idOf } from './testing/articles';

/** True where a small disk can be mounted: as root on Linux. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const at = mkdtempSync(join(tmpdir(), 'stet-mount-'));
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at], { stdio: 'ignore' });
    execFileSync('/bin/umount', [at], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // root in a container without the right to mount
  } finally {
    rmSync(at, { recursive: true });
  }
}
const mountable = canMount();
if (!mountable)
  process.stdout.write('SKIPPED: full and read-only disks, because no disk can be mounted here (root on Linux can)\n');

let disk: string;
beforeEach(() => {
  if (!mountable) return;
  disk = mkdtempSync(join(tmpdir(), 'stet-disk-'));
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
});
afterEach(async () => {
  if (!mountable) return;
  // The system may look at a new disk for a moment after the last file was closed.
  await vi.waitFor(() => execFileSync('/bin/umount', [disk], { stdio: 'ignore' }), { timeout: 10_000, interval: 100 });
  rmSync(disk, { recursive: true });
});

const remount = (how: 'ro' | 'rw') => execFileSync('/bin/mount', ['-o', `remount,${how}`, disk]);
const BALLAST = 'ballast';
/** Leaves `free` bytes, in whole pages. */
function fill(free: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const file = openSync(join(disk, BALLAST), 'w');
  writeSync(file, Buffer.alloc(Math.max(0, bavail * bsize - free)));
  closeSync(file);
}
const temporary = () => readdirSync(disk, { recursive: true }).filter((name) => String(name).endsWith('.tmp'));
const long = (revision: number) => anArticle('harbour', revision, 'The pier is to be rebuilt before winter. '.repeat(1000));

test.runIf(mountable).each([
  ['not a byte', 0],
  ['room for the start of the file only', 8192],
])('a disk with %s left: the old version stays, the edit is kept and is saved when there is room', async (_what, free) => {
  const folder = join(disk, 'Newsroom');
  const library = await openLibrary(folder);
  const open = new OpenArticles(library.articles, {
    before: () => Promise.resolve(),
    forget: () => Promise.resolve(),
    saved: () => undefined,
  });
  await open.create(long(1));
  fill(free);
  expect(await codeOf(open.change(idOf('harbour'), () => long(2)))).toBe('storage/full');
  expect(await codeOf(open.flush())).toBe('storage/full');
  // On the disk the old one, in memory the new one.
  const reader = await openForReading(folder);
  expect(await reader.articles.read(idOf('harbour'))).toEqual(long(1));
  await reader.close();
  expect((await open.read(idOf('harbour'))).revision).toBe(2);
  expect(temporary()).toEqual([]);
  unlinkSync(join(disk, BALLAST));
  await open.flush();
  await library.close();
  const again = await openLibrary(folder);
  expect(await again.articles.read(idOf('harbour'))).toEqual(long(2));
  expect(await again.articles.damaged()).toEqual([]);
  await again.close();
});

test.runIf(mountable)('library file and session on a full disk: what was there stays, and the next change is saved', async () => {
  const folder = join(disk, 'Newsroom');
  const library = await openLibrary(folder);
  const theme = (name: 'dark' | 'light') =>
    library.library.update((data) => ({ ...data, settings: { ...data.settings, theme: name } }));
  await theme('dark');
  fill(0);
  expect(await codeOf(theme('light'))).toBe('storage/full');
  expect((await library.library.read()).settings.theme).toBe('dark');
  unlinkSync(join(disk, BALLAST));
  await theme('light');
  await library.close();
  const again = await openLibrary(folder);
  expect((await again.library.read()).settings.theme).toBe('light');
  await again.close();
});

test.runIf(mountable)(
  'a disk that becomes read-only keeps the old version, says so, and is written again when it can be',
  async () => {
    const folder = join(disk, 'Newsroom');
    const library = await openLibrary(folder);
    const open = new OpenArticles(library.articles, {
      before: () => Promise.resolve(),
      forget: () => Promise.resolve(),
      saved: () => undefined,
    });
    await open.create(anArticle('harbour', 1));
    remount('ro');
    expect(await codeOf(open.change(idOf('harbour'), () => anArticle('harbour', 2)))).toBe('storage/read-only');
    remount('rw');
    await open.flush();
    expect((await library.articles.read(idOf('harbour'))).revision).toBe(2);
    await library.close();
  },
);

test.runIf(mountable)('a library on a read-only disk is opened for reading, and a folder without one is refused', async () => {
  const folder = join(disk, 'Newsroom');
  const before = await openLibrary(folder);
  await before.articles.write(anArticle('harbour'));
  await before.close();
  mkdirSync(join(disk, 'Empty'));
  remount('ro');
  const library = await openLibrary(folder);
  expect(library.readOnly).toContain('cannot be written');
  expect((await library.articles.read(idOf('harbour'))).revision).toBe(1);
  expect(await codeOf(library.articles.write(anArticle('harbour', 2)))).toBe('storage/read-only');
  await library.close();
  expect(await codeOf(openLibrary(join(disk, 'Empty')))).toBe('storage/read-only');
});
