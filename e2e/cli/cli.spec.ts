import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test as base } from 'playwright/test';
import { built, projectRoot } from '../hosts/paths';

interface Done {
  code: number;
  stdout: string;
  stderr: string;
}

interface Shell {
  scratch: string;
  /** Runs the `stet` program as a script would. */
  stet(...args: string[]): Promise<Done>;
  /** The same with `text` on standard input. */
  fed(text: string, ...args: string[]): Promise<Done>;
}

function run(args: string[], input: string | null): Promise<Done> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(projectRoot, 'bin/stet.mjs'), ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
    });
    child.stdin?.end(input ?? '');
  });
}

const test = base.extend<{ shell: Shell }>({
  shell: async ({}, use) => {
    const scratch = await mkdtemp(join(tmpdir(), 'stet-cli-'));
    const library = ['--library', join(scratch, 'library')];
    const withLibrary = (args: string[]) => (args[0] === 'convert' || args[0]?.startsWith('-') ? args : [...args, ...library]);
    await use({ scratch, stet: (...args) => run(withLibrary(args), null), fed: (text, ...args) => run(withLibrary(args), text) });
    await rm(scratch, { recursive: true, force: true });
  },
});

const PAGE = `Home COAST Storm shuts the island road

Storm shuts the island road

The road closed at noon on Friday after waves broke over the sea wall.

Read:  How the wall was built

We have not seen water like this since the wall went up.

A quote from Sunniva Dahl, road engineer

The county will decide on Saturday.

Previous articleHarbour closes for repairs
`;

interface View {
  headline: string;
  fields: { section: string[] };
  body: { type: string; attrs?: Record<string, unknown> }[];
  series: { previous: { title: string } | null };
}

test('convert: a page becomes its public view, HTML or Markdown', async ({ shell }) => {
  const page = join(shell.scratch, 'road.txt');
  await writeFile(page, PAGE);
  const json = await shell.stet('convert', page, '--to', 'json');
  expect(json.code).toBe(0);
  const view = JSON.parse(json.stdout) as View;
  expect(view.headline).toBe('Storm shuts the island road');
  expect(view.fields.section).toEqual(['COAST']);
  expect(view.body.map(({ type }) => type)).toEqual(['paragraph', 'related', 'quote', 'paragraph']);
  expect(view.body[2]?.attrs).toMatchObject({ speaker: 'Sunniva Dahl', role: 'road engineer' });
  expect(view.series.previous).toEqual({ title: 'Harbour closes for repairs', url: null });

  const markdown = await shell.stet('convert', page, '--to', 'markdown');
  expect(markdown.stdout).toContain('> — Sunniva Dahl, road engineer');
  // Standard input, and a file as the way out: nothing but the result ever stands on standard output.
  const out = join(shell.scratch, 'road.html');
  const html = await shell.fed(markdown.stdout, 'convert', '-', '--from', 'markdown', '--to', 'html', '--out', out);
  expect([html.code, html.stdout]).toEqual([0, '']);
  expect(await readFile(out, 'utf8')).toContain('<figcaption>');
  const back = await shell.stet('convert', out, '--to', 'json');
  expect(JSON.parse(back.stdout)).toEqual(view);
});

