import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildHost, type BuiltPrograms } from '../../../bench/soak/buildHost';
import type { Program } from '../../../bench/soak/process';
import { contender, race } from '../../../bench/soak/racing';
import { nodeFileSystem } from './nodeFileSystem';
import { askOwner, openLibrary } from './openLibrary';
import { anArticle, codeOf, idOf } from './testing/articles';
import { failure } from './testing/faultyFileSystem';

describe.runIf(process.platform !== 'win32')('a library and real processes', () => {
  let built: BuiltPrograms;
  const running: Program[] = [];
  let libraries = 0;
  const newFolder = () => join(built.scratch, `library-${++libraries}`);
  beforeAll(async () => {
    built = await buildHost();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((program) => program.kill()));
  });
  afterAll(() => built.remove());

  /** A process that owns the library in `folder`. */
  async function owner(folder: string): Promise<Program> {
    const program = await contender(built.contender);
    running.push(program);
    expect(await program.ask({ open: folder, at: 0 })).toEqual({ won: true });
    return program;
  }
  const addressIn = (folder: string): string => {
    const lock = readdirSync(folder).find((name) => name.startsWith('lock.')) ?? '';
    return (JSON.parse(readFileSync(join(folder, lock), 'utf8')) as { stet: { address: string } }).stet.address;
  };

  test(
    'exactly one of five processes gets a library that is new, closed or left by a killed owner',
    { timeout: 120_000 },
    async () => {
      const report = await race({ entry: built.contender, scratch: built.scratch, races: 24 });
      expect(report).toMatchObject({ races: 24, stale: 8, wrong: 0 });
      expect(report.told).toEqual({ 'library/in-use': 24 * 4 });
    },
  );

  test('the library of a killed owner is free at once', async () => {
    const folder = newFolder();
    await (await owner(folder)).kill();
    await (await openLibrary(folder)).close();
  });

  test('a suspended owner still owns, and the second start is told so', async () => {
    const folder = newFolder();
    const first = await owner(folder);
    first.suspend();
    await expect(openLibrary(folder)).rejects.toMatchObject({
      code: 'library/in-use',
      details: { answers: false },
      message: expect.stringContaining('does not answer') as string,
    });
    first.resume();
    await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library/in-use', details: { answers: true } });
  });

  test('the age of a lock and of its socket says nothing', async () => {
    const folder = newFolder();
    const first = await owner(folder);
    const lock = join(folder, readdirSync(folder).find((name) => name.startsWith('lock.')) ?? '');
    for (const year of [2016, 2036]) {
      for (const path of [lock, addressIn(folder)]) utimesSync(path, new Date(year, 0), new Date(year, 0));
      await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library/in-use' });
    }
    await first.kill();
    await (await openLibrary(folder)).close();
  });

  test.each([
    ['socket', (address: string) => address],
    ['folder of sockets', (address: string) => dirname(address)],
  ])('an owner whose %s a cleaner has taken away still owns, and can soon be spoken to again', async (_what, path) => {
    const folder = newFolder();
    // Others may keep sockets in the usual folder: this owner gets one of its own.
    const before = process.env['XDG_RUNTIME_DIR'];
    process.env['XDG_RUNTIME_DIR'] = built.scratch;
    await owner(folder);
    process.env['XDG_RUNTIME_DIR'] = before ?? '';
    const address = addressIn(folder);
    expect(address).toContain(built.scratch);
    rmSync(path(address), { recursive: true });
    await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library/in-use' });
    expect(await askOwner(folder, { focus: true })).toEqual({ ok: true, value: null });
    expect(existsSync(address)).toBe(true);
    await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library/in-use', details: { answers: true } });
  });

  test('an owner that was succeeded all the same writes nothing more; a lock that was merely deleted is made again', async () => {
    const folder = newFolder();
    const first = await openLibrary(folder);
    const lock = () => readdirSync(folder).filter((name) => name.startsWith('lock.'));
    rmSync(join(folder, 'lock.1'));
    await first.articles.write(anArticle('harbour', 1));
    expect(lock()).toEqual(['lock.1']);
    rmSync(join(folder, 'lock.1'));
    await owner(folder);
    expect(await codeOf(first.articles.write(anArticle('harbour', 2)))).toBe('library/taken-over');
    expect(await codeOf(first.library.update((data) => ({ ...data })))).toBe('library/taken-over');
    expect((await first.articles.read(idOf('harbour'))).revision).toBe(1);
    await first.close();
    expect(lock()).toEqual(['lock.1']);
  });

  test.each(['EPERM', 'ENOTSUP'])(
    'on a disk without hard links (%s) one of many contenders wins as well',
    { timeout: 60_000 },
    async (code) => {
      for (let round = 0; round < 30; round++) {
        const folder = newFolder();
        // The file is made, and filled only a moment later: as slow disks do.
        const inner = nodeFileSystem();
        const fs = {
          ...inner,
          link: () => Promise.reject(failure(code)),
          create: async (path: string) => {
            const file = await inner.create(path);
            if (/lock\.\d+$/u.test(path)) await wait(Math.random() * 20);
            return file;
          },
        };
        if (round % 2 === 1) await (await openLibrary(folder, { fs })).close();
        const ends = await Promise.allSettled(Array.from({ length: 5 }, () => openLibrary(folder, { fs })));
        const winners = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
        expect(winners, `round ${round}`).toHaveLength(1);
        for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'library/in-use' });
        await winners[0]?.close();
      }
    },
  );

  test('without hard links, somebody who fell asleep between making a lock and filling it does not become a second owner', async () => {
    const folder = newFolder();
    const inner = nodeFileSystem();
    const link = () => Promise.reject(failure('EPERM'));
    let asleep: () => void = () => undefined;
    let wake: () => void = () => undefined;
    const sleeping = new Promise<void>((resolve) => (asleep = resolve));
    const woken = new Promise<void>((resolve) => (wake = resolve));
    const slow = openLibrary(folder, {
      fs: {
        ...inner,
        link,
        create: async (path: string) => {
          const file = await inner.create(path);
          if (/lock\.\d+$/u.test(path)) {
            asleep();
            await woken;
          }
          return file;
        },
      },
    });
    await sleeping;
    const quick = await openLibrary(folder, { fs: { ...inner, link } });
    wake();
    await expect(slow).rejects.toMatchObject({ code: 'library/in-use' });
    await quick.articles.write(anArticle('harbour'));
    await quick.close();
  });
});
