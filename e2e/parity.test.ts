import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parityTable } from './parity';

test('docs/hosts.md shows the parity table as it is', () => {
  expect(readFileSync(new URL('../docs/hosts.md', import.meta.url), 'utf8')).toContain(parityTable());
});
