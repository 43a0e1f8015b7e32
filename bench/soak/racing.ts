import { join } from 'node:path';
import { Program } from './process';

export interface RaceReport {
  races: number;
  /** Races for the library of an owner that was killed. */
  stale: number;
  /** Races that not exactly one process won. */
  wrong: number;
  /** What losers were told, and how often. */
  told: Record<string, number>;
}

export interface RacePlan {
  /** The built contender. */
  entry: string;
  /** A folder for the libraries. */
  scratch: string;
  races: number;
  contenders?: number;
}

export type Attempt = { won: true } | { code: string; message: string };
/** Time for every contender to have its order before the start, in milliseconds. */
const HEAD_START_MS = 15;

/** A process that waits for orders. */
export async function contender(entry: string): Promise<Program> {
  const program = new Program(entry, []);
  if ((await program.line()) === null) throw new Error(`a contender did not start: ${program.said()}`);
  return program;
}

/** Lets real processes race for libraries: for new ones, for those of owners that have closed, and for those of owners that were killed. */
export async function race({ entry, scratch, races, contenders = 5 }: RacePlan): Promise<RaceReport> {
  const report: RaceReport = { races: 0, stale: 0, wrong: 0, told: {} };
  const field = await Promise.all(Array.from({ length: contenders }, () => contender(entry)));
  try {
    let folder = '';
    let stale = false;
    for (; report.races < races; report.races++) {
      // Each library is raced for three times: new, closed, and killed.
      const turn = report.races % 3;
      if (turn === 0) folder = join(scratch, `race-${report.races}`);
      if (stale) report.stale++;
      const at = Date.now() + HEAD_START_MS;
      const attempts = await Promise.all(field.map((program) => program.ask<Attempt>({ open: folder, at })));
      const winners = field.filter((_, index) => 'won' in (attempts[index] as Attempt));
      if (winners.length !== 1) report.wrong++;
      for (const attempt of attempts) if ('code' in attempt) report.told[attempt.code] = (report.told[attempt.code] ?? 0) + 1;
      stale = turn === 1;
      for (const winner of winners) {
        if (!stale) await winner.ask({ close: true });
        else {
          await winner.kill();
          field[field.indexOf(winner)] = await contender(entry);
        }
      }
    }
  } finally {
    await Promise.all(field.map((program) => program.kill()));
  }
  return report;
}
