import { expect, test } from 'vitest';
import type { SiteReport } from '../../core/rpc/siteMethods';
import { reportInWords } from './reportInWords';

const nothing: SiteReport = {
  folder: 'Desk',
  written: [],
  unchanged: 3,
  removed: [],
  kept: [],
  embargoed: [],
  drafts: 0,
  lost: [],
};
const said = (more: Partial<SiteReport>) => reportInWords('Coast', { ...nothing, ...more });

test('one line says what an export did, and what it left', () => {
  expect(said({})).toBe('Coast: nothing had changed.');
  expect(said({ written: ['a.md'], removed: ['b.md', 'c.md'] })).toBe('Coast: 1 file written, 2 files removed.');
  expect(said({ kept: ['a', 'b', 'c', 'd', 'e'].map((path) => ({ path, why: 'changed' as const })) })).toContain(
    'Left as they are: a, b, c and 2 more.',
  );
  expect(said({ embargoed: [{ article: 'x', headline: ' ', line: '' }] })).toContain('Left out, under embargo: Untitled.');
});
