import fc from 'fast-check';
import { expect, test } from 'vitest';
import { move, remove, rename } from './arrange';
import { link, unlink } from './link';
import { indexIn, neighboursOf, seriesOf } from './neighbours';
import type { Series } from './series';
import { articleOf, checkSeries } from './settle';
import { entry, ida } from './testing/builders';

const letters = [...'abcdefgh'];
const letter = fc.constantFrom(...letters);
const side = fc.constantFrom('previous' as const, 'next' as const);
const place = fc.nat({ max: 9 });

type Step =
  | { do: 'link'; id: string; side: 'previous' | 'next'; target: string; when: 'ask' | 'move' | 'join' }
  | { do: 'unlink'; id: string; side: 'previous' | 'next' }
  | { do: 'remove'; id: string }
  | { do: 'move'; id: string; to: number }
  | { do: 'rename'; id: string; name: string | null };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('link' as const),
      id: letter,
      side,
      target: fc.oneof(letter, fc.constant('The thaw')),
      when: fc.constantFrom('ask' as const, 'move' as const, 'join' as const),
    }),
  },
  fc.record({ do: fc.constant('unlink' as const), id: letter, side }),
  fc.record({ do: fc.constant('remove' as const), id: letter }),
  fc.record({ do: fc.constant('move' as const), id: letter, to: place }),
  fc.record({ do: fc.constant('rename' as const), id: letter, name: fc.constantFrom('Ice', 'Salt', null) }),
);

let fresh = 0;
function take(all: Series[], what: Step): Series[] {
  const newId = `fresh${String(fresh++).padStart(16, '0')}`;
  if (what.do === 'link') {
    if (what.id === what.target) return all;
    const answer = link(all, { id: ida(what.id), side: what.side, target: entry(what.target), when: what.when, newId });
    return 'ask' in answer ? all : answer.all;
  }
  if (what.do === 'unlink') return unlink(all, { id: ida(what.id), side: what.side, newId });
  const own = seriesOf(all, ida(what.id));
  if (!own) return all;
  if (what.do === 'remove') return remove(all, own.id, indexIn(own, ida(what.id))).all;
  if (what.do === 'move') return move(all, own.id, indexIn(own, ida(what.id)), Math.min(what.to, own.entries.length - 1)).all;
  return rename(all, own.id, what.name).all;
}

const steps = fc.array(step, { maxLength: 40 });
const after = (list: Step[]) => list.reduce(take, []);
const articles = (all: readonly Series[]) => all.flatMap((one) => one.entries.flatMap((e) => articleOf(e) ?? []));

test('after any steps an article stands in one series at most, and no nameless series has fewer than two pieces', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const all = after(list);
      expect(checkSeries(all)).toEqual(all);
      expect(new Set(articles(all)).size).toBe(articles(all).length);
    }),
  );
});

test('no step but taking out loses a piece, except the one that is left alone without a name', () => {
  fc.assert(
    fc.property(steps, step, (list, last) => {
      const before = after(list);
      const now = take(before, last);
      const lost = articles(before).filter((id) => !articles(now).includes(id));
      if (last.do === 'remove') {
        const own = seriesOf(before, ida(last.id));
        expect(lost.every((id) => id === ida(last.id) || own?.entries.length === 2)).toBe(true);
        return;
      }
      for (const id of lost) {
        const companions = (seriesOf(before, id)?.entries ?? [])
          .flatMap((e) => articleOf(e) ?? [])
          .filter((other) => other !== id);
        // Alone: everybody it stood with is elsewhere now or was cut off from it.
        expect(seriesOf(before, id)?.name === null || last.do === 'unlink' || last.do === 'rename').toBe(true);
        if (last.do === 'link') expect(companions).toContain(ida(last.target));
      }
      const outside = (all: readonly Series[]) => all.flatMap((one) => one.entries).filter((e) => articleOf(e) === null).length;
      if (last.do === 'move' || (last.do === 'link' && last.when === 'join'))
        expect(outside(now)).toBeGreaterThanOrEqual(outside(before));
    }),
  );
});

test('joining keeps the order that the pieces of each series had', () => {
  fc.assert(
    fc.property(steps, letter, letter, side, (list, id, target, where) => {
      const before = after(list);
      const now = take(before, { do: 'link', id, side: where, target, when: 'join' });
      const own = seriesOf(before, ida(id));
      const other = seriesOf(before, ida(target));
      if (id === target || !other || own === other) return;
      for (const one of [own, other]) {
        const order = (one?.entries ?? []).flatMap((e) => articleOf(e) ?? []);
        expect(articles(now.filter((joined) => joined === seriesOf(now, ida(id)))).filter((a) => order.includes(a))).toEqual(
          order,
        );
      }
      expect(neighboursOf(now, ida(id), () => true)[where]).toEqual(entry(target));
    }),
  );
});

test('previous and next are each other’s reverse over the pieces that are not in the trash', () => {
  fc.assert(
    fc.property(steps, fc.subarray(letters), (list, trashed) => {
      const all = after(list);
      const isLive = (id: string) => !trashed.map(ida).includes(id);
      for (const one of articles(all).filter(isLive)) {
        const { previous, next } = neighboursOf(all, one, isLive);
        const [before, behind] = [previous && articleOf(previous), next && articleOf(next)];
        if (before) expect(neighboursOf(all, before, isLive).next).toEqual({ article: one });
        if (behind) expect(neighboursOf(all, behind, isLive).previous).toEqual({ article: one });
        if (before) expect(isLive(before)).toBe(true);
      }
    }),
  );
});

test('operations never change what they were given', () => {
  fc.assert(
    fc.property(steps, step, (list, last) => {
      const before = after(list);
      const copy = structuredClone(before);
      take(before, last);
      expect(before).toEqual(copy);
    }),
  );
});
