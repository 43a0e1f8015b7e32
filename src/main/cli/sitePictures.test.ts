import { readdir, rename, rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '../../core/article/fields';
import { png } from '../../core/pictures/testing/files';
import type { Site } from '../../core/sites/site';
import type { SiteReport } from '../../core/rpc/siteMethods';
import { CommandLine } from './testing/commandLine';

let line: CommandLine;
let id: string;
beforeEach(async () => {
  line = await CommandLine.begin();
  await line.put('quay.png', png());
  id = await line.imported('ice.md', '# Ice\n\nThin.\n\n![](quay.png "The quay at noon")\n');
  await change({ status: 'published' }, { format: 'markdown' });
});
afterEach(() => line.end());

/** Changes the article, and the site, which is made where it is not there. */
async function change(fields: Partial<Fields>, site: Partial<Site> = {}) {
  const { handlers, close } = await line.open('cli');
  const { revision, doc } = await handlers['articles.open']({ id });
  await handlers['articles.save']({ id, baseRevision: revision, changes: { fields, splices: [], length: doc.content.length } });
  if ((await handlers['sites.list'](null)).length === 0) await handlers['sites.make']({ name: 'Coast', language: 'en' });
  const { sites } = await handlers['settings.get'](null);
  await handlers['settings.put']({ sites: sites.map((one) => ({ ...one, ...site })) });
  await close();
}
async function exported() {
  const { exit, out, err } = await line.stet('site export Coast --out site --json');
  expect([exit, err]).toEqual([0, expect.any(String)]);
  return { ...(JSON.parse(out) as SiteReport), err };
}
const losePictures = async () => {
  for (const name of await readdir(line.at('Library/assets'))) await rm(line.at('Library/assets', name));
};

test('a picture that was never written and is gone is left out and named, and its words stand', async () => {
  await losePictures();
  expect(await exported()).toMatchObject({
    written: ['ice.md', 'index.md'],
    lost: [{ name: 'ice.md', lost: ['1 picture whose file is gone'] }],
  });
  expect(await line.text('site/ice.md')).toContain('The quay at noon');
  expect(await exported()).toMatchObject({ written: [], removed: [] });
});

test('one that the site still has stays on its page, also where the page moves, and it is said that this is the only copy', async () => {
  await exported();
  await losePictures();
  const only = (path: string) => [{ path, why: 'only' }];
  const again = await exported();
  expect(again).toMatchObject({ written: [], removed: [], kept: only('ice-1.png'), lost: [] });
  expect(again.err).toContain('left as it is: ice-1.png (a picture that the library has lost: this is its only copy)');
  await change({ section: ['North'] });
  expect(await exported()).toMatchObject({ removed: ['ice-1.png', 'ice.md'], kept: only('north/ice-1.png'), lost: [] });
  expect(await line.text('site/north/ice.md')).toContain('![](ice-1.png');
  await change({}, { format: 'html', embed: true });
  await exported();
  expect(await line.text('site/north/ice.html')).toContain('src="data:image/png;base64,');
});

test('the only copy of a picture of an article that leaves the site stays; of one that is not lost it goes', async () => {
  await exported();
  await rename(line.at('Library/assets'), line.at('elsewhere'));
  await change({ status: 'draft' });
  expect(await exported()).toMatchObject({ removed: ['ice.md'], kept: [{ path: 'ice-1.png', why: 'only' }] });
  expect(await exported()).toMatchObject({ written: [], removed: [], kept: [{ path: 'ice-1.png', why: 'only' }] });
  await rename(line.at('elsewhere'), line.at('Library/assets'));
  expect(await exported()).toMatchObject({ removed: ['ice-1.png'], kept: [] });
});
