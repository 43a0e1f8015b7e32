import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesOf } from './unzip';

const words = async (bytes: Uint8Array) =>
  Promise.all(
    entriesOf(bytes, 1000).entries.map(async ({ path, read }) => [path, new TextDecoder().decode(await read())] as const),
  );

test('gives what was packed, in whatever order it is asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8})?\.md$/u), fc.string({ maxLength: 300 }), { maxKeys: 20 }),
      async (files) => {
        const packed = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
        const { entries, refused } = entriesOf(packed, 1000);
        expect(refused).toEqual([]);
        for (const { path, read } of entries.toReversed()) expect(new TextDecoder().decode(await read())).toBe(files[path]);
        expect(entries.map(({ path }) => path).sort()).toEqual(Object.keys(files).sort());
      },
    ),
  );
});

describe('a zip that means harm', () => {
  test.each(['../out.md', 'a/../../out.md', '/etc/out.md', 'C:/out.md', '..\\out.md'])('%s leads out and is left', (name) => {
    const { entries, refused } = entriesOf(zipSync({ [name]: strToU8('x'), 'in.md': strToU8('y') }), 10);
    expect(entries.map(({ path }) => path)).toEqual(['in.md']);
    expect(refused).toMatchObject([{ why: 'its path leads out of the zip' }]);
  });

  test('a link to another place is left: what is in it is only a path', () => {
    const link = [strToU8('../../etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] as const;
    const file = [strToU8('y'), { os: 3, attrs: (0o100644 << 16) >>> 0 }] as const;
    const { entries, refused } = entriesOf(zipSync({ 'link.md': [...link], 'in.md': [...file] }), 10);
    expect(entries.map(({ path }) => path)).toEqual(['in.md']);
    expect(refused).toEqual([{ path: 'link.md', why: 'it is a link to another place' }]);
  });

  test('what unpacks to far more than any text is never unpacked', () => {
    const { entries, refused } = entriesOf(zipSync({ 'bomb.md': new Uint8Array(30_000_000), 'in.md': strToU8('y') }), 10);
    expect(entries.map(({ path }) => path)).toEqual(['in.md']);
    expect(refused).toMatchObject([{ path: 'bomb.md' }]);
  });

  test('an entry that lies about its length is refused', async () => {
    const packed = zipSync({ 'a.md': strToU8('word '.repeat(1000)) });
    // The size in the table of contents (APPNOTE 4.3.12), which comes after the local header.
    const table = packed.findLastIndex((_byte, at) => packed[at] === 0x50 && packed[at + 1] === 0x4b && packed[at + 2] === 1);
    new DataView(packed.buffer, packed.byteOffset).setUint32(table + 24, 9000, true);
    await expect(entriesOf(packed, 10).entries[0]?.read()).rejects.toMatchObject({ code: 'import/unreadable' });
  });

  test('more files than are looked at', () => {
    const packed = zipSync(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.md`, strToU8('x')])));
    expect(() => entriesOf(packed, 10)).toThrow(expect.objectContaining({ code: 'import/too-large' }));
  });

  test('no zip at all, or one cut short', async () => {
    for (const bytes of [
      strToU8('no zip at all, only words that are long enough'),
      zipSync({ 'a.md': strToU8('x'.repeat(500)) }).subarray(0, 40),
    ])
      expect(() => entriesOf(bytes, 10)).toThrow(expect.objectContaining({ code: 'import/unreadable' }));
  });

  test('a single letter that was changed on a bad disk is noticed', async () => {
    const packed = zipSync({ 'a.md': strToU8('The road holds.') }, { level: 0 });
    packed[packed.findIndex((_byte, at) => new TextDecoder().decode(packed.subarray(at, at + 5)) === 'holds')] = 0x66;
    await expect(entriesOf(packed, 10).entries[0]?.read()).rejects.toMatchObject({ code: 'import/unreadable' });
  });

  test('one damaged entry does not spoil the others', async () => {
    const text = Array.from({ length: 500 }, (_, at) => `word${(at * 7919) % 613}`).join(' ');
    const packed = zipSync({ 'bad.md': strToU8(text), 'good.md': strToU8(text) });
    packed.fill(0xff, 60, 300);
    const { entries } = entriesOf(packed, 10);
    await expect(entries[0]?.read()).rejects.toMatchObject({ code: 'import/unreadable' });
    expect(new TextDecoder().decode(await entries[1]?.read())).toBe(text);
  });
});

test('folders are no files', async () => {
  expect(await words(zipSync({ 'a/': new Uint8Array(), 'a/b.md': strToU8('x') }))).toEqual([['a/b.md', 'x']]);
});
