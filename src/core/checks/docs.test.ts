import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kinds } from '../repair/registry';
import { checks } from './registry';

const page = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8');
const under = (title: string): string => page.split(/^## /mu).find((section) => section.startsWith(title)) ?? '';
const rows = (title: string): string[] => [...under(title).matchAll(/^\| `([^`]+)` \|/gmu)].map(([, name]) => name ?? '');

test('docs/checks.md tells of every check and every kind of damage, and of no other', () => {
  expect(rows('What a desk asks')).toEqual(checks.map(({ name }) => name));
  expect(rows('Damage')).toEqual(kinds.map(({ name }) => name));
});
