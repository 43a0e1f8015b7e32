import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PublicView } from '../../core/document/publicView';
import { CommandLine, pageOf } from './testing/commandLine';

let cli: CommandLine;
beforeEach(async () => {
  cli = await CommandLine.begin();
});
afterEach(() => cli.end());

const page = pageOf('Harbour closed');

test('gives the public view on standard output and opens no library', async () => {
  await cli.put('ice.txt', page);
  const { exit, out } = await cli.stet('convert ice.txt --to json');
  expect(exit).toBe(0);
  const view = JSON.parse(out) as PublicView;
  expect(view.headline).toBe('Harbour closed');
  expect(await readdir(cli.folder)).toEqual(['ice.txt']);
});

test('reads standard input and writes a file', async () => {
  expect(await cli.stet('convert - --to json --from text --out ice.json', page)).toMatchObject({ exit: 0, out: '' });
  expect(await cli.text('ice.json')).toContain('Harbour closed');
});

test('what it does not know is wrong use, what it cannot read has failed', async () => {
  await cli.put('ice.txt', page);
  expect((await cli.stet('convert ice.txt --to pdf')).exit).toBe(2);
  expect((await cli.stet('convert ice.txt --to json --from wordstar')).exit).toBe(2);
  expect((await cli.stet('convert gone.txt --to json')).exit).toBe(3);
  expect((await cli.stet('convert ice.txt --to json --out no/such/folder.json')).exit).toBe(3);
  await cli.put('latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9]));
  expect(await cli.stet('convert latin.txt --to json')).toMatchObject({
    exit: 3,
    out: '',
    err: expect.stringContaining('UTF-8') as string,
  });
});
