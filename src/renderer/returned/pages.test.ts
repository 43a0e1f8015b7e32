import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListedChange } from '../../core/returned/listChanges';
import { groupsOf, onPage, PAGE, pageOf, pagesOf } from './pages';

/** A change of which only what decides its group is said. */
const change = (id: number, quoted: boolean, place: number) =>
  ({
    change: { id: String(id), kind: 'words', place },
    quotation: quoted ? { speakers: [], checked: false } : null,
  }) as unknown as ListedChange;
const changes = fc
  .array(fc.tuple(fc.boolean(), fc.nat({ max: 9 })), { maxLength: 3 * PAGE + 5 })
  .map((all) => all.map(([quoted, place], id) => change(id, quoted, place)));

test('every change is on one page, in the order of the groups, and no page draws more than it may', () => {
  fc.assert(
    fc.property(changes, (listed) => {
      const groups = groupsOf(listed);
      const order = groups.flatMap(({ of }) => of);
      expect(new Set(order)).toEqual(new Set(listed));
      const pages = Array.from({ length: pagesOf(order.length) }, (_, page) => onPage(page, order.length));
      const drawn = pages.map((page) => page.of(groups).flatMap(({ of }) => of));
      expect(drawn.flat()).toEqual(order);
      for (const [page, shown] of drawn.entries()) {
        expect(shown.length).toBeLessThanOrEqual(PAGE);
        for (const each of shown) expect(pageOf(order.indexOf(each))).toBe(page);
      }
    }),
    { numRuns: 60 },
  );
});

test('a group that runs over two pages has its title on both; one without changes has none', () => {
  const listed = Array.from({ length: PAGE + 2 }, (_, id) => change(id, false, 5));
  const groups = groupsOf(listed);
  expect(
    [0, 1].map((page) =>
      onPage(page, listed.length)
        .of(groups)
        .map(({ title, of }) => [title, of.length]),
    ),
  ).toEqual([[['In the text', PAGE]], [['In the text', 2]]]);
});
