import { expect, test } from 'vitest';
import { publicNeighbours, resolverFor, type Pointed } from './publicNeighbours';
import { ida, run } from './testing/builders';

const all = [run('Ice', 'a', 'b', 'c')];
const piece = (more: Partial<Pointed>): Pointed => ({
  headline: 'CANARY',
  status: 'draft',
  canonicalUrl: 'https://ice.example/canary',
  trashed: false,
  embargoed: false,
  file: null,
  ...more,
});
const beside = (next: Partial<Pointed> | null, after: Partial<Pointed> | null = null) => {
  const known = new Map([
    [ida('a'), piece({})],
    ...(next ? [[ida('b'), piece(next)] as const] : []),
    ...(after ? [[ida('c'), piece(after)] as const] : []),
  ]);
  const look = (id: string) => known.get(id) ?? null;
  return { next: publicNeighbours(all, ida('a'), look).next, address: resolverFor(look).addressOf(ida('b')) };
};

test.each(['draft', 'editing', 'killed'] as const)('a neighbour with status “%s” is neither named nor linked', (status) => {
  expect(beside({ status })).toEqual({ next: null, address: null });
});

test.each(['ready', 'published'] as const)('a neighbour with status “%s” is named with its own address', (status) => {
  expect(beside({ status })).toEqual({
    next: { title: 'CANARY', url: 'https://ice.example/canary' },
    address: 'https://ice.example/canary',
  });
  expect(beside({ status, canonicalUrl: null })).toEqual({ next: { title: 'CANARY', url: null }, address: null });
});

test.each([{ status: 'ready' }, { status: 'published' }, { file: 'ice-road.html' }] as const)(
  'a neighbour under embargo is neither named nor linked, not even with %j',
  (more) => expect(beside({ ...more, embargoed: true })).toEqual({ next: null, address: null }),
);

test('in the same export it becomes the file beside', () => {
  expect(beside({ file: 'ice-road.html' })).toEqual({
    next: { title: 'CANARY', url: 'ice-road.html' },
    address: 'ice-road.html',
  });
});

test('a neighbour in the trash is passed over, a secret one is not', () => {
  expect(beside({ trashed: true, status: 'published' }, { headline: 'The thaw', status: 'ready' }).next?.title).toBe('The thaw');
  expect(beside({ status: 'draft' }, { headline: 'The thaw', status: 'ready' }).next).toBeNull();
});

test('an article that is gone is passed over', () => {
  expect(beside(null, { headline: 'The thaw', status: 'ready' }).next?.title).toBe('The thaw');
});