test('import, list, show, link, unlink and export on a library', async ({ shell }) => {
  const [one, two] = [join(shell.scratch, 'one.md'), join(shell.scratch, 'two.txt')];
  await writeFile(one, '# Ice road opens\n\nTrucks crossed at dawn.\n');
  await writeFile(two, PAGE);
  const imported = JSON.parse((await shell.stet('import', one, two, '--json')).stdout) as { id: string }[];
  expect(imported).toHaveLength(2);
  const ids = imported.map(({ id }) => id);
  const listed = JSON.parse((await shell.stet('list', '--json')).stdout) as { id: string; headline: string }[];
  expect(listed.map(({ headline }) => headline).sort()).toEqual(['Ice road opens', 'Storm shuts the island road']);
  expect((await shell.stet('show', ids[0]!)).stdout).toContain('Trucks crossed at dawn.');

  // The second already has a neighbour of its own: what to do about it is the writer's to say.
  const undecided = await shell.stet('link', ids[0]!, '--next', ids[1]!);
  expect([undecided.code, undecided.stderr]).toEqual([3, expect.stringContaining('--move')]);
  expect((await shell.stet('link', ids[0]!, '--next', ids[1]!, '--move')).code).toBe(0);
  const out = join(shell.scratch, 'site');
  const exported = await shell.stet('export', '--all', '--to', 'html', '--out', out);
  expect(exported.code).toBe(0);
  expect((await readdir(out)).sort()).toEqual(['one.html', 'two.html']);
  expect(await readFile(join(out, 'one.html'), 'utf8')).toMatch(
    /<a [^>]*href="two\.html"[^>]*rel="next"|<a [^>]*rel="next"[^>]*href="two\.html"/u,
  );
  expect((await shell.stet('unlink', ids[0]!, '--next')).code).toBe(0);
  const apart = JSON.parse((await shell.stet('show', ids[0]!, '--json')).stdout) as View;
  expect(apart).toMatchObject({ series: null, next: null });
  const checked = await shell.stet('check', ids[0]!, '--json');
  expect([checked.code, Array.isArray(JSON.parse(checked.stdout))]).toEqual([0, true]);
});

test('wrong use ends with 2 and failure with 3, each with a sentence that helps', async ({ shell }) => {
  for (const args of [['convert'], ['publish'], ['convert', 'x.txt', '--to', 'papyrus'], ['export', '--to', 'html']]) {
    const { code, stdout, stderr } = await shell.stet(...args);
    expect([args.join(' '), code, stdout]).toEqual([args.join(' '), 2, '']);
    expect(stderr.trim()).not.toBe('');
  }
  const missing = await shell.stet('convert', join(shell.scratch, 'nowhere.txt'), '--to', 'html');
  expect([missing.code, missing.stdout]).toEqual([3, '']);
  expect(missing.stderr).toContain('nowhere.txt');
  const help = await shell.stet('--help');
  expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('convert')]);
});

test('beside a running Stet it reads by itself and hands writes over', async ({ shell }) => {
  const library = join(shell.scratch, 'library');
  const host = spawn(process.execPath, [built('main/loopback.js'), '--library', library, '--no-window'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(host, 'exit');
  await once(createInterface({ input: host.stdout }), 'line');
  const page = join(shell.scratch, 'road.txt');
  await writeFile(page, PAGE);
  const imported = await shell.stet('import', page, '--json');
  expect(imported.code).toBe(0);
  const listed = JSON.parse((await shell.stet('list', '--json')).stdout) as { headline: string }[];
  expect(listed.map(({ headline }) => headline)).toContain('Storm shuts the island road');
  host.kill('SIGTERM');
  await ended;
});

test('the quotations of a file and of an article, with who is named beside them', async ({ shell }) => {
  const file = join(shell.scratch, 'road.txt');
  const words = '“We saw it coming,” said Otto Berg, a fisherman.';
  await writeFile(file, PAGE.replace('The county will decide on Saturday.', words));
  const listed = await shell.stet('quotes', file, '--json');
  expect(listed.code).toBe(0);
  const found = JSON.parse(listed.stdout) as {
    kind: string;
    speaker: string | null;
    words: string;
    offers: { speaker: string }[];
  }[];
  expect(found.map(({ kind, speaker, words: said }) => [kind, speaker, said])).toEqual([
    ['block', 'Sunniva Dahl', 'We have not seen water like this since the wall went up.'],
    ['inline', null, 'We saw it coming,'],
  ]);
  expect(found[1]?.offers[0]).toMatchObject({ speaker: 'Otto Berg', role: 'fisherman' });

  const imported = JSON.parse((await shell.stet('import', file, '--json')).stdout) as { id: string }[];
  const shown = await shell.stet('quotes', imported[0]?.id ?? '');
  expect(shown.stdout).toContain('— Sunniva Dahl, road engineer');
  expect(shown.stdout).toContain('— Otto Berg, fisherman? (“said Otto Berg, a fisherman”)');
});
