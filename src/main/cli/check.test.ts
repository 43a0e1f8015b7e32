import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandLine, pageOf } from './testing/commandLine';

let cli: CommandLine;
beforeEach(async () => {
  cli = await CommandLine.begin();
});
afterEach(() => cli.end());

test('quotes lists the quotations of a file and of an article', async () => {
  const ice = await cli.imported('ice.txt', pageOf('Harbour closed'));
  for (const what of ['ice.txt', ice]) {
    const { exit, out } = await cli.stet(`quotes ${what} --json`);
    expect(exit).toBe(0);
    expect(Array.isArray(JSON.parse(out))).toBe(true);
  }
});

test('check answers an array of findings for a file and for an article', async () => {
  const ice = await cli.imported('ice.txt', pageOf('Harbour closed'));
  for (const what of ['ice.txt', ice]) {
    const { exit, out } = await cli.stet(`check ${what} --json`);
    expect(exit).toBe(0);
    expect(Array.isArray(JSON.parse(out))).toBe(true);
  }
  expect((await cli.stet('check gone.txt')).exit).toBe(3);
});

test("check goes by the library's limits and words, and knows its other articles", async () => {
  const id = await cli.imported('one.txt', pageOf('Harbour closed'));
  const stored = await cli.open('cli');
  const houseWords = [{ language: null, not: 'harbour master', use: 'harbourmaster' }];
  await stored.dispatch('settings.put', {
    houseWords,
    limits: { headline: 5, standfirst: null, sentence: null, paragraph: null },
  });
  await stored.close();
  await cli.put('copy.txt', pageOf('Harbour open'));
  const kinds = async (what: string) =>
    (JSON.parse((await cli.stet(`check ${what} --json`)).out) as { kind: string }[]).map(({ kind }) => kind);
  expect(await kinds('copy.txt')).toContain('house word');
  expect(await kinds(id)).toEqual(expect.arrayContaining(['house word', 'headline length']));
  expect((await cli.stet('check copy.txt --library Nowhere')).exit).toBe(3);
});
