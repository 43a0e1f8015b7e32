import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inlineText } from '../../article/summary';
import { publicView, type PublicView } from '../../document/publicView';
import { articles, neighbours } from '../../document/testing/arbitrary';
import { article, p } from '../../document/testing/builders';
import type { SitePlace } from '../format';
import { hugo, jekyll, plain, type MarkdownPreset } from './presets';
import { writeHead } from './writeHead';
import { writeInline } from './writeInline';
import { yamlWords } from './testing/yamlWords';

/** What YAML makes something else of, if it stands there bare: numbers, times, truths, nothing, and the signs of the language itself. */
const LONG = `${'word '.repeat(60)}: # ${'word '.repeat(60)}`.trim();

const present = (entries: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entries).filter(
      ([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
const said = (entries: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null));

/** The values that a generator should find, whatever reads the YAML; times as instants in milliseconds. */
function wanted({ fields, kicker, headline, standfirst, series }: PublicView, preset: MarkdownPreset, place: SitePlace) {
  const picture = fields.leadImage;
  const all: Record<string, unknown> = {
    title: headline,
    kicker,
    standfirst: writeInline(standfirst, { oneLine: true }),
    slug: fields.slug,
    byline: fields.byline.map(said),
    dateline: fields.dateline && said(fields.dateline),
    leadImage: picture && present({ file: picture.asset, alt: picture.alt, caption: picture.caption, credit: picture.credit }),
    section: fields.section,
    tags: fields.tags,
    language: fields.language,
    canonicalUrl: fields.canonicalUrl,
    date: fields.publishedAt,
    lastmod: fields.updatedAt,
    embargo: fields.embargo && said(fields.embargo),
    corrections: fields.corrections.map(said),
    tagline: fields.tagline,
    series: series.name,
    previous: series.previous && said(series.previous),
    next: series.next && said(series.next),
  };
  const more: Record<string, unknown> = {
    description: inlineText(standfirst).replace(/\s+/gu, ' ').trim(),
    author: fields.byline.map(({ name }) => name),
    publishDate: fields.embargo?.instant,
    weight: place.weight,
    translationKey: place.translationKey,
    page_id: place.translationKey,
    permalink: place.permalink,
  };
  const placed = Object.entries(present(all)).map(([key, value]) => {
    const name = preset.at[key as keyof MarkdownPreset['at']] ?? key;
    return {
      params: preset.inParams.some((one) => one === key),
      name,
      value: preset.listed.some((one) => one === key) ? [value] : value,
    };
  });
  const of = (params: boolean) =>
    Object.fromEntries(placed.filter((one) => one.params === params).map(({ name, value }) => [name, value]));
  return {
    ...of(false),
    ...present(Object.fromEntries(preset.repeats.map((key) => [key, more[key]]))),
    ...preset.fixed,
    ...(preset.inParams.length > 0 ? { params: of(true) } : {}),
    generator: preset.generator,
  };
}

/** As every reader of YAML sees it: 1.2 with its core schema, 1.1 with its times, truths and numbers, and 1.2 as JSON has it. */
const readers = [
  ['YAML 1.2', (text: string): unknown => parse(text, { version: '1.2', schema: 'core' })],
  ['YAML 1.1', (text: string): unknown => parse(text, { version: '1.1', schema: 'yaml-1.1' })],
  ['YAML 1.2 with merge keys', (text: string): unknown => parse(text, { version: '1.2', merge: true })],
] as const;

const place: SitePlace = { weight: 3, translationKey: 'null', permalink: '/yes/no: #/' };

describe.each([plain, hugo, jekyll])('$title', (preset) => {
  describe.each(readers)('%s', (_reader, read) => {
    test('gives every value back as it was written, whatever the words are', () => {
      fc.assert(
        fc.property(articles, neighbours, (doc, series) => {
          const view = publicView(doc, series);
          expect(read(writeHead(view, preset, place))).toEqual(wanted(view, preset, place));
        }),
        { numRuns: 150 },
      );
    }, 60_000);

    test.each([...yamlWords, LONG])('%j', (text) => {
      const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/gu, '');
      const view = publicView(
        article(
          {
            headline: line,
            kicker: line,
            standfirst: p(line).content ?? [],
            tagline: line,
            tags: [line, `${line} `].filter((tag) => tag.trim() !== ''),
            section: line.trim() === '' ? [] : [line],
            byline: line.trim() === '' ? [] : [{ name: line, role: line, url: null }],
            publishedAt: '2026-03-01T12:30:00+01:00',
          },
          p('Words.'),
        ),
        { name: line.trim() === '' ? null : line, previous: { title: line.trim() === '' ? 'x' : line, url: null }, next: null },
      );
      expect(read(writeHead(view, preset, place))).toEqual(wanted(view, preset, place));
    });
  });
});
