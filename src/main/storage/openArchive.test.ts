import { createHash } from 'node:crypto';
import { zipSync } from 'fflate/browser';
import { expect, test } from 'vitest';
import { ARCHIVE_SCHEMA, MANIFEST, ROOT } from './archive';
import { articleFormat } from './articleFile';
import { backupFiles } from './backupFiles';
import { seal } from './envelope';
import { OpenArchive } from './openArchive';
import { anArticle, idOf } from './testing/articles';
import { MemoryFileSystem } from './testing/memoryFileSystem';

const bytesOf = (name: string, words?: string): Uint8Array => {
  const { kind, schema } = articleFormat(idOf(name));
  return seal({ kind, schema, revision: 1 }, anArticle(name, 1, words)).bytes;
};
const entry = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** An archive as somebody could make it by hand: what it holds, and what its manifest says of that. */
function archive(holds: Record<string, Uint8Array>, says = Object.entries(holds).map(([name, bytes]) => entry(name, bytes))) {
  const manifest = {
    stet: { kind: 'backup', schema: ARCHIVE_SCHEMA },
    version: '1',
    madeAt: '2026-03-01T00:00:00Z',
    files: says,
  };
  return zipSync({
    ...Object.fromEntries(Object.entries(holds).map(([name, bytes]) => [`${ROOT}${name}`, bytes])),
    [MANIFEST]: Buffer.from(JSON.stringify(manifest)),
  });
}
const HARBOUR = `articles/${idOf('harbour')}.json`;
const FERRY = `articles/${idOf('ferry')}.json`;
const headlines = async (bytes: Uint8Array) => {
  const found: string[] = [];
  await OpenArchive.from(bytes).eachArticle((one) => Promise.resolve(void found.push(one ? one.id : 'damaged')));
  return found;
};

test.each([
  '../evil.json',
  'articles/../../evil.json',
  '/tmp/evil.json',
  'assets/a/b.png',
  'articles/.hidden.json',
  'lock.1',
  'session.json',
  'search/index.sqlite',
  'C:\\evil.json',
])('an archive that names “%s” is refused: nothing leaves the library’s own folders', (name) => {
  expect(() => OpenArchive.from(archive({ [name]: bytesOf('harbour') }))).toThrow(
    expect.objectContaining({ code: 'backup/unreadable' }),
  );
});

test('a file that is whole as a zip but not what the manifest says is damage, in what is read and in what is added', async () => {
  const whole = { [HARBOUR]: bytesOf('harbour'), [FERRY]: bytesOf('ferry') };
  const says = [entry(HARBOUR, bytesOf('harbour', 'Other words, and as many…')), entry(FERRY, bytesOf('ferry'))];
  expect(says[0]?.size).not.toBe(0);
  const changed = archive(whole, [{ ...says[0]!, size: bytesOf('harbour').length }, says[1]!]);
  expect(await OpenArchive.from(changed).damaged()).toEqual([HARBOUR]);
  expect(await headlines(changed)).toEqual(['damaged', idOf('ferry')]);
  const disk = new MemoryFileSystem();
  const line = `history/${idOf('harbour')}.history`;
  const opened = await backupFiles(disk, '/library').open(
    archive({ [line]: Buffer.from('changed') }, [{ ...entry(line, Buffer.from('as it was')), size: 7 }]),
  );
  expect(await opened.addRest()).toBe(0);
  expect(await disk.names('/library/history')).toEqual([]);
});

test('a file that unpacks to more than the manifest says is left out before it fills the memory', async () => {
  const bomb = new Uint8Array(50_000_000);
  const packed = archive({ [HARBOUR]: bomb, [FERRY]: bytesOf('ferry') }, [
    { ...entry(HARBOUR, bomb), size: 100 },
    entry(FERRY, bytesOf('ferry')),
  ]);
  const before = process.memoryUsage().arrayBuffers;
  expect(await OpenArchive.from(packed).damaged()).toEqual([HARBOUR]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test('a broken entry takes only itself away', async () => {
  const packed = archive({ [HARBOUR]: bytesOf('harbour'), [FERRY]: bytesOf('ferry') });
  // Behind the header of the first entry, so that its packed bytes are no proper stream.
  packed.fill(0xff, 30 + ROOT.length + HARBOUR.length, 30 + ROOT.length + HARBOUR.length + 60);
  expect(await headlines(packed)).toEqual(['damaged', idOf('ferry')]);
});
