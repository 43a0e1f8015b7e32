import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHost } from './buildHost';
import { killAgainAndAgain, type KillReport } from './killing';
import { race, type RaceReport } from './racing';

const KILLS = 1000;
const RACES = 100;
const say = (line: string) => process.stderr.write(`${line}\n`);

const kills = Number(process.env['STET_SOAK_KILLS'] ?? KILLS);
const parent = await mkdtemp(join(tmpdir(), 'stet-soak-library-'));
say('Building the host …');
const built = await buildHost();
let races: RaceReport;
let report: KillReport;
try {
  say(`Letting five processes race for a library ${RACES} times …`);
  races = await race({ entry: built.contender, scratch: built.scratch, races: RACES });
  say(`Killing the host ${kills} times …`);
  report = await killAgainAndAgain({
    entry: built.host,
    folder: join(parent, 'library'),
    kills,
    onKill: (so) => {
      if (so.kills % 50 === 0)
        say(`${so.kills} kills, ${so.acknowledged} edits acknowledged, ${so.lost} lost, ${so.unreadable} unreadable`);
    },
  });
} finally {
  await built.remove();
  await rm(parent, { recursive: true, force: true, maxRetries: 5 });
}
for (const fault of report.faults) say(fault);
process.stdout.write(
  [
    `kills                        ${report.kills} (${report.whileStarting} while starting)`,
    `acknowledged edits           ${report.acknowledged}`,
    `lost                         ${report.lost}`,
    `unreadable                   ${report.unreadable}`,
    `longest unacknowledged       ${report.longestUnacknowledged.toFixed(0)} ms`,
    `races of five processes      ${races.races} (${races.stale} for the library of a killed owner)`,
    `without exactly one winner   ${races.wrong}`,
    '',
  ].join('\n'),
);
process.exitCode = report.lost + report.unreadable + report.faults.length + races.wrong > 0 ? 1 : 0;
