import { expect, test } from 'vitest';
import { blankSettings, type LibraryData } from '../../core/article/library';
import { LibraryFile } from './libraryFile';
import { SessionFile } from './sessionFile';
import { codeOf, idOf } from './testing/articles';
import { faultyFileSystem } from './testing/faultyFileSystem';
import { MemoryFileSystem } from './testing/memoryFileSystem';

const FILE = '/library/library.json';

async function aLibrary() {
  const disk = new MemoryFileSystem();
  await disk.makeFolder('/library');
  const fs = faultyFileSystem(disk);
  return { disk, fs, library: new LibraryFile(fs, '/library', null, 'here') };
}
const adding =
  (name: string) =>
  (data: LibraryData): LibraryData => ({ ...data, series: [...data.series, { id: idOf(name), name, entries: [] }] });
const namesIn = async (disk: MemoryFileSystem) =>
  (await new LibraryFile(disk, '/library', null, 'here').read()).series.map(({ name }) => name);

test('a library without a file is blank, and reading it writes nothing', async () => {
  const { fs, library } = await aLibrary();
  expect(await library.read()).toEqual({ series: [], settings: blankSettings, trash: {}, arriving: [] });
  expect(fs.calls).toEqual([]);
});

test('changes are made one after another, each to the newest, and are durable when acknowledged', async () => {
  const { disk, library } = await aLibrary();
  await Promise.all(['one', 'two', 'three'].map((name) => library.update(adding(name))));
  expect(await namesIn(disk.powerCut(() => 0))).toEqual(['one', 'two', 'three']);
});

test('a change that throws, or that makes no library, leaves everything as it was', async () => {
  const { disk, library } = await aLibrary();
  await library.update(adding('one'));
  await expect(
    library.update(() => {
      throw new RangeError('no');
    }),
  ).rejects.toThrow('no');
  await expect(library.update(() => ({ series: 'none' }) as unknown as LibraryData)).rejects.toThrow();
  await library.update(adding('two'));
  expect(await namesIn(disk)).toEqual(['one', 'two']);
});

test('whatever call of a change fails, the old or the new series are there and the next change works', async () => {
  for (let at = 1; at <= 12; at++) {
    const { disk, fs, library } = await aLibrary();
    await library.update(adding('one'));
    await library.update(adding('two'));
    fs.arm({ at, how: 'ENOSPC' });
    expect(await codeOf(library.update(adding('three')))).toBe('storage/full');
    const left = await namesIn(disk.powerCut(() => 0));
    expect([
      ['one', 'two'],
      ['one', 'two', 'three'],
    ]).toContainEqual(left);
    fs.arm(null);
    expect((await library.update(adding('four'))).series.map(({ name }) => name)).toEqual(['one', 'two', 'four']);
    expect(await namesIn(disk)).toEqual(['one', 'two', 'four']);
  }
});

test('a damaged library file, cut at any byte, is set aside and the version before is opened', async () => {
  const { disk, library } = await aLibrary();
  await library.update(adding('one'));
  await library.update(adding('two'));
  const text = await disk.read(FILE);
  for (let length = 0; length < text.length; length += 7) {
    const cut = disk.powerCut(() => 0);
    cut.put(FILE, text.subarray(0, length));
    const told: string[] = [];
    const again = new LibraryFile(cut, '/library', null, 'here');
    again.onSetAside = (name) => told.push(name);
    expect((await again.read()).series.map(({ name }) => name)).toEqual(['one']);
    expect(told).toEqual(['library.json.corrupt-1']);
    expect(Buffer.from(await cut.read(`${FILE}.corrupt-1`)).equals(Buffer.from(text.subarray(0, length)))).toBe(true);
    await again.update(adding('after'));
    expect(await namesIn(cut)).toEqual(['one', 'after']);
  }
});

test('a library whose copy is damaged too starts blank, with both set aside', async () => {
  const { disk, library } = await aLibrary();
  disk.put(FILE, 'null');
  disk.put(`${FILE}.bak`, '{}');
  expect((await library.read()).series).toEqual([]);
  expect((await disk.names('/library')).sort()).toEqual(['library.json.bak.corrupt-1', 'library.json.corrupt-1']);
});

test('a library of a newer Stet is neither read nor written over', async () => {
  const { disk, library } = await aLibrary();
  const text = JSON.stringify({ stet: { kind: 'library', schema: 99 }, data: {} });
  disk.put(FILE, text);
  expect(await codeOf(library.read())).toBe('library/newer');
  expect(await codeOf(library.update(adding('one')))).toBe('library/newer');
  expect(Buffer.from(await disk.read(FILE)).toString()).toBe(text);
});

