import { expect, test } from 'vitest';
import type { Finding } from '../../core/checks/finding';
import type { PlacedFound } from '../editor/proof';
import { findingGroups } from './findingGroups';

const found = (kind: string, from: number | null, more: Partial<Finding> = {}): PlacedFound => {
  const finding: Finding = { kind, level: 'warning', message: kind, ...more };
  const proposals = more.edits ? [{ before: 'a', after: 'b', edits: [] }] : [];
  const reach = { from: 0, to: 1 };
  return {
    id: `${kind} ${from}`,
    finding,
    proposals,
    attribute: null,
    reach,
    at: from === null ? null : { from, to: from + 1 },
  };
};

test('the whole article first, then each kind where its first one stands', () => {
  const list = [found('missing slug', null), found('TK left', 3), found('doubled word', 5), found('TK left', 9)];
  expect(findingGroups(list).map(({ title, list: group }) => `${title}: ${group.length}`)).toEqual([
    'The whole article: 1',
    'TK left: 2',
    'Doubled word: 1',
  ]);
});

test('what one key could accept is counted outside quotations and inside', () => {
  const list = [found('x', 1, { edits: [] }), found('x', 2, { edits: [], quoted: true }), found('x', 3)];
  expect(findingGroups(list)).toMatchObject([{ open: 1, quoted: 1 }]);
});
