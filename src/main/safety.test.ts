import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const rows = readFileSync(join(root, 'docs', 'safety.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Event'));

test('every promise names tests that are there', () => {
  expect(rows.length).toBeGreaterThan(15);
  for (const row of rows) {
    const files = [...row.matchAll(/`([\w/.]+\.ts)`/gu)].map(([, file]) => file ?? '');
    expect(files, row).not.toEqual([]);
    for (const file of files) expect(existsSync(join(root, file)), `${row}: ${file}`).toBe(true);
  }
});
