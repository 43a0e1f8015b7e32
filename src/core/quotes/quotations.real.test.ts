import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textImporter } from '../formats/text/text';
import { quotationsOf } from './quotations';

// A page of somebody else's that may not be kept in this repository; STET_REAL says where a copy of it lies.
const folder = process.env['STET_REAL'] ?? '../shared/real';
const page = join(folder, 'scraped-article.txt');
const expectation = join(folder, 'scraped-article.expected.json');
const there = existsSync(page) && existsSync(expectation);
if (!there) console.warn('Skipped: the scraped page is not on this machine (set STET_REAL to its folder).');

interface Expected {
  quote: { content: string; speaker: string; role: string };
  quotationsInList: number;
  people: string[];
}

test.runIf(there)('the scraped page: its one quotation, by whom, and none made of leftover web code', () => {
  const wanted = JSON.parse(readFileSync(expectation, 'utf8')) as Expected;
  const { doc } = textImporter.read(readFileSync(page, 'utf8'), { language: 'en', name: null, part: 'page' });
  const found = quotationsOf(doc);
  expect(found).toHaveLength(wanted.quotationsInList);
  expect(found.map(({ speaker }) => speaker)).toEqual(wanted.people);
  const { content, speaker, role } = wanted.quote;
  expect(found[0]).toMatchObject({ kind: 'block', words: content, speaker, role });
});
