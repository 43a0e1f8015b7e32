import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ParseRequest } from '../../core/ports/work';
import { createParser, type ParserOptions } from './createParser';
import { buildWorker } from './testing/buildWorker';
import { workerFile } from './workerFile';

const request = (text: string, more: Partial<ParseRequest> = {}): ParseRequest => ({
  text,
  format: null,
  name: null,
  language: 'en',
  part: 'page',
  ...more,
});

const open: { close(): Promise<void> }[] = [];
function parser(options: ParserOptions) {
  const made = createParser(options);
  open.push(made);
  return made;
}
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});

describe('threads', () => {
  const obedient = (options: ParserOptions = {}) =>
    parser({ workerUrl: new URL('./testing/obedientWorker.mjs', import.meta.url), timeoutMs: 400, ...options });
  const threadOf = async (made: ReturnType<typeof obedient>, text = 'copy') => (await made.parse(request(text))).lines[0]?.line;

  test('one warm thread serves text after text', async () => {
    const made = obedient();
    const first = await threadOf(made);
    expect(await threadOf(made)).toBe(first);
    expect(await threadOf(made)).toBe(first);
  });

  test('a second text at the same time gets a second thread, a third waits', async () => {
    const made = obedient();
    const threads = await Promise.all([threadOf(made), threadOf(made), threadOf(made), threadOf(made)]);
    expect(new Set(threads).size).toBe(2);
  });

  test('an endless loop is killed, and the next text is read by a new thread', async () => {
    const made = obedient();
    const before = await threadOf(made);
    await expect(made.parse(request('loop'))).rejects.toMatchObject({ code: 'import/too-slow' });
    expect(await threadOf(made)).not.toBe(before);
  });

  test('a text that loops does not hold up another', async () => {
    const made = obedient({ timeoutMs: 1500 });
    await threadOf(made);
    const slow = expect(made.parse(request('loop'))).rejects.toMatchObject({ code: 'import/too-slow' });
    expect((await made.parse(request('quick'))).lines[0]?.becomes).toContain('quick');
    await slow;
  });

  test('texts that wait behind two loops are read in the end', async () => {
    const made = obedient();
    const answers = await Promise.allSettled([
      made.parse(request('loop')),
      made.parse(request('loop')),
      made.parse(request('copy')),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  test.each([['crash'], ['exit']])('a thread that ends by %s is an unreadable text, told without its words', async (deed) => {
    const made = obedient();
    const error: unknown = await made.parse(request(deed)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'import/unreadable' });
    expect(JSON.stringify(error)).not.toContain('private word');
    expect(await threadOf(made)).toBeGreaterThan(0);
  });

  test('a text that eats the memory is refused and the host lives on', async () => {
    const made = obedient({ timeoutMs: 30_000 });
    await expect(made.parse(request('hoard'))).rejects.toMatchObject({ code: 'import/too-large' });
    expect(await threadOf(made)).toBeGreaterThan(0);
  });

  test('an error of the importer arrives as it was', async () => {
    await expect(obedient().parse(request('refuse'))).rejects.toMatchObject({ code: 'import/too-deep', details: { depth: 400 } });
  });

  test('a text over the limit never reaches a thread', async () => {
    const made = obedient({ maxUnits: 10, workerUrl: new URL('file:///nowhere/worker.mjs') });
    await expect(made.parse(request('eleven char'))).rejects.toMatchObject({
      code: 'import/too-large',
      details: { units: 11, limit: 10 },
    });
  });

  test('a worker that is not there is an error, not a crash', async () => {
    await expect(obedient({ workerUrl: new URL('file:///nowhere/worker.mjs') }).parse(request('copy'))).rejects.toMatchObject({
      code: 'import/unreadable',
    });
  });

  test('a thread sees none of the environment', async () => {
    expect((await obedient().parse(request('copy'))).lines[0]?.becomes).toBe('copy in 0 variables');
  });

  test('closing rejects what is under way and what comes later', async () => {
    const made = obedient({ timeoutMs: 60_000 });
    const answers = Promise.allSettled([made.parse(request('loop')), made.parse(request('loop')), made.parse(request('copy'))]);
    await made.close();
    for (const answer of await answers) expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'import/closed' } });
    await expect(made.parse(request('copy'))).rejects.toMatchObject({ code: 'import/closed' });
  });
});

describe('the built worker', () => {
  let worker: Awaited<ReturnType<typeof buildWorker>>;
  beforeAll(async () => {
    worker = await buildWorker();
  });
  afterAll(() => worker.remove());

  test('reads a page with the importers of the registry', async () => {
    const imported = await parser({ workerUrl: worker.url }).parse(
      request('Ferry strike ends\n\nCrews went back to work on Monday.', { name: 'ferry.txt' }),
    );
    expect(JSON.stringify(imported.doc)).toContain('Crews went back to work on Monday.');
  });

  test('answers an unknown format as the registry does', async () => {
    await expect(parser({ workerUrl: worker.url }).parse(request('copy', { format: 'wordstar' }))).rejects.toMatchObject({
      code: 'import/unknown-format',
    });
  });

  test.each([
    ['emphasis that never closes', '*a '.repeat(50_000), 'markdown'],
    ['brackets that never close', '['.repeat(50_000), 'markdown'],
    ['elements that never close', '<div>'.repeat(50_000), 'html'],
  ])('%s: read or refused', async (_name, text, format) => {
    const made = parser({ workerUrl: worker.url });
    const answer = await made.parse(request(text, { format })).then(
      () => 'read',
      (error: { code: string }) => error.code,
    );
    expect(['read', 'import/too-slow', 'import/too-deep', 'import/too-large']).toContain(answer);
  });
});

describe('where the built worker is', () => {
  test.each([
    ['beside the entry', 'main/loopback.js'],
    ['above a chunk', 'main/chunks/createParser-1a2b.js'],
  ])('%s', async (_name, module) => {
    const folder = await mkdtemp(join(tmpdir(), 'stet-out-'));
    await mkdir(join(folder, 'main', 'chunks'), { recursive: true });
    await writeFile(join(folder, 'main', 'parseWorker.js'), '');
    expect(workerFile('parseWorker.js', pathToFileURL(join(folder, module)).href).href).toBe(
      pathToFileURL(join(folder, 'main', 'parseWorker.js')).href,
    );
    await rm(folder, { recursive: true });
  });
});