const there = {
  article: idOf('harbour'),
  places: {},
  copies: {},
  panels: { library: true, inspector: false, focus: false, tab: 'story' },
};

test('the place of the writer is kept; a damaged file costs only the place', async () => {
  const { disk } = await aLibrary();
  await new SessionFile(disk, '/library', true).write(there);
  expect(await new SessionFile(disk, '/library', true).read()).toEqual(there);
  disk.put('/library/session.json', 'null');
  const again = new SessionFile(disk, '/library', true);
  expect((await again.read()).article).toBeNull();
  await again.write(there);
  expect(await new SessionFile(disk, '/library', true).read()).toEqual(there);
  expect(await disk.names('/library')).toContain('session.json.corrupt-1');
});

test('the session file of a newer Stet stays as it is', async () => {
  const { disk } = await aLibrary();
  const text = JSON.stringify({ stet: { kind: 'session', schema: 99 }, data: {} });
  disk.put('/library/session.json', text);
  const session = new SessionFile(disk, '/library', true);
  await session.write(there);
  expect(await session.read()).toEqual(there);
  expect(Buffer.from(await disk.read('/library/session.json')).toString()).toBe(text);
});

test('a library file that another program replaced is built upon, and what stood here is kept beside it', async () => {
  const { disk, library } = await aLibrary();
  await library.update(adding('one'));
  const theirs = await aLibrary();
  await theirs.library.update(adding('two'));
  disk.put(FILE, await theirs.disk.read(FILE));
  await library.update(adding('three'));
  const names = (data: { series: readonly { id: string }[] }) => data.series.map(({ id }) => id);
  const [two, three] = [names(await theirs.library.read()), names(await library.read())];
  expect(three).toEqual(expect.arrayContaining(two));
  expect(three).toHaveLength(2);
  const kept = (await disk.names('/library')).filter((name) => name.startsWith('library.json.kept-'));
  expect(kept).toHaveLength(1);
  // Touched, or taken away, it is still ours.
  disk.put(FILE, await disk.read(FILE));
  await library.update(adding('four'));
  await disk.unlink(FILE);
  await library.update(adding('five'));
  expect(await library.read()).toMatchObject({ series: { length: 4 } });
  expect((await disk.names('/library')).filter((name) => name.startsWith('library.json.kept-'))).toEqual(kept);
});

test('what arrives on another computer is known there: it is hidden while its file says so, and ours is kept', async () => {
  const { disk, library } = await aLibrary();
  await library.update(adding('one'));
  const there = new LibraryFile(disk, '/library', null, 'there');
  const [ours, theirs] = ['here', 'there'].map((by) => ({ ids: [idOf(by)], by, since: 0 }));
  if (!ours || !theirs) throw new Error('Two imports.');
  await library.update((data) => ({ ...data, arriving: [ours] }));
  await there.update((data) => ({ ...data, arriving: [...data.arriving, theirs] }));
  expect((await library.update((data) => data)).arriving).toEqual([ours, theirs]);
  await there.update((data) => ({ ...data, arriving: [] }));
  expect((await library.update((data) => data)).arriving).toEqual([ours]);
});

test('a change that changes nothing writes nothing', async () => {
  const { fs, library } = await aLibrary();
  await library.update(adding('one'));
  const before = fs.calls.length;
  await library.update((data) => data);
  expect(fs.calls).toHaveLength(before);
});

test('an older file says nothing of what is arriving: what has come since must not be hidden', async () => {
  const { disk, library } = await aLibrary();
  const arriving = [{ ids: [idOf('ice'), idOf('thaw')], by: 'here', since: 0 }];
  await library.update((data) => ({ ...data, arriving }));
  const during = await disk.read(FILE);
  await library.update((data) => adding('diary')({ ...data, arriving: [] }));

  // Another program puts the file back that it saw during the import.
  const other = disk.powerCut(() => 0);
  const there = new LibraryFile(other, '/library', null, 'here');
  await there.read();
  other.put(FILE, during);
  expect((await there.update(adding('one'))).arriving).toEqual([]);

  // The file is damaged, and the copy beside it is from during the import.
  disk.put(FILE, '{');
  expect((await new LibraryFile(disk, '/library', null, 'here').read()).arriving).toEqual([]);
});
