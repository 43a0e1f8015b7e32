import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PublicView } from '../../core/document/publicView';
import { CommandLine, pageOf } from './testing/commandLine';

let cli: CommandLine;
beforeEach(async () => {
  cli = await CommandLine.begin();
});
afterEach(() => cli.end());

test('export writes files that link to one another, and replaces none unless it is told to', async () => {
  const [ice, salt] = [
    await cli.imported('ice.txt', pageOf('Harbour closed')),
    await cli.imported('salt.txt', pageOf('Salt runs out')),
  ];
  await cli.stet(`link ${ice} --next ${salt}`);
  const { exit, out } = await cli.stet('export --all --to json --out site/pages');
  expect(exit).toBe(0);
  expect(out.trim().split('\n').sort()).toEqual(['ice.json', 'salt.json']);
  const view = JSON.parse(await cli.text('site/pages/ice.json')) as PublicView;
  expect(view.series.next).toEqual({ title: 'Salt runs out', url: 'salt.json' });
  expect(await cli.stet(`export ${ice} --to json --out site/pages`)).toMatchObject({
    exit: 3,
    out: '',
    err: expect.stringContaining('ice.json') as string,
  });
  expect((await cli.stet(`export ${ice} --to json --out site/pages --replace`)).exit).toBe(0);
  // Now the neighbour, a draft, is not in the export: it is not named.
  expect(await cli.text('site/pages/ice.json')).not.toContain('Salt runs out');
});

describe('an annotated copy', () => {
  test('is written of one article, only with its flag, readable by its owner only', async () => {
    const id = await cli.imported('page.txt', pageOf('Harbour closed'));
    const { exit, out } = await cli.stet(`export ${id} --annotated docx --out desk`);
    expect([exit, out]).toEqual([0, 'page – annotated – private.docx\n']);
    const { mode } = await stat(cli.at('desk', out.trim()));
    if (process.platform !== 'win32') expect(mode & 0o077).toBe(0);
    expect((await cli.stet(`export ${id} --annotated docx --out desk`)).exit).toBe(3);
    expect((await cli.stet(`export ${id} --annotated html --out desk --name-sources --json`)).out).toContain('"printed": []');
    const back = await cli.stet(['import', join('desk', out.trim())]);
    expect(back.exit).toBe(3);
    expect(back.err).toContain('This is an annotated copy');
    expect(await cli.listed()).toHaveLength(1);
  });
  test.each(['--all', 'ONE --to html', 'ONE ONE', ''])('is not made of %s', async (what) => {
    const id = await cli.imported('page.txt', pageOf('Harbour closed'));
    const asked = what
      .replaceAll('ONE', id)
      .split(' ')
      .filter((word) => word !== '');
    expect((await cli.stet(['export', ...asked, '--annotated', 'html', '--out', 'desk'])).exit).toBe(2);
    expect((await cli.stet(['export', id, '--annotated', 'text', '--out', 'desk'])).exit).toBe(2);
    expect((await cli.stet(['export', id, '--to', 'html', '--name-sources', '--out', 'desk'])).exit).toBe(2);
  });
});
