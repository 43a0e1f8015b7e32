import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandLine, pageOf } from './testing/commandLine';

let cli: CommandLine;
beforeEach(async () => {
  cli = await CommandLine.begin();
});
afterEach(() => cli.end());

test('show gives the article with what stands beside it', async () => {
  const [ice, salt] = [
    await cli.imported('ice.txt', pageOf('Harbour closed')),
    await cli.imported('salt.txt', pageOf('Salt runs out')),
  ];
  expect((await cli.stet(`link ${ice} --next ${salt}`)).exit).toBe(0);
  expect((await cli.stet(['link', ice, '--previous', 'https://ice.example/thaw', '--title', 'The thaw'])).exit).toBe(0);
  const { out } = await cli.stet(`show ${ice}`);
  expect(out).toContain(`next:     Salt runs out (${salt})`);
  expect(out).toContain('previous: The thaw <https://ice.example/thaw>');
  expect(JSON.parse((await cli.stet(`show ${salt} --json`)).out)).toMatchObject({
    id: salt,
    previous: { article: ice },
    next: null,
  });
  expect((await cli.stet(`unlink ${ice} --next`)).exit).toBe(0);
  expect(JSON.parse((await cli.stet(`show ${salt} --json`)).out)).toMatchObject({ previous: null });
  expect((await cli.stet('show nothere000000000')).exit).toBe(3);
});

test('linking a piece of another series wants a decision', async () => {
  const ids = [];
  for (const name of ['a', 'b', 'c', 'd']) ids.push(await cli.imported(`${name}.txt`, pageOf(`Piece ${name}`)));
  const [a, b, c, d] = ids as [string, string, string, string];
  await cli.stet(`link ${a} --next ${b}`);
  await cli.stet(`link ${c} --next ${d}`);
  expect(await cli.stet(`link ${b} --next ${c}`)).toMatchObject({ exit: 3, err: expect.stringContaining('--join') as string });
  expect((await cli.stet(`link ${b} --next ${c} --join`)).exit).toBe(0);
  const { series } = JSON.parse((await cli.stet(`show ${a} --json`)).out) as { series: { entries: unknown[] } };
  expect(series.entries).toEqual([{ article: a }, { article: b }, { article: c }, { article: d }]);
  expect((await cli.stet(`link ${a} --next ftp://ice.example`)).exit).toBe(2);
});
