import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildHost, type BuiltPrograms } from '../../../bench/soak/buildHost';
import { killAgainAndAgain } from '../../../bench/soak/killing';

describe.runIf(process.platform !== 'win32')('the real host, killed', () => {
  let built: BuiltPrograms;
  beforeAll(async () => {
    built = await buildHost();
  });
  afterAll(() => built.remove());

  test('fifty kills at random points lose no acknowledged edit and leave no file unreadable', { timeout: 180_000 }, async () => {
    const report = await killAgainAndAgain({ entry: built.host, folder: join(built.scratch, 'library'), kills: 50 });
    expect(report).toMatchObject({ kills: 50, lost: 0, unreadable: 0, faults: [] });
    // Without edits under way at the kills the figures above would say nothing.
    expect(report.acknowledged).toBeGreaterThan(50);
    process.stdout.write(
      `kills ${report.kills}, acknowledged ${report.acknowledged}, lost ${report.lost}, unreadable ${report.unreadable}, longest unacknowledged ${report.longestUnacknowledged.toFixed(0)} ms\n`,
    );
  });
});

// What the test above promises depends on its eyes being open.
describe.runIf(process.platform !== 'win32')('a host that says saved too early', () => {
  test('is caught by the same kills', { timeout: 180_000 }, async () => {
    const early = await buildHost({
      file: 'storage/articleFiles.ts',
      replace: 'await this.saves.put(article.id, article);',
      by: 'void this.saves.put(article.id, article);',
    });
    try {
      const report = await killAgainAndAgain({
        entry: early.host,
        folder: join(early.scratch, 'library'),
        kills: 50,
        untilLost: true,
      });
      expect(report.lost).toBeGreaterThan(0);
    } finally {
      await early.remove();
    }
  });
});
