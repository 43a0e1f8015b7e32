import { describe, expect, test } from 'vitest';
import { p, to } from '../../core/document/testing/builders';
import { png } from '../../core/pictures/testing/files';
import { bytes, nothing, take, taken, text, told } from './testing/batches';
import { memoryServices } from './testing/memoryPorts';

describe('a folder', () => {
  test('every text becomes an article, and every file is answered for', async () => {
    const host = memoryServices();
    const report = await taken(
      host,
      text(
        'site/ice.md',
        '---\ntitle: Ice\nseries: Winter\nnext:\n  title: Thaw\n  url: thaw.html\n---\n\nIt [holds](thaw.html), see [this](gone.html).\n',
      ),
      text('site/thaw.html', '<title>x</title><article><h1>Thaw</h1><p>It is over.</p></article>'),
      text('site/empty.txt', ' \n'),
      text('site/style.css', 'p {}'),
      text('site/.DS_Store', 'x'),
      bytes('site/quay.png', png()),
    );
    expect(report.taken.map(({ file, headline }) => [file, headline])).toEqual([
      ['site/ice.md', 'Ice'],
      ['site/thaw.html', 'Thaw'],
    ]);
    expect(report.left).toEqual([
      { file: 'site/empty.txt', why: 'There is nothing in this file.', failed: true },
      { file: '.css', why: 'One file that holds no article.' },
      { file: 'site/quay.png', why: 'No article shows this picture.' },
    ]);
    expect(await told(host)).toEqual(['Winter: Ice Thaw']);
    const [ice, thaw] = report.taken;
    const { doc } = await host.call['articles.open']({ id: ice?.id ?? '' });
    expect(doc.content[3]).toEqual(p('It ', to(thaw?.id ?? '', 'holds'), ', see this.'));
    expect(ice?.leftOut.map(({ text: words }) => words)).toEqual(['gone.html']);
  });

  test('a page bundle takes its name from its folder, and its pictures with it', async () => {
    const host = memoryServices();
    const report = await taken(
      host,
      text('content/north/ice-road/index.md', '# Ice road\n\n![The quay](images/quay.png "Quay | Ada")\n\nIt holds.\n'),
      bytes('content/north/ice-road/images/quay.png', png()),
      text('content/north/_index.md', '---\ntitle: North\n---\n'),
    );
    const { doc } = await host.call['articles.open']({ id: report.taken[0]?.id ?? '' });
    expect(doc.attrs.slug).toBe('ice-road');
    expect(doc.content[3]).toMatchObject({ type: 'figure', attrs: { caption: 'Quay', credit: 'Ada', width: 48, height: 32 } });
    expect(report.left.map(({ file }) => file)).toEqual(['content/north/_index.md']);
  });

  test('posts of Jekyll have their day from their names', async () => {
    const host = memoryServices();
    const report = await taken(host, text('_posts/2026-02-03-ice-road.md', '# Ice road\n\nIt holds.\n'));
    const { doc } = await host.call['articles.open']({ id: report.taken[0]?.id ?? '' });
    expect([doc.attrs.slug, doc.attrs.publishedAt]).toEqual(['ice-road', '2026-02-03T00:00:00Z']);
  });

  test('two languages of one article are joined', async () => {
    const host = memoryServices();
    const report = await taken(
      host,
      text('ice.md', '---\ntitle: Ice\nlanguage: en\n---\n\nIt holds.\n'),
      text('ice.de.md', '---\ntitle: Eis\nlanguage: de\n---\n\nEs hält.\n'),
      text('ice.old.md', '---\ntitle: Ice, old\nlanguage: en\n---\n\nIt held.\n'),
    );
    const ids = new Map(report.taken.map(({ headline, id }) => [headline, id]));
    const open = async (headline: string) => (await host.call['articles.open']({ id: ids.get(headline) ?? '' })).doc.attrs;
    expect((await open('Eis')).translationOf).toEqual({ article: ids.get('Ice'), revision: 1 });
    expect((await open('Ice, old')).translationOf).toBeNull();
  });

  test('pictures named from the root of the site, or above the text, come along; what lies outside is named', async () => {
    const host = memoryServices();
    const report = await taken(
      host,
      text('site/hugo.toml', 'title = "x"'),
      text(
        'site/content/ice.md',
        '---\ntitle: Ice\nimage: /images/quay.png\n---\n\n![Far](../../../../quay.png "Out")\n\nCold.\n',
      ),
      text(
        'site/content/en/thaw.html',
        '<article><h1>Thaw</h1><p><img alt="The quay" src="../../static/images/quay.png?v=2"></p><p>Over.</p><p><img alt="" src="/gone.png"></p></article>',
      ),
      bytes('site/static/images/quay.png', png()),
      bytes('quay.png', png()),
    );
    const open = async (title: string) =>
      (await host.call['articles.open']({ id: report.taken.find(({ headline }) => headline === title)?.id ?? '' })).doc;
    expect((await open('Ice')).attrs.leadImage).toMatchObject({ width: 48 });
    expect((await open('Thaw')).content[3]).toMatchObject({ type: 'figure', attrs: { alt: 'The quay', height: 32 } });
    const said = report.taken.flatMap(({ leftOut }) => leftOut.map(({ text: words, why }) => [words, why.split(';')[0]]));
    expect(said).toEqual([
      ['/gone.png', 'a picture whose file did not come with the page'],
      ['Far', 'a picture outside of what was chosen, where Stet does not look'],
    ]);
  });

  test('pages that name one another in other languages are joined; one that did not come along is named', async () => {
    const host = memoryServices();
    const page = (title: string, language: string) =>
      `<html lang="${language}"><link rel="alternate" hreflang="en" href="/en/ice.html"><link rel="alternate" hreflang="fr" href="../fr/glace.html"><link rel="alternate" hreflang="nl" href="../nl/ijs.html"><article><h1>${title}</h1><p>${title}.</p></article>`;
    const report = await taken(
      host,
      text('site/en/ice.html', page('Ice', 'en')),
      text('site/fr/glace.html', page('Glace', 'fr')),
    );
    const [ice, glace] = report.taken;
    expect((await host.call['articles.open']({ id: glace?.id ?? '' })).doc.attrs.translationOf).toEqual({
      article: ice?.id,
      revision: 1,
    });
    expect(glace?.changes).toEqual(['Linked as the translation of “Ice”.']);
    expect(report.taken.map(({ leftOut }) => leftOut)).toEqual(
      Array(2).fill([{ line: null, text: 'nl', why: 'translations that are not in this import' }]),
    );
  });

  test('what is there already, word for word, is not taken twice', async () => {
    const host = memoryServices();
    const files = [
      text('a.md', '---\ntitle: A\nnext:\n  title: B\n  url: b.md\n---\n\nOne, see [it](b.md).\n'),
      text('b.md', '# B\n\nTwo.\n'),
    ];
    await taken(host, ...files);
    const again = await taken(host, ...files);
    expect(again.taken).toEqual([]);
    expect(again.left.map(({ why }) => why)).toEqual(Array(2).fill('It is in the library already, word for word.'));
    expect(await told(host)).toEqual(['-: A B']);
  });

  test('a later part goes on the series that is there', async () => {
    const host = memoryServices();
    await taken(
      host,
      text('a.md', '---\ntitle: A\nseries: Ice\n---\n\nOne.\n'),
      text('b.md', '---\ntitle: B\nseries: Ice\nprevious:\n  title: A\n  url: a.md\n---\n\nTwo.\n'),
    );
    await taken(host, text('c.md', '---\ntitle: C\nseries: Ice\nprevious:\n  title: B\n  url: b.md\n---\n\nThree.\n'));
    expect(await told(host)).toEqual(['Ice: A B C']);
  });

  test('a dry run reports the same and keeps nothing', async () => {
    const host = memoryServices();
    const report = await take(host, [text('a.md', '# A\n\n![x](x.png)\n'), bytes('x.png', png())], { dryRun: true });
    expect(report?.taken).toMatchObject([{ headline: 'A', leftOut: [] }]);
    await nothing(host);
  });
});
