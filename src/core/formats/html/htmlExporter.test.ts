import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { publicView, type PublicView } from '../../document/publicView';
import { articles, neighbours } from '../../document/testing/arbitrary';
import { a, article, p, quote, related } from '../../document/testing/builders';
import type { BlockJson } from '../../document/json';
import { htmlExporter } from './htmlExporter';
import { beside, iceRoad } from './testing/sample';

const page = (view: PublicView) => htmlExporter.write(view, { whole: true });
const fragment = (view: PublicView) => htmlExporter.write(view, { whole: false });

const standard = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  // `<!doctype html>`, addresses inside one line and a page's length are matters of style.
  rules: {
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'no-inline-style': 'error',
    'require-sri': 'off',
  },
});
const faults = async (html: string) =>
  (await standard.validateString(html)).results.flatMap(({ messages }) =>
    messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`),
  );

test('a whole page and a fragment look like this', async () => {
  await expect(page(publicView(iceRoad, beside))).toMatchFileSnapshot('fixtures/ice-road.html');
  await expect(fragment(publicView(iceRoad, beside))).toMatchFileSnapshot('fixtures/ice-road.fragment.html');
});

test('a page is valid and passes the rules of accessibility', async () => {
  expect(await faults(page(publicView(iceRoad, beside)))).toEqual([]);
});

test('a page written from right to left says so, and has its own words marked as English', async () => {
  const html = page(
    publicView(article({ headline: 'الطريق الجليدي', language: 'ar', publishedAt: '2026-02-03T09:30:00Z' }, p('فتح الطريق.'))),
  );
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('<span lang="en" dir="ltr">Published</span>');
  expect(await faults(html)).toEqual([]);
});

test('whatever the words are, they stay words: no element, attribute or comment comes of them', async () => {
  const known = new Set(
    'html head meta title link img script style body main article section nav ol ul li header p h1 h2 h3 span a time footer figure blockquote figcaption cite aside table caption thead tbody tr th td pre code hr br strong em u s abbr'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(articles, neighbours, (doc, series) => {
      const html = page(publicView(doc, series));
      // Everything outside tags is escaped, so what looks like a tag is one.
      const markup = html
        .replace(/<script type="application\/ld\+json">[^<]*<\/script>|<style>[^<]*<\/style>/gu, '')
        .replace('<!doctype html>', '');
      const tags = [...markup.matchAll(/<\/?([^\s>]*)((?:\s[a-z-]+="[^"]*")*)>/gu)];
      expect(markup.split('<').length - 1).toBe(tags.length);
      for (const [, name, attributes] of tags) {
        expect(known.has(name!), name).toBe(true);
        for (const [, attribute] of attributes!.matchAll(/\s([a-z-]+)="/gu))
          expect(attribute).not.toMatch(/^on|^data-|^style$|^id$/u);
      }
    }),
  );
});

test('the data block is JSON that ends no script', () => {
  fc.assert(
    fc.property(articles, neighbours, (doc, series) => {
      const html = page(publicView(doc, series));
      const data = /<script type="application\/ld\+json">\n(.*?)\n<\/script>/su.exec(html)?.[1] ?? '';
      expect(data).not.toMatch(/[<>]/u);
      const graph = (JSON.parse(data) as { '@graph': Record<string, unknown>[] })['@graph'];
      expect(graph[0]?.['@type']).toBe('NewsArticle');
      for (const value of Object.values(graph[0] ?? {}))
        expect(value === null || value === '' || (Array.isArray(value) && value.length === 0)).toBe(false);
    }),
  );
});

test('nothing private is written', () => {
  const html = page(publicView(iceRoad, beside));
  expect(html).not.toMatch(/PRIVATE|asked not to be named|data-| id=/u);
});

test('an address that should never have got in does not get out', () => {
  for (const url of [
    'javascript:alert(1)',
    '//host/x',
    'data:text/html,x',
    'file:///etc/passwd',

    '/up.html',
    'C:x',
    'ja\nvascript:x',
    ' https://x.org',
  ]) {
    const view = publicView(
      article(
        { byline: [{ name: 'A', role: null, url }], canonicalUrl: url },
        p(a(url, 'words')),
        quote({ sourceTitle: 'T', sourceUrl: url }, 'x'),
        related('Read', 'R', { url }),
      ),
      { name: null, previous: { title: 'P', url }, next: null },
    );
    const html = page(view);
    expect(html.match(/(?:href|cite)="[^"]*"/gu), url).toBeNull();
    expect(html).toContain('words');
  }
});

test('a piece in the same export is linked by its file name', () => {
  expect(page(publicView(iceRoad, beside))).toContain('<a class="title" rel="prev" href="first-frost.html">First frost</a>');
});

test('a part that no table names is refused, not dropped', () => {
  const strange = (block: object) => ({ ...publicView(iceRoad), body: [block as BlockJson] });
  expect(() => page(strange({ type: 'toString' }))).toThrow(expect.objectContaining({ code: 'export/unknown-node' }));
  expect(() =>
    page(strange({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'comment' }] }] })),
  ).toThrow(expect.objectContaining({ code: 'export/unknown-node' }));
  expect(() => page(strange({ type: 'paragraph', content: [{ type: 'image' }] }))).toThrow(
    expect.objectContaining({ code: 'export/unknown-node' }),
  );
});

test('a link stays one link when some of its words are bold', () => {
  const view = publicView(
    article({}, p(a('https://example.org/', 'a ', { type: 'text', text: 'bold', marks: [{ type: 'bold' }] }, ' word'))),
  );
  expect(fragment(view)).toBe('<p><a href="https://example.org/">a <strong>bold</strong> word</a></p>\n');
});
