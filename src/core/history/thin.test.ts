import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thin } from './thin';
import { isPinned, type Version } from './version';

const TEN_YEARS = 10 * 365 * 24 * 3_600_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

interface Step {
  gap: number;
  newSitting: boolean;
  pinned: boolean;
  wait: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  gap: fc.integer({ min: 1, max: 40 }),
  newSitting: fc.boolean().chain((one) => fc.integer({ min: 0, max: 20 }).map((n) => one && n === 0)),
  pinned: fc.integer({ min: 0, max: 30 }).map((n) => n === 0),
  wait: fc.integer({ min: 0, max: 7_200_000 }),
});

/** Versions as a writer makes them: numbers rise, days and sittings come in runs. */
function made(steps: readonly Step[], jump = (_at: number) => 0): Version[] {
  let [version, sitting, time] = [0, 1, Date.UTC(2026, 2, 1)];
  return steps.map(({ gap, newSitting, pinned, wait }, at) => {
    version += gap;
    time += wait;
    if (newSitting) sitting++;
    const savedAt = time + jump(at);
    return {
      version,
      revision: version,
      savedAt,
      day: dayOf(savedAt),
      sitting,
      name: pinned ? 'To the desk' : null,
      filed: null,
      came: false,
      translated: false,
    };
  });
}
const steps = fc.array(step, { maxLength: 400 });
const numbers = (versions: readonly Version[]) => versions.map(({ version }) => version);

test('thinning twice is thinning once, and it only ever takes away', () => {
  fc.assert(
    fc.property(
      steps.map((given) => made(given)),
      (versions) => {
        const once = thin(versions);
        expect(thin(once)).toEqual(once);
        expect(versions).toEqual(expect.arrayContaining(once));
      },
    ),
  );
});

test('thinning again and again while versions come is the same as thinning at the end', () => {
  fc.assert(
    fc.property(
      steps.map((given) => made(given)),
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
      (versions, cuts) => {
        let [kept, from]: [Version[], number] = [[], 0];
        for (const cut of [...cuts, versions.length]) {
          kept = thin([...kept, ...versions.slice(from, from + cut)]);
          from += cut;
        }
        expect(numbers(kept)).toEqual(numbers(thin(versions)));
      },
    ),
  );
});

test('what somebody named or filed, the newest, and the first and last of each day and sitting stay', () => {
  fc.assert(
    fc.property(
      steps.map((given) => made(given)),
      (versions) => {
        const kept = new Set(numbers(thin(versions)));
        for (const version of versions.filter(isPinned)) expect(kept).toContain(version.version);
        for (const key of ['day', 'sitting'] as const) {
          for (const value of new Set(versions.map((version) => version[key]))) {
            const run = versions.filter((version) => version[key] === value);
            expect(kept).toContain(run[0]?.version);
            expect(kept).toContain(run.at(-1)?.version);
          }
        }
        if (versions.length > 0) expect(kept).toContain(versions.at(-1)?.version);
      },
    ),
  );
});

test('a clock that jumps ten years either way prunes nothing that would have stayed', () => {
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: 0, max: 399 }),
      fc.integer({ min: 0, max: 399 }),
      fc.constantFrom(1, -1),
      (given, from, length, way) => {
        const jumped = made(given, (at) => (at >= from && at < from + length ? way * TEN_YEARS : 0));
        const kept = new Set(numbers(thin(jumped)));
        for (const version of numbers(thin(made(given)))) expect(kept).toContain(version);
      },
    ),
  );
});

test('a long day of writing ends in few versions, the recent ones all', () => {
  const versions = made(Array.from({ length: 5_000 }, () => ({ gap: 1, newSitting: false, pinned: false, wait: 250 })));
  const kept = numbers(thin(versions));
  expect(kept.length).toBeLessThan(220);
  expect(kept.slice(-64)).toEqual(Array.from({ length: 64 }, (_, at) => 4_937 + at));
});
