import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { a, abbr, article, box, code, figure, li, p, pull, quote, table, to, tt, u, ul } from '../core/document/testing/builders';
import { importerFor } from '../core/formats/registry';
import { png } from '../core/pictures/testing/files';
import type { Site } from '../core/sites/site';
import { createNodePlaces } from './places';
import { createServices } from './services/createServices';
import { createPreviews } from './services/previews';
import { createSiteFolders } from './siteFolders';
import { openLibrary } from './storage/openLibrary';
import { systemIds } from './systemPorts';

const run = promisify(execFile);
const version = await run('hugo', ['version']).then(
  ({ stdout }) => stdout.trim(),
  () => null,
);
if (version === null) process.stderr.write('Skipped: no hugo on this machine, so no site was built from an export.\n');

const site: Site = {
  key: 'k'.repeat(26),
  name: 'Coast News',
  format: 'hugo',
  language: 'en',
  what: { kind: 'all' },
  folders: [],
  bundles: false,
  embed: false,
  index: true,
};
const never = () => Promise.reject(new Error('not in this test'));
const noon = Date.parse('2026-03-01T12:00:00Z');

/** Everything that a site can hold, exported by Stet and built by the real Hugo as its defaults are. */
describe.skipIf(version === null)('a site that Hugo builds from an export', () => {
  let root: string;
  let built: string;
  const page = (path: string) => readFile(join(built, path, 'index.html'), 'utf8');

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'stet-hugo-'));
    await cp(fileURLToPath(new URL('fixtures/hugo', import.meta.url)), root, { recursive: true });
    await mkdir(join(root, 'content'));
    built = join(root, 'public');
    const files = await openLibrary(join(root, 'library'));
    const places = createNodePlaces();
    const stet = createServices({
      ...files,
      info: { host: 'cli', version: '0', platform: 'linux', nativeDialogs: false, library: { label: 'L', readOnly: null } },
      clock: { now: () => noon },
      ids: systemIds,
      computer: 'here',
      places,
      sites: createSiteFolders(places, join(root, 'library')),
      parser: {
        parse: ({ text, name, format, ...context }) =>
          Promise.resolve(importerFor(text, name, format).read(text, { ...context, name })),
      },
      examiner: { examine: never },
      opener: { open: never },
      previews: createPreviews(systemIds),
      printer: { print: never },
    });
    const { handlers: call } = stet;
    const add = async (...[head, ...body]: Parameters<typeof article>) =>
      (
        await call['articles.create']({
          doc: article({ status: 'published', publishedAt: '2026-02-28T08:00:00Z', ...head }, ...body),
        })
      ).id;
    try {
      const { asset, width, height } = await files.assets.put(png());
      const snow = await add({ headline: 'Snow: the winter so far', section: ['News'] }, p('It snowed.'));
      const thaw = await add({ headline: 'Thaw', section: ['Sea'] }, p('It thaws.'));
      const ice = await add(
        {
          headline: 'Ice “holds”, says master -- for now...',
          kicker: 'Harbour',
          standfirst: p('The coldest week in years').content ?? [],
          section: ['News'],
          byline: [{ name: 'Ada Berg', role: 'reporter', url: null }],
        },
        p('See ', to(thaw, 'the thaw'), ', "straight" marks and ', a('https://example.org/notice', 'the notice'), '.'),
        quote(
          { speaker: 'Ana Reis', role: 'harbour master', saidOn: '2026-02-27' },
          'Nobody sails -- "not one boat"...',
          'We wait.',
        ),
        pull('Ana Reis', 'Nobody sails.'),
        box('In figures', p('Seven days.'), ul(li(p('no ferries')))),
        table(['Port', 'Days'], ['Quay', '7']),
        figure(asset, { alt: 'Ice in the harbour', caption: 'Thin ice.', credit: 'Ada Berg', width, height }),
        p('An ', abbr('Estimated Time of Arrival', 'ETA'), ' and ', u('a line'), ', ', ...tt('{{< ref "x" >}}'), '.'),
        code('{{% include "y" %}}'),
      );
      const { revision } = await call['articles.open']({ id: ice });
      await add(
        { headline: 'La glace tient', language: 'fr', section: ['Nouvelles'], translationOf: { article: ice, revision } },
        p('Il gèle.'),
      );
      const held = await add(
        {
          headline: 'CANARY embargo',
          section: ['News'],
          publishedAt: null,
          embargo: { instant: '2999-01-01T06:00:00Z', zone: 'UTC' },
        },
        p('Not yet.'),
      );
      await add({ headline: 'CANARY draft', section: ['News'], status: 'draft' }, p('Not at all.'));
      await call['series.link']({ id: snow, side: 'next', target: { article: ice }, when: 'ask' });
      await call['series.link']({ id: ice, side: 'next', target: { article: thaw }, when: 'ask' });
      const [series] = await call['series.list'](null);
      await call['series.rename']({ series: series?.id ?? '', name: 'Winter' });
      await call['settings.put']({ sites: [site] });
      await call['sites.place']({ key: site.key, folder: places.handleFor(join(root, 'content')).handle });
      await call['sites.export']({ key: site.key, dryRun: false, replace: false, embargoed: [held] });
    } finally {
      await stet.flush();
      await files.close();
    }
    await run('hugo', ['--source', root, '--destination', built, '--quiet']);
  }, 120_000);
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('the quotation and its attribution stand there, letter by letter', async () => {
    const text = (await page('news/ice-holds-says-master-for-now')).replaceAll('&quot;', '"');
    expect(text).toMatch(
      /<blockquote>\s*<p>Nobody sails -- "not one boat"\.\.\.<\/p>\s*<p>We wait\.<\/p>\s*<p>— Ana Reis, harbour master, 2026-02-27<\/p>/u,
    );
    expect(text).toContain('<h1>Ice “holds”, says master -- for now...</h1>');
    expect(text).toContain('"straight" marks');
    expect(text).toContain('<p class="standfirst">The coldest week in years</p>');
    expect(text).toContain('<p class="byline">Ada Berg, reporter</p>');
  });

  test('both neighbours are linked', async () => {
    const text = await page('news/ice-holds-says-master-for-now');
    expect(text).toContain('<a rel="prev" href="../snow-the-winter-so-far/">Snow: the winter so far</a>');
    expect(text).toContain('<a rel="next" href="../../sea/thaw/">Thaw</a>');
  });

  test('both languages are there, and each names the other', async () => {
    const french = await page('fr/news/ice-holds-says-master-for-now');
    expect(french).toContain('Il gèle.');
    expect(french).toContain('hreflang="en" href="/news/ice-holds-says-master-for-now/"');
    expect(await page('news/ice-holds-says-master-for-now')).toContain('hreflang="fr"');
  });

  test('every other block stands there with its words, and code is shown, not carried out', async () => {
    const text = (await page('news/ice-holds-says-master-for-now')).replace(/&ldquo;|&quot;|&#34;/gu, '"');
    for (const words of ['In figures', 'Seven days.', '<li>no ferries</li>', '<td>Quay</td>', 'ETA', 'a line'])
      expect(text).toContain(words);
    expect(text).toContain('{{&lt; ref "x" &gt;}}');
    expect(text).toContain('{{% include "y" %}}');
  });

  test('every link within the site, and every picture, leads to a file', async () => {
    const pages = (await readdir(built, { recursive: true })).filter((name) => name.endsWith('index.html'));
    expect(pages.length).toBeGreaterThan(6);
    let looked = 0;
    for (const name of pages) {
      const text = await readFile(join(built, name), 'utf8');
      for (const [, address = ''] of text.matchAll(/(?:href|src)="(?!https?:)([^"]*)"/gu)) {
        const target = address.startsWith('/') ? join(built, address) : join(built, dirname(name), address);
        expect((await stat(target.endsWith('/') ? join(target, 'index.html') : target)).isFile(), `${name} → ${address}`).toBe(
          true,
        );
        looked++;
      }
    }
    expect(looked).toBeGreaterThanOrEqual(12);
  });

  test('Hugo keeps the page under embargo back by itself; a draft never came there', async () => {
    const all = await Promise.all(
      (await readdir(built, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')),
    );
    expect(all.join('\n')).not.toMatch(/canary/iu);
    expect((await readdir(join(root, 'content/news'))).join(' ')).toContain('canary-embargo');
  });
});
