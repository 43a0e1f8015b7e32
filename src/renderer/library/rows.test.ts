import { expect, test } from 'vitest';
import { summary } from '../state/testing/fakeHost';
import { rowsOf, type Order } from './rows';

const now = new Date(2026, 10, 25, 12).getTime();
const day = 24 * 60 * 60 * 1000;
const ferry = summary('Ferry', { editedAt: now, createdAt: 1, section: ['News', 'Coast'], status: 'ready' });
const bread = summary('bread', { editedAt: now - day, createdAt: 3 });
const quay = summary('Quay 10', { editedAt: now - 60 * day, createdAt: 2, section: ['Culture'] });
const pier = summary('Quay 9', { editedAt: now - 90 * day, createdAt: 4, section: ['Culture'], status: 'killed' });

const shown = (order: Partial<Order>) =>
  rowsOf([ferry, bread, quay, pier], { sort: 'edited', group: 'none', pins: [], seriesOf: () => null, now, ...order }).map(
    (row) => ('group' in row ? `${row.group} (${row.count})` : row.article.headline),
  );

test.each<[string, Partial<Order>, string[]]>([
  ['last edited', {}, ['Ferry', 'bread', 'Quay 10', 'Quay 9']],
  ['by headline, numbers as numbers', { sort: 'headline' }, ['bread', 'Ferry', 'Quay 9', 'Quay 10']],
  ['by their beginning', { sort: 'created' }, ['Quay 9', 'bread', 'Quay 10', 'Ferry']],
  [
    'by section',
    { group: 'section' },
    ['Culture (2)', 'Quay 10', 'Quay 9', 'News › Coast (1)', 'Ferry', 'No section (1)', 'bread'],
  ],
  ['by status', { group: 'status' }, ['Draft (2)', 'bread', 'Quay 10', 'Ready (1)', 'Ferry', 'Killed (1)', 'Quay 9']],
  [
    'by date',
    { group: 'date', sort: 'headline' },
    ['Today (1)', 'Ferry', 'Yesterday (1)', 'bread', 'September 2026 (1)', 'Quay 10', 'August 2026 (1)', 'Quay 9'],
  ],
  [
    'by series',
    { group: 'series', seriesOf: (id) => (id === quay.id ? 'Piers' : null) },
    ['Piers (1)', 'Quay 10', 'In no series (3)', 'Ferry', 'bread', 'Quay 9'],
  ],
  ['pinned first', { pins: [pier.id, 'gone'] }, ['Pinned (1)', 'Quay 9', 'Others (3)', 'Ferry', 'bread', 'Quay 10']],
  [
    'pinned before groups',
    { pins: [ferry.id], group: 'section' },
    ['Pinned (1)', 'Ferry', 'Culture (2)', 'Quay 10', 'Quay 9', 'No section (1)', 'bread'],
  ],
])('%s', (_name, order, list) => expect(shown(order)).toEqual(list));

test('an empty list has no rows', () =>
  expect(rowsOf([], { sort: 'edited', group: 'date', pins: [], seriesOf: () => null, now })).toEqual([]));
