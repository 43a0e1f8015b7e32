import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blockText, inlineText } from '../../article/summary';
import type { LeftOut, Understood } from '../format';
import { textImporter } from './text';

// A page of somebody else's that may not be kept in this repository; STET_REAL says where a copy of it lies.
const folder = process.env['STET_REAL'] ?? '../shared/real';
const [page, expectation] = ['scraped-article.txt', 'scraped-article.expected.json'].map((name) => join(folder, name)) as [
  string,
  string,
];
const there = existsSync(page) && existsSync(expectation);
if (!there) console.warn('Skipped: the scraped page is not on this machine (set STET_REAL to its folder).');

interface Expected {
  headline: string;
  section: string[];
  leftOut: LeftOut[];
  language: string;
  empty: string[];
  lines: Understood[];
  related: object;
  quote: { content: string } & Record<string, unknown>;
  previous: object;
  next: object;
}

test.runIf(there)('the scraped page has the structure that a sub-editor sees in it, and every word', () => {
  const source = readFileSync(page, 'utf8');
  const wanted = JSON.parse(readFileSync(expectation, 'utf8')) as Expected;
  const { doc, neighbours, leftOut, lines } = textImporter.read(source, { language: 'en', name: null, part: 'page' });
  const [kicker, headline, standfirst, ...body] = doc.content;
  expect(inlineText(headline.content)).toBe(wanted.headline);
  expect(doc.attrs.section).toEqual(wanted.section);
  expect(doc.attrs.language).toBe(wanted.language);
  expect(leftOut).toEqual(wanted.leftOut);
  expect(lines).toEqual(wanted.lines);
  expect(neighbours).toEqual({ seriesName: null, previous: wanted.previous, next: wanted.next });
  expect(body.find(({ type }) => type === 'related')?.attrs).toEqual(wanted.related);
  const { content, ...said } = wanted.quote;
  const quote = body.find(({ type }) => type === 'quote');
  expect(quote?.attrs).toEqual({ ...said, evidence: null });
  expect(quote && blockText(quote)).toBe(content);
  const empty: Record<string, unknown> = {
    ...doc.attrs,
    kicker: inlineText(kicker.content),
    standfirst: inlineText(standfirst.content),
  };
  for (const name of wanted.empty)
    expect([null, '', '[]'], name).toContain(Array.isArray(empty[name]) ? JSON.stringify(empty[name]) : empty[name]);

  // Every paragraph, crosshead and quotation stands there byte for byte.
  const source_lines = source.split('\n');
  const kept = ['paragraph', 'heading 2', 'quote words'];
  expect(body.filter(({ type }) => type !== 'related').map(blockText)).toEqual(
    lines.filter(({ becomes }) => kept.includes(becomes)).map(({ line }) => source_lines[line - 1]),
  );
});
