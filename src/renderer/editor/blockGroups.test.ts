// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockGroups } from './blockGroups';

const paragraph = (words: string): HTMLElement => Object.assign(document.createElement('p'), { textContent: words });

function pageOf(blocks: number) {
  const page = document.createElement('div');
  page.append(...Array.from({ length: blocks }, (_, at) => paragraph(`Item ${at + 1}`)));
  document.body.append(page);
  const ready = new Set<Element>();
  const groups = new BlockGroups(page, (block) => ready.add(block));
  const slots = () => [...(page.shadowRoot?.querySelectorAll('slot') ?? [])];
  return { page, ready, groups, slots, shown: () => slots().map((slot) => slot.assignedNodes()) };
}

test('a long page is shown in groups, block after block', () => {
  const { page, shown } = pageOf(100);
  expect(shown().length).toBeGreaterThan(3);
  expect(shown().flat()).toEqual([...page.childNodes]);
});

test('whatever is put in, taken out or put elsewhere, all of it is shown, in its order, in groups of bounded size', () => {
  const where = fc.nat(1_000);
  const edit = fc.oneof(
    fc.record({ put: where, blocks: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ take: where, blocks: fc.integer({ min: 1, max: 90 }) }),
    fc.record({ move: where, to: where }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), (rounds) => {
      const { page, groups, shown } = pageOf(90);
      for (const edits of rounds) {
        for (const one of edits) {
          const at = (place: number) => page.childNodes[place % (page.childNodes.length + 1)] ?? null;
          if ('put' in one) {
            const before = at(one.put);
            for (let block = 0; block < one.blocks; block++) page.insertBefore(paragraph('New'), before);
          } else if ('take' in one) {
            for (let block = 0; block < one.blocks; block++) at(one.take)?.remove();
          } else {
            const moved = at(one.move);
            if (moved) page.insertBefore(moved, at(one.to) === moved ? moved.nextSibling : at(one.to));
          }
        }
        groups.follow();
        expect(shown().flat()).toEqual([...page.childNodes]);
        for (const group of shown()) expect(group.length).toBeLessThanOrEqual(40);
      }
      groups.stop();
      page.remove();
    }),
    { numRuns: 60 },
  );
});

test('blocks are made ready in the first group, and where the cursor or the pointer comes, with the groups before and behind', () => {
  const { ready, groups, page, shown, slots } = pageOf(200);
  expect([...ready]).toEqual(shown()[0]);
  const place = shown()[5]?.[3];
  groups.layOutAround(place!);
  for (const at of [4, 5, 6]) expect([...ready]).toEqual(expect.arrayContaining(shown()[at]!));
  expect([...ready]).not.toContain(shown()[3]?.[0]);
  const visible = () =>
    slots().flatMap((slot, at) => (slot.style.getPropertyValue('content-visibility') === 'visible' ? [at] : []));
  expect(visible()).toEqual([4, 5, 6]);
  shown()[1]?.[0]?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  expect(visible()).toEqual([0, 1, 2]);
  page.remove();
});
