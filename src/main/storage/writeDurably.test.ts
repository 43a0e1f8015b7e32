import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StetError } from '../../core/errors';
import { failure, faultyFileSystem } from './testing/faultyFileSystem';
import { MemoryFileSystem } from './testing/memoryFileSystem';
import { codeOf } from './testing/articles';
import { writeDurably, writeStreamDurably } from './writeDurably';

const FILE = '/library/story.json';
const OLD = 'The ferry sails at noon.';
const NEW = 'The ferry does not sail at all this week.';

async function libraryWith(content: string) {
  const disk = new MemoryFileSystem();
  await disk.makeFolder('/library');
  disk.put(FILE, content);
  return { disk, fs: faultyFileSystem(disk) };
}
const textOf = async (fs: MemoryFileSystem) => new TextDecoder().decode(await fs.read(FILE));

const STEPS = ['create *', 'write *', 'sync *', 'close *', 'rename * story.json', 'syncFolder library'];

test('a write goes create, write, fsync, close, rename, fsync of the folder', async () => {
  const { fs } = await libraryWith(OLD);
  await writeDurably(fs, FILE, NEW);
  expect(fs.calls).toEqual(STEPS);
});

test('short writes are written on', async () => {
  const { disk, fs } = await libraryWith(OLD);
  fs.arm({ at: 2, how: 'short' });
  await writeDurably(fs, FILE, NEW);
  expect(await textOf(disk)).toBe(NEW);
  expect(fs.calls.filter((call) => call === 'write *')).toHaveLength(2);
});

test('a file that takes no bytes is a failure, not an endless loop', async () => {
  const { disk } = await libraryWith(OLD);
  const stuck = {
    ...faultyFileSystem(disk),
    create: async (path: string) => ({ ...(await disk.create(path)), write: async () => 0 }),
  };
  expect(await codeOf(writeDurably(stuck, FILE, NEW))).toBe('storage/failed');
  expect(await textOf(disk)).toBe(OLD);
});

const CODES = {
  ENOSPC: 'storage/full',
  EDQUOT: 'storage/full',
  EROFS: 'storage/read-only',
  EACCES: 'storage/read-only',
  EIO: 'storage/failed',
};

test.each(Object.entries(CODES))(
  '%s at any step leaves a whole file, no temporary one, says %s, and a retry works',
  async (how, code) => {
    for (let at = 1; at <= STEPS.length; at++) {
      const { disk, fs } = await libraryWith(OLD);
      fs.arm({ at, how });
      expect(await codeOf(writeDurably(fs, FILE, NEW)), `step ${at}`).toBe(code);
      expect(await textOf(disk)).toBe(at < STEPS.length ? OLD : NEW);
      expect(await disk.names('/library')).toEqual(['story.json']);
      expect(fs.calls.filter((call) => call === 'sync *').length).toBeLessThanOrEqual(1);
      fs.arm(null);
      await writeDurably(fs, FILE, NEW);
      expect(fs.calls).toEqual(STEPS);
      expect(await textOf(disk.powerCut(() => 0))).toBe(NEW);
    }
  },
);

test('a power cut after any step leaves the old or the new text, and the new one once the write is acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: STEPS.length + 1 }), fc.infiniteStream(fc.nat()), async (at, chances) => {
      const { disk, fs } = await libraryWith(OLD);
      fs.arm({ at, how: 'crash' });
      const code = await codeOf(writeDurably(fs, FILE, NEW));
      const left = await textOf(disk.powerCut((choices) => chances.next().value % choices));
      if (code === 'none') expect(left).toBe(NEW);
      else expect([OLD, NEW]).toContain(left);
    }),
    { numRuns: 500 },
  );
});

test('a step that fails does not close the file in the middle of its fsync', async () => {
  const { disk } = await libraryWith(OLD);
  const order: string[] = [];
  const slow = {
    ...faultyFileSystem(disk),
    create: async (path: string) => ({
      ...(await disk.create(path)),
      sync: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push('synced');
      },
      close: async () => void order.push('closed'),
    }),
  };
  const meanwhile = () => {
    throw new StetError('document/invalid', 'No such document.');
  };
  expect(await codeOf(writeDurably(slow, FILE, NEW, { meanwhile }))).toBe('document/invalid');
  expect(order).toEqual(['synced', 'closed']);
  expect(await textOf(disk)).toBe(OLD);
});

/** The new text piece by piece. */
async function* pieces() {
  for (const piece of [NEW.slice(0, 9), NEW.slice(9)]) yield Buffer.from(piece);
}
const STREAM = ['create *', 'write *', 'write *', 'sync *', 'close *', 'rename * story.json', 'syncFolder library'];

test('a write piece by piece goes the same way, and is durable', async () => {
  const { disk, fs } = await libraryWith(OLD);
  await writeStreamDurably(fs, FILE, pieces());
  expect(fs.calls).toEqual(STREAM);
  expect(await textOf(disk.powerCut(() => 0))).toBe(NEW);
});

test('where any step of it fails, a power cut included, the old text or the new one is there whole', async () => {
  for (let at = 1; at <= STREAM.length; at++) {
    for (const how of ['EIO', 'crash']) {
      const { disk, fs } = await libraryWith(OLD);
      fs.arm({ at, how });
      await expect(writeStreamDurably(fs, FILE, pieces())).rejects.toThrow();
      for (let chance = 0; chance < 3; chance++) {
        expect([OLD, NEW]).toContain(await textOf(disk.powerCut((choices) => chance % choices)));
      }
      if (how === 'EIO') expect(await disk.names('/library')).toEqual(['story.json']);
    }
  }
});

test('a piece that does not come, or a library that is another’s by then, replaces nothing', async () => {
  const failing = async function* () {
    yield Buffer.from('half of');
    throw failure('EIO');
  };
  const { disk, fs } = await libraryWith(OLD);
  await expect(writeStreamDurably(fs, FILE, failing())).rejects.toThrow();
  const taken = Object.assign(fs, { mayReplace: () => Promise.reject(new StetError('library/taken-over', 'It is another’s.')) });
  await expect(writeStreamDurably(taken, FILE, pieces())).rejects.toMatchObject({ code: 'library/taken-over' });
  expect([await textOf(disk), await disk.names('/library')]).toEqual([OLD, ['story.json']]);
});

test('the test disk does tear what was not synced, or the tests above prove nothing', async () => {
  const { disk } = await libraryWith(OLD);
  const file = await disk.create('/library/other');
  await file.write(Buffer.from(NEW), 0);
  expect(await codeOf(disk.powerCut(() => 0).read('/library/other'))).toBe('ENOENT');
  const left = await disk.powerCut((choices) => Math.min(1, choices - 1)).read('/library/other');
  expect(Buffer.from(left).equals(Buffer.from(NEW))).toBe(false);
});
