import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exifSegment, jpeg, latin, png } from '../../core/pictures/testing/files';
import { StetError } from '../../core/errors';
import { AssetFiles } from './assetFiles';
import { nodeFileSystem } from './nodeFileSystem';
import { codeOf } from './testing/articles';
import { faultyFileSystem } from './testing/faultyFileSystem';

let parent: string;
beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'stet-assets-'))));
afterEach(() => rmSync(parent, { recursive: true }));
const folder = () => join(parent, 'assets');
const store = (fs = nodeFileSystem(), readOnly: StetError | null = null) => new AssetFiles(fs, folder(), readOnly);

test('a picture is kept once, under the hash of what is kept, without its metadata', async () => {
  const assets = store();
  const first = await assets.put(jpeg(exifSegment(1)));
  const again = await Promise.all([assets.put(jpeg()), assets.put(jpeg(exifSegment(1)))]);
  expect(first).toMatchObject({ width: 48, height: 32 });
  expect(again).toEqual([first, first]);
  expect(readdirSync(folder())).toEqual([first.asset]);
  const bytes = readFileSync(join(folder(), first.asset));
  expect(first.asset).toBe(`${createHash('sha256').update(bytes).digest('hex')}.jpg`);
  expect(latin(bytes)).not.toContain('CANARY');
  expect(Buffer.from(await assets.read(first.asset))).toEqual(bytes);
});

test.runIf(process.platform !== 'win32')('it is private to its user', async () => {
  const { asset } = await store().put(png());
  expect([statSync(join(folder(), asset)).mode & 0o777, statSync(folder()).mode & 0o777]).toEqual([0o600, 0o700]);
});

test('a picture that lies on its side, or is none, is refused and leaves nothing behind', async () => {
  const assets = store();
  expect(await codeOf(assets.put(jpeg(exifSegment(6))))).toBe('pictures/turned');
  expect(await codeOf(assets.put(Uint8Array.of(60, 115, 118, 103)))).toBe('pictures/unknown-type');
  expect(await assets.list()).toEqual([]);
});

test('nothing but a picture’s own name reads a file', async () => {
  writeFileSync(join(parent, 'secret.png'), 'secret');
  for (const name of ['../secret.png', '', 'secret.png', '/etc/passwd', `${'0'.repeat(64)}.png`])
    expect(await codeOf(store().read(name))).toBe('pictures/missing');
});

test('a file that another program has cut off is written again', async () => {
  const { asset } = await store().put(png());
  const whole = readFileSync(join(folder(), asset));
  writeFileSync(join(folder(), asset), whole.subarray(0, 20));
  await store().put(png());
  expect(readFileSync(join(folder(), asset))).toEqual(whole);
});

test.each(['ENOSPC', 'EIO', 'crash'])(
  'whatever step fails with %s, there is the whole picture or none, and a retry succeeds',
  async (how) => {
    const bytes = png();
    for (let at = 1; at < 20; at++) {
      const fs = faultyFileSystem(nodeFileSystem());
      fs.arm({ at, how });
      const code = await codeOf(store(fs).put(bytes));
      const whole = await store().list();
      for (const { asset } of whole) expect(Buffer.from(await store().read(asset))).toEqual(Buffer.from(bytes));
      if (code !== 'none') expect(['storage/full', 'storage/failed']).toContain(code);
      fs.arm(null);
      expect(await store(fs).put(bytes)).toMatchObject({ width: 48 });
      rmSync(folder(), { recursive: true });
    }
  },
);

test('a library that cannot be written takes no picture and loses none', async () => {
  const { asset } = await store().put(png());
  const closed = store(nodeFileSystem(), new StetError('storage/read-only', 'Closed.'));
  expect(await codeOf(closed.put(jpeg()))).toBe('storage/read-only');
  expect(await codeOf(closed.remove(asset))).toBe('storage/read-only');
  expect(await closed.read(asset)).toBeTruthy();
});

test('the list says since when; removing is quiet about what is gone; old remains of a crash go', async () => {
  const assets = store();
  const { asset } = await assets.put(png());
  const old = new Date('2026-01-01T00:00:00Z');
  utimesSync(join(folder(), asset), old, old);
  const remains = [join(folder(), '.a.png.0123456789abcdef.tmp'), join(folder(), '.b.png.0123456789abcdef.tmp')];
  for (const path of remains) writeFileSync(path, 'x');
  utimesSync(remains[0] ?? '', old, old);
  expect(await assets.list()).toEqual([{ asset, storedAt: old.getTime() }]);
  await assets.tidy(Date.now());
  expect(readdirSync(folder()).sort()).toEqual(['.b.png.0123456789abcdef.tmp', asset].sort());
  await assets.remove(asset);
  await assets.remove(asset);
  expect(await assets.list()).toEqual([]);
});
