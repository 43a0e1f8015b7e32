import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, wayTo, type Listed } from './arrange';
import { siteFormats, type Site } from './site';

const site = (more: Partial<Site> = {}): Site => ({
  key: 'k'.repeat(26),
  name: 'Coast News',
  format: 'hugo',
  language: 'en-GB',
  what: { kind: 'all' },
  folders: [],
  bundles: false,
  embed: false,
  index: true,
  ...more,
});
const listed = (id: string, more: Partial<Listed> = {}): Listed => ({
  id,
  slug: id,
  headline: id,
  section: ['News'],
  language: 'en',
  original: null,
  day: '2026-03-01',
  pictures: false,
  ...more,
});
const paths = (of: Site, ...articles: Listed[]) => [...arrange(of, articles).values()].map(({ path }) => path);

describe('where a page stands', () => {
  test('a translation stands beside its original, under one name', () => {
    const pages = arrange(site(), [
      listed('glace', { language: 'fr', original: 'ice' }),
      listed('ice', { section: ['Sea'] }),
      listed('loner', { language: 'de' }),
    ]);
    expect([...pages.values()].map(({ path, address, translationKey }) => ({ path, address, translationKey }))).toEqual([
      { path: 'sea/ice.md', address: 'sea/ice/', translationKey: 'sea/ice' },
      { path: 'sea/ice.fr.md', address: 'fr/sea/ice/', translationKey: 'sea/ice' },
      { path: 'news/loner.de.md', address: 'de/news/loner/', translationKey: null },
    ]);
  });

  test('two translations into one language do not share a name', () =>
    expect(
      paths(
        site(),
        listed('ice'),
        listed('pt', { language: 'pt-BR', original: 'ice' }),
        listed('pt-2', { language: 'pt-PT', original: 'ice' }),
        listed('pt-3', { language: 'pt-PT', original: 'ice' }),
      ),
    ).toEqual(['news/ice.md', 'news/ice.pt.md', 'news/ice.pt-pt.md', 'news/pt-3.pt.md']));

  test('articles that translate one another in a circle each stand alone', () =>
    expect(paths(site(), listed('a', { original: 'b' }), listed('b', { original: 'a' }))).toEqual(['news/a.md', 'news/b.md']));

  test('a page with pictures is a bundle for Hugo; with bundles every page is', () => {
    expect(paths(site(), listed('ice', { pictures: true }), listed('sea'))).toEqual(['news/ice/index.md', 'news/sea.md']);
    expect(paths(site({ bundles: true }), listed('ice', { language: 'fr' }))).toEqual(['news/ice/index.fr.md']);
  });

  test('a post of Jekyll has its day in its name and its address from its section', () => {
    const [page] = arrange(site({ format: 'jekyll' }), [listed('ice')]).values();
    expect(page).toMatchObject({ path: '_posts/2026-03-01-ice.md', address: 'news/ice/', pictures: { folder: 'news/ice' } });
  });

  test('a section goes where the site says, else into a folder of its name', () => {
    const here = site({ format: 'html', folders: [{ section: 'World News', folder: 'en/world' }] });
    expect(
      paths(
        here,
        listed('a', { section: ['world news', 'Asia'] }),
        listed('b', { section: ['Kultur & Öl'] }),
        listed('c', { section: [] }),
      ),
    ).toEqual(['en/world/a.html', 'kultur-ol/b.html', 'c.html']);
  });

  test('no article takes the name of the page that lists the others', () =>
    expect(paths(site({ format: 'html' }), listed('index', { section: [] }))).toEqual(['index-2.html']));
});

const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record<Listed>({
        id: fc.constant(id),
        slug: fc.constantFrom('', 'ice', 'ice-fr', 'ice-2', 'sea', 'index'),
        headline: fc.constantFrom('Ice', 'ICE', 'Öl', ''),
        section: fc.constantFrom([], ['News'], ['news'], ['Sea', 'Deep']),
        language: fc.constantFrom('en', 'en-GB', 'fr', 'fr-CA', 'pt-BR'),
        original: fc.constantFrom(null, 'a', 'b', 'c', 'gone'),
        day: fc.constantFrom('2026-03-01', '2026-03-02'),
        pictures: fc.boolean(),
      }),
    ),
  ),
);

test.each(siteFormats)('%s: every article has one place, no two share a path, an address or a picture’s name', (format) => {
  fc.assert(
    fc.property(some, fc.boolean(), (articles, bundles) => {
      const pages = [...arrange(site({ format, bundles }), articles).values()];
      expect(pages.map(({ article }) => article).sort()).toEqual(articles.map(({ id }) => id).sort());
      for (const of of [
        ({ path }: (typeof pages)[number]) => path,
        ({ address }: (typeof pages)[number]) => address,
        ({ pictures }: (typeof pages)[number]) => `${pictures.folder}/${pictures.stem}`,
      ])
        expect(new Set(pages.map((page) => of(page).toLowerCase())).size).toBe(pages.length);
    }),
    { numRuns: 500 },
  );
});

test('the way from one page to another leads there, whatever lies between', () => {
  const step = fc.constantFrom('a', 'b', 'news');
  const address = fc
    .tuple(fc.array(step, { maxLength: 3 }), fc.constantFrom('', 'x.html'))
    .map(([way, file]) => [...way, file].join('/'));
  fc.assert(
    fc.property(address, address, (from, to) => {
      const root = 'https://site.example/';
      expect(new URL(wayTo(from, to), root + from).href).toBe(root + to);
    }),
  );
});
