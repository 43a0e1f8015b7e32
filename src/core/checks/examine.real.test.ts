import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blockText } from '../article/summary';
import { textImporter } from '../formats/text/text';
import { applyEdits } from '../repair/applyEdits';
import { editsOf } from '../repair/findings';
import { loadLexicon } from '../repair/lexicon';
import { examine } from './examine';
import { sourceLines } from './sourceLines';

// A page of somebody else's that may not be kept in this repository; STET_REAL says where a copy of it lies.
const folder = process.env['STET_REAL'] ?? '../shared/real';
const page = join(folder, 'scraped-article.txt');
const expectation = join(folder, 'scraped-article.expected.json');
const there = existsSync(page) && existsSync(expectation);
if (!there) console.warn('Skipped: the scraped page is not on this machine (set STET_REAL to its folder).');

interface Expected {
  repairs: { line: number; kind: string; before: string; after: string }[];
  textAfterAllRepairs: Record<string, string>;
  flagsOnly: { line: number; words: string; required: boolean }[];
  mustStaySilent: { line: number; words: string }[];
}

test.runIf(there)('the scraped page: every repair and flag of a sub-editor, nothing else, and all of it undone', async () => {
  const source = readFileSync(page, 'utf8');
  const wanted = JSON.parse(readFileSync(expectation, 'utf8')) as Expected;
  const imported = textImporter.read(source, { language: 'en', name: null, part: 'page' });
  const lines = sourceLines(imported);
  const findings = examine(imported.doc, { of: 'text', lexicon: await loadLexicon('en'), lines });

  const repairs = findings.filter(({ after }) => after !== undefined);
  expect(repairs.map(({ line, kind, before, after }) => ({ line, kind, before, after }))).toEqual(
    wanted.repairs.map(({ line, kind, before, after }) => ({ line, kind, before, after })),
  );
  const flags = findings.filter(({ after }) => after === undefined).map(({ line, before }) => `${line}: ${before}`);
  const flag = ({ line, words }: { line: number; words: string }) => `${line}: ${words}`;
  expect(flags).toEqual(expect.arrayContaining(wanted.flagsOnly.filter(({ required }) => required).map(flag)));
  expect(wanted.flagsOnly.map(flag)).toEqual(expect.arrayContaining(flags));
  for (const { line, words } of wanted.mustStaySilent)
    expect(
      findings.filter((finding) => finding.line === line && finding.before?.includes(words)),
      words,
    ).toEqual([]);

  const { edits, skipped } = editsOf(findings);
  expect(skipped).toBe(0);
  const { doc, undo } = applyEdits(imported.doc, edits);
  const after = new Map([...lines].map(([index, line]) => [line, doc.content[index]]));
  for (const [line, text] of Object.entries(wanted.textAfterAllRepairs)) {
    const block = after.get(Number(line));
    expect(block && 'type' in block && blockText(block as Parameters<typeof blockText>[0])).toBe(text);
  }
  expect(applyEdits(doc, undo).doc).toEqual(imported.doc);
});
