import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemorySearch } from '../services/testing/memorySearch';
import { run } from './main';

// The index's thread is tried where it is built (createSearchIndex.test.ts, e2e/cli); here one that reads everything.
vi.mock('../workers/createSearchIndex', () => ({ searchIndexOf: () => new MemorySearch() }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function stet(...argv: string[]) {
  const out: string[] = [];
  const messages: string[] = [];
  const exit = await run([...argv, '--library', join(folder, 'Library')], {
    stdin: (async function* () {})(),
    stdout: { write: (text) => out.push(String(text)) },
    stderr: { write: (text) => messages.push(text) },
    cwd: folder,
    env: {},
    version: '1.2.3',
  });
  return { exit, out: out.join(''), messages: messages.join('') };
}

async function imported(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  const { out } = await stet('import', name, '--json');
  return (JSON.parse(out) as { id: string }[])[0]!.id;
}

test('search shows the articles with words in context', async () => {
  const id = await imported('ice.md', '# Ice road closed\n\nLorries wait at the quay in Kemi.');
  await imported('bread.md', '# Bread is dearer\n\nFlour costs more.');
  expect(await stet('search', 'kemi')).toEqual({
    exit: 0,
    out: `${id}  Ice road closed\n    Lorries wait at the quay in Kemi.\n`,
    messages: 'stet: 1 article.\n',
  });
  const { hits, total, reading } = JSON.parse((await stet('search', '--json', '"quay in"')).out) as Record<string, unknown>;
  expect({ hits, total, reading }).toMatchObject({ hits: [{ id, headline: 'Ice road closed' }], total: 1, reading: null });
  expect(await stet('search', 'nowhere')).toMatchObject({ exit: 0, out: '', messages: 'stet: nothing found for nowhere.\n' });
  expect((await stet('search', '--limit', '1', '-x')).exit).toBe(2);
});

test('what is wrong with the call is said', async () => {
  expect(await stet('search')).toMatchObject({ exit: 2 });
  expect(await stet('search', 'ice', '--limit', 'many')).toMatchObject({ exit: 2 });
  expect(await readdir(folder)).toEqual([]);
});
