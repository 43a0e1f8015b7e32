import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPrivateFolder, removeAbandoned } from './privateFolder';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'stet-private-test-'));
});
afterEach(() => rm(base, { recursive: true }));

/** The number of a process that has ended. */
async function ended(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

async function profileOf(pid: number, browser: number | null, suffix = 'aaaaaa'): Promise<string> {
  const path = join(base, `stet-${pid}-${suffix}`);
  await mkdir(join(path, 'profile'), { recursive: true });
  await writeFile(join(path, 'profile', 'Session_1'), 'typed in a field');
  if (browser !== null) await symlink(`desk-laptop-${browser}`, join(path, 'profile', 'SingletonLock'));
  return path;
}

test.runIf(process.platform !== 'win32')('only this user can look into it', async () => {
  const folder = await createPrivateFolder(base);
  expect((await stat(folder.path)).mode & 0o777).toBe(0o700);
  await folder.remove();
});

test.runIf(process.platform !== 'win32')('what a killed host left is removed, once its browser has ended too', async () => {
  const gone = await ended();
  await profileOf(gone, null);
  await profileOf(gone, await ended(), 'bbbbbb');
  await profileOf(gone, process.pid, 'cccccc');
  await removeAbandoned(base);
  expect(await readdir(base)).toEqual([`stet-${gone}-cccccc`]);
});

test('a running host’s folder and everything else stays', async () => {
  const gone = await ended();
  const mine = await createPrivateFolder(base);
  await writeFile(join(base, `stet-${gone}-aaaaaa`), 'a file of that name');
  const outside = join(base, 'outside');
  await mkdir(outside);
  await writeFile(join(outside, 'draft.txt'), 'a draft');
  await symlink(outside, join(base, `stet-${gone}-bbbbbb`), 'junction');
  await mkdir(join(base, `stet-${gone}`));
  const before = await readdir(base);
  await removeAbandoned(base);
  expect(await readdir(base)).toEqual(before);
  expect(await readdir(outside)).toEqual(['draft.txt']);
  await mine.remove();
});

test('a base that is not there is no trouble', () => removeAbandoned(join(base, 'nowhere')));
