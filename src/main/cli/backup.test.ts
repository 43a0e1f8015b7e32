import { readFile, readdir } from 'node:fs/promises';
import { unzipSync, zipSync } from 'fflate/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandLine } from './testing/commandLine';

let line: CommandLine;
beforeEach(async () => (line = await CommandLine.begin()));
afterEach(() => line.end());

/** The one archive that `stet backup` made. */
async function archive(): Promise<Record<string, Uint8Array>> {
  expect(await line.stet('backup --out Safe')).toMatchObject({ exit: 0 });
  const [name] = await readdir(line.at('Safe'));
  return unzipSync(await readFile(line.at('Safe', name ?? '')));
}

test('an archive brings every article into another library, and twice changes nothing', async () => {
  await line.imported('ferry.md', '# Ferry stays in port\n\nIce came.\n');
  await line.put('made.zip', zipSync(await archive()));
  expect(await line.stet('restore made.zip --library Other')).toMatchObject({ exit: 0, err: '' });
  expect((await line.stet('list --library Other')).out).toContain('Ferry stays in port');
  expect((await line.stet('restore made.zip --library Other')).out).toContain('1 the same');
});

test('damaged files of an archive are left out, said and answered with 3; all others are restored', async () => {
  const hurt = await line.imported('ferry.md', '# Ferry stays in port\n\nIce came.\n');
  await line.imported('harbour.md', '# Harbour opens\n\nIce went.\n');
  const files = await archive();
  const name = `library/articles/${hurt}.json`;
  await line.put('hurt.zip', zipSync({ ...files, [name]: new TextEncoder().encode('{"stet":') }));
  const { exit, out, err } = await line.stet('restore hurt.zip --library Other');
  expect({ exit, err }).toEqual({
    exit: 3,
    err: 'stet: One file of this archive is damaged and was left out; everything else is as said.\n',
  });
  expect(out).toContain('1 added');
  expect((await line.stet('list --library Other')).out).toMatch(/Harbour opens/u);
});
