import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatTable } from './formatTable';
import { exporters } from './registry';

const page = new URL('../../../docs/formats.md', import.meta.url);
const BETWEEN = /(?<=<!-- made from the registry -->\n)[\s\S]*?(?=\n<!-- end of it -->)/u;

test('docs/formats.md says of every format what it carries (UPDATE_DOCS=1 writes the table anew)', () => {
  const text = readFileSync(page, 'utf8');
  const table = formatTable(exporters);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(page, text.replace(BETWEEN, table));
  expect(BETWEEN.exec(readFileSync(page, 'utf8'))?.[0]).toBe(table);
});

test('every format has a column, every block and mark a row', () => {
  const lines = formatTable(exporters).split('\n');
  expect(new Set(lines.map((line) => line.split('|').length))).toEqual(new Set([exporters.length + 3]));
  expect(lines.join('\n')).toContain('| pull quote | yes | yes | yes | yes | yes | yes | words |');
});
