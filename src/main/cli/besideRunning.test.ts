import { mkdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandLine, pageOf } from './testing/commandLine';

let cli: CommandLine;
beforeEach(async () => {
  cli = await CommandLine.begin();
});
afterEach(() => cli.end());

test('while Stet is running, reading goes beside it and writing through it', async () => {
  await mkdir(cli.at('Library'));
  const running = await cli.open('loopback');
  const told: string[] = [];
  running.listen((event) => told.push(event.type));
  const [sample] = await cli.listed();
  const id = await cli.imported('ice.txt', pageOf('Harbour closed'));
  expect((await cli.stet(`link ${id} --next ${sample?.id ?? ''} --move`)).exit).toBe(0);
  expect(told).toEqual(['articles', 'series']);
  expect((await running.handlers['articles.open']({ id })).doc.attrs.slug).toBe('ice');
  await running.close();
});
