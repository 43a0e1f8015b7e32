import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { article, b, p } from '../../document/testing/builders';
import { publicView } from '../../document/publicView';
import { hugoExporter, jekyllExporter } from './markdownExporter';
import { markdownImporter } from './markdownImporter';
import { headKeys, presets } from './presets';

const ferries = publicView(
  article(
    {
      kicker: 'Ice',
      headline: 'Harbour closed: no ferries',
      standfirst: p('The ', b('coldest'), ' week in years').content ?? [],
      slug: 'harbour-closed',
      byline: [{ name: 'Ada Berg', role: 'reporter', url: null }],
      section: ['News', 'Coast'],
      tags: ['ice', 'no'],
      language: 'en-GB',
      canonicalUrl: 'https://example.org/harbour',
      publishedAt: '2026-03-01T12:30:00+01:00',
      updatedAt: '2026-03-02T08:00:00+01:00',
      embargo: { instant: '2026-03-01T06:00:00+01:00', zone: 'Europe/Oslo' },
    },
    p('Nobody sails.'),
  ),
  { name: 'Winter', previous: { title: 'Snow', url: '../snow/' }, next: null },
);
const place = { weight: 2, translationKey: 'news/harbour-closed', permalink: '/news/harbour-closed/' };
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

test('for Hugo its own keys stand on top, the others under params, and an embargo is a date instead of a line', () =>
  expect(hugoExporter.write(ferries, { whole: true, place })).toBe(fixture('harbour.hugo.md')));

test('for Jekyll a post has its layout, categories and address', () =>
  expect(jekyllExporter.write(ferries, { whole: true, place })).toBe(fixture('harbour.jekyll.md')));

test('a fragment has the line of the embargo whatever the preset: nothing else says it', () =>
  expect(hugoExporter.write(ferries, { whole: false })).toMatch(/^\*\*Embargoed until /u));

const read = (text: string) => markdownImporter.read(text, { language: 'en', name: null, part: 'page' });

test('params of somebody else’s Hugo file are read as if they stood on top, and what stands there goes before them', () => {
  const { doc, leftOut } = read('---\ntitle: Ice\nparams:\n  kicker: North\n  title: other\n  mood: grey\n---\n\nCold.\n');
  expect(doc.content[0].content).toEqual([{ type: 'text', text: 'North' }]);
  expect(doc.content[1].content).toEqual([{ type: 'text', text: 'Ice' }]);
  expect(leftOut.map(({ text }) => text)).toEqual(['mood: grey', 'params.title: other']);
});

test.each(presets)('$title: every key of its front matter has one place', ({ at, inParams, repeats }) => {
  const top = headKeys.filter((key) => !inParams.includes(key)).map((key) => at[key] ?? key);
  expect(new Set([...top, ...repeats]).size).toBe(top.length + repeats.length);
});

test('YAML 1.1 and 1.2 read the same', () => {
  const head = fixture('harbour.jekyll.md').split('---\n')[1] ?? '';
  expect(parse(head, { version: '1.1', schema: 'failsafe' })).toEqual(parse(head, { version: '1.2', schema: 'failsafe' }));
  expect((parse(head, { version: '1.1' }) as { tags: unknown }).tags).toEqual(['ice', 'no']);
});
