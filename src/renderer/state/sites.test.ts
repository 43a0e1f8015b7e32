import { expect, test } from 'vitest';
import type { SiteReport } from '../../core/rpc/siteMethods';
import { AppState } from './app.svelte';
import { FakeHost } from './testing/fakeHost';

const written: SiteReport = {
  folder: 'Desk',
  written: ['ice.md'],
  unchanged: 0,
  removed: [],
  kept: [],
  embargoed: [],
  drafts: 0,
  lost: [],
};

test('an export that is asked for while it is still looked at what it would do waits for its turn', async () => {
  const [asked, answers]: [boolean[], (() => void)[]] = [[], []];
  const host = new FakeHost({
    'sites.export': ({ dryRun }) => {
      asked.push(dryRun);
      return new Promise<SiteReport>((resolve, reject) => {
        answers.push(dryRun ? () => reject(new Error('unsure')) : () => resolve(written));
      });
    },
  });
  const { sites } = new AppState(host.connection, () => Promise.reject(new Error('no page here')));
  const look = sites.run('coast', { dryRun: true });
  const done = sites.run('coast', { dryRun: false });
  expect(sites.busy).toBe(true);
  await expect.poll(() => asked).toEqual([true]);
  answers[0]?.();
  await expect(look).rejects.toThrow();
  await expect.poll(() => asked).toEqual([true, false]);
  answers[1]?.();
  expect(await done).toEqual(written);
  expect(sites.busy).toBe(false);
});
