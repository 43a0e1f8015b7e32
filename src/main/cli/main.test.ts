import { afterEach, beforeEach, expect, test } from 'vitest';
import { exporters } from '../../core/formats/registry';
import { CommandLine } from './testing/commandLine';

let cli: CommandLine;
beforeEach(async () => {
  cli = await CommandLine.begin();
});
afterEach(() => cli.end());

test('help names every command and the exit codes', async () => {
  const { exit, out } = await cli.stet('--help');
  expect(exit).toBe(0);
  for (const word of [
    'convert',
    'import',
    'list',
    'show',
    'export',
    'check',
    'quotes',
    'link',
    'unlink',
    '--library',
    'Exit codes',
  ])
    expect(out).toContain(word);
});

test.each(['convert', 'import', 'list', 'show', 'export', 'check', 'quotes', 'link', 'unlink'])(
  '%s explains itself',
  async (name) => {
    const { exit, out, err } = await cli.stet(`${name} --help`);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain(`Usage: stet ${name}`);
  },
);

test('the help of convert and export names every format that there is', async () => {
  for (const name of ['convert', 'export']) {
    const { out } = await cli.stet(`${name} --help`);
    for (const { id } of exporters) expect(out).toContain(id);
  }
});

test.each([
  '',
  'burn',
  'list --jsonn',
  'list this',
  'convert',
  'convert a.txt',
  'convert a.txt b.txt --to json',
  'export --to json --out x',
  'export --all --to json',
  'show',
  'link abc',
  'unlink abc',
  'import',
  'list --library',
])('wrong use is code 2, with a hint and nothing on standard output: %j', async (line) => {
  const { exit, out, err } = await cli.stet(line === '' ? [] : line);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toMatch(/^stet: .+\nTry: stet (\w+ )?--help\n$/u);
});

test('the version goes to standard output', async () => {
  expect(await cli.stet('--version')).toEqual({ exit: 0, out: '1.2.3\n', err: '' });
});
