import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readManifest, writeManifest, type Files, type ManifestEntry } from './manifest';
import { filesAfter, filesDuring, planFiles } from './planFiles';

const hash = (sign: string) => sign.repeat(64);
const names = fc.constantFrom('a.md', 'b/a.md', 'b/c.md', 'd.jpg');
const hashes = fc.constantFrom(hash('0'), hash('1'), hash('2'));
const folders = fc.array(fc.tuple(names, hashes), { maxLength: 5 }).map((list) => new Map<string, string>(list));
const entriesOf = (files: ReadonlyMap<string, string>): Files => new Map([...files].map(([path, sha256]) => [path, { sha256 }]));

/** What a folder holds once a plan is carried out, up to `steps` of its steps. */
function carriedOut(
  there: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
  plan: ReturnType<typeof planFiles>,
  steps = Infinity,
) {
  const disk = new Map(there);
  const work = [
    ...plan.write.map((path) => () => disk.set(path, wanted.get(path) ?? '')),
    ...plan.remove.map((path) => () => disk.delete(path)),
  ];
  for (const step of work.slice(0, steps)) step();
  return disk;
}

test('only a file with the bytes that Stet wrote is ever replaced or removed', () => {
  fc.assert(
    fc.property(folders, folders, folders, (wanted, written, there) => {
      const plan = planFiles(wanted, entriesOf(written), there, false);
      const after = carriedOut(there, wanted, plan);
      for (const [path, bytes] of there) if (after.get(path) !== bytes) expect(written.get(path)).toBe(bytes);
      for (const path of plan.remove) expect(wanted.has(path)).toBe(false);
    }),
  );
});

test('a second export of the same changes nothing, and keeps back the same', () => {
  fc.assert(
    fc.property(folders, folders, folders, fc.boolean(), (wanted, written, there, replace) => {
      const entries = entriesOf(wanted) as Map<string, ManifestEntry>;
      const first = planFiles(wanted, entriesOf(written), there, replace);
      const files = filesAfter(first, entries, entriesOf(written));
      const disk = carriedOut(there, wanted, first);
      const second = planFiles(wanted, files, disk, false);
      expect([second.write, second.remove]).toEqual([[], []]);
      expect(filesAfter(second, entries, files)).toEqual(files);
      const wantedKept = (plan: typeof first) => plan.kept.filter(({ path }) => wanted.has(path));
      expect(wantedKept(second)).toEqual(wantedKept(first));
    }),
  );
});

test('cut off after any step, the next export finishes and takes nothing for somebody else’s', () => {
  fc.assert(
    fc.property(folders, folders, fc.nat({ max: 6 }), folders, (wanted, written, steps, later) => {
      const entries = entriesOf(wanted) as Map<string, ManifestEntry>;
      const plan = planFiles(wanted, entriesOf(written), written, false);
      const during = filesDuring(plan, entries, entriesOf(written), written);
      const disk = carriedOut(written, wanted, plan, steps);
      expect(planFiles(later, during, disk, false).kept).toEqual([]);
    }),
  );
});

const site = hash('f');
test('a manifest is read as it was written, and the same files give the same bytes whatever their order', () => {
  const files: Files = new Map([
    ['news/ice.md', { sha256: hash('1'), was: hash('2'), page: '0'.repeat(32), day: '2026-03-01', embargoed: true }],
    ['a.jpg', { sha256: hash('3') }],
  ]);
  const text = writeManifest(site, files);
  expect(readManifest(text, site)).toEqual(new Map([...files].reverse()));
  expect(writeManifest(site, new Map([...files].reverse()))).toBe(text);
});

test.each([
  ['damaged', '{'],
  ['of a newer Stet', JSON.stringify({ stet: 'site', version: 2, site, files: {} })],
  ['leading out of the folder', JSON.stringify({ stet: 'site', version: 1, site, files: { '../a.md': { sha256: hash('1') } } })],
  ['naming a hidden file', JSON.stringify({ stet: 'site', version: 1, site, files: { '.git/config': { sha256: hash('1') } } })],
])('a manifest that is %s stops the export', (_how, text) =>
  expect(() => readManifest(text, site)).toThrow(expect.objectContaining({ code: 'sites/manifest' })),
);

test('two sites never share a folder', () =>
  expect(() => readManifest(writeManifest(hash('e'), new Map()), site)).toThrow(
    expect.objectContaining({ code: 'sites/taken' }),
  ));
