import { mkdir, readdir, symlink } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { png } from '../../core/pictures/testing/files';
import { CommandLine, pageOf } from './testing/commandLine';

let cli: CommandLine;
beforeEach(async () => {
  cli = await CommandLine.begin();
});
afterEach(() => cli.end());

describe('a library', () => {
  test('is made by the first import, without a sample', async () => {
    const id = await cli.imported('ice.txt', pageOf('Harbour closed'));
    expect(await cli.listed()).toMatchObject([{ id, headline: 'Harbour closed', slug: 'ice', trashedAt: null }]);
    expect((await cli.stet('list')).out).toContain('Harbour closed');
    expect((await cli.stet(['--library', cli.at('Library'), 'list'])).out).toContain(id);
  });

  test('that is not there is said to be missing, and is not made by looking', async () => {
    expect((await cli.stet('list')).exit).toBe(3);
    expect(await readdir(cli.folder)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('links are not followed out of what was chosen, and are named', async () => {
    await cli.imported('first.txt', pageOf('Harbour closed'));
    await mkdir(cli.at('secret'));
    await cli.put('secret/quay.png', png());
    await cli.put('secret/plan.md', '# Plan\n\nSecret.\n');
    await mkdir(cli.at('site'));
    await symlink(cli.at('secret'), cli.at('site', 'images'));
    await symlink(cli.at('secret', 'plan.md'), cli.at('site', 'plan.md'));
    await cli.put('site/ice.md', '# Ice\n\n![A](images/quay.png)\n\n![B](../secret/quay.png)\n\nIt holds.\n');
    const whole = await cli.stet('import site --json --dry-run');
    expect(whole.exit).toBe(3);
    expect(JSON.parse(whole.out)).toMatchObject([
      {
        file: 'site/ice.md',
        leftOut: [{ text: 'A' }, { text: 'B', why: expect.stringContaining('outside of what was chosen') as string }],
      },
      { file: 'site/images', left: expect.stringContaining('a link to another place') as string },
      { file: 'site/plan.md', left: expect.stringContaining('a link to another place') as string },
    ]);
    const alone = await cli.stet('import site/ice.md --json --dry-run');
    expect(JSON.parse(alone.out)).toMatchObject([{ leftOut: [{ text: 'A' }, { text: 'B' }] }]);
    expect((await cli.stet('convert site/ice.md --to html --out ice.html')).err).toContain('A');
  });

  test('one file that cannot be read does not keep the others out', async () => {
    await cli.put('ice.txt', pageOf('Harbour closed'));
    const { exit, out, err } = await cli.stet('import gone.txt ice.txt --json');
    expect(exit).toBe(3);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'ice.txt', headline: 'Harbour closed' },
      { file: 'gone.txt', left: expect.stringContaining('no such file') as string },
    ]);
    expect(err).toContain('gone.txt');
  });

  test('a folder comes in whole, and a dry run says so before', async () => {
    await mkdir(cli.at('site', 'north'), { recursive: true });
    await cli.put(
      'site/north/ice.md',
      '---\ntitle: Ice\nnext:\n  title: Thaw\n  url: ../thaw.md\n---\n\n![The quay](quay.png)\n',
    );
    await cli.put('site/thaw.md', '# Thaw\n\nIt is over.\n');
    await cli.put('site/north/quay.png', png());
    await cli.put('site/style.css', 'p {}');
    const thaw = (await cli.stet('import site/thaw.md')).out.split('\t')[0];
    const tried = await cli.stet('import site --dry-run');
    expect([tried.exit, tried.out]).toEqual([0, 'site/north/ice.md\tIce\n']);
    expect(tried.err).toContain('site/thaw.md: It is in the library already');
    expect(await cli.listed()).toHaveLength(1);
    const { exit, out } = await cli.stet('import site');
    expect(exit).toBe(0);
    const shown = JSON.parse((await cli.stet(`show ${out.split('\t')[0]} --json`)).out) as { next: unknown; doc: unknown };
    expect(JSON.stringify(shown)).toMatch(/"type":"figure"/u);
    expect(JSON.stringify(shown.next)).toContain(thaw);
  });

  test('a zip comes in as the folder that it holds', async () => {
    const packed = zipSync({ 'north/ice.md': strToU8('# Ice\n\nIt holds.\n'), '../out.md': strToU8('# Out\n') });
    await cli.put('drafts.zip', packed);
    const { exit, out, err } = await cli.stet('import drafts.zip --json');
    expect(exit).toBe(3);
    expect(JSON.parse(out)).toMatchObject([{ file: 'north/ice.md', headline: 'Ice' }, { file: '../out.md' }]);
    expect(err).toContain('leads out');
  });
});
