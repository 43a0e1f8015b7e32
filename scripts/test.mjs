import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt, root } from './build.mjs';

const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const say = (line) => process.stdout.write(`${line}\n`);
const node = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });

/** Vitest's own JSON report. */
function unitResults() {
  const report = JSON.parse(readFileSync(join(results, 'unit.json'), 'utf8'));
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests };
}

/** Playwright's own JSON report, with the hosts that ran a test. */
function journeyResults() {
  const { stats, suites, errors } = JSON.parse(readFileSync(join(results, 'e2e.json'), 'utf8'));
  const ran = new Set();
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) for (const test of spec.tests) if (test.status !== 'skipped') ran.add(test.projectName);
    for (const child of suite.suites ?? []) visit(child);
  };
  suites.forEach(visit);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (errors?.length ?? 0),
    skipped: stats.skipped,
    flaky: stats.flaky,
    ran,
  };
}

let failed = 0;
let passed = 0;
let skipped = 0;
const add = (part) => {
  passed += part.passed;
  failed += part.failed;
  skipped += part.skipped;
};
const attempt = (read, what) => {
  try {
    return read();
  } catch (error) {
    say(`${what} left no result: ${error.message}`);
    failed++;
    return null;
  }
};

try {
  await ensureBuilt();
  const browser = await ensureBrowser();
  say(browser ? `Browser for the tests: ${browser}` : 'No browser is to be had: everything with a window is skipped.');

  const unitStatus = await node([
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(results, 'unit.json')}`,
  ]);
  const unit = attempt(unitResults, 'The unit tests');
  if (unit) add(unit);
  if (unit && unitStatus !== 0 && unit.failed === 0) failed++;

  const journeyStatus = await node([
    join(root, 'node_modules/playwright/cli.js'),
    'test',
    '--config',
    'e2e/playwright.config.ts',
  ]);
  const journeys = attempt(journeyResults, 'The journeys');
  if (journeys) {
    if (journeys.flaky > 0) say(`${journeys.flaky} of the journeys passed only when repeated: see “flaky” above.`);
    add(journeys);
    if (journeyStatus !== 0 && journeys.failed === 0) failed++;
    const required = (process.env.STET_REQUIRE_HOSTS ?? (process.env.CI ? 'loopback,cli,standin' : ''))
      .split(',')
      .filter(Boolean);
    for (const host of ['loopback', 'standin', 'electron', 'cli']) {
      const did = journeys.ran.has(host);
      say(`host ${host}: ${did ? 'ran' : 'SKIPPED, not on this machine'}`);
      if (!did && required.includes(host)) {
        say(`host ${host} had to run here and did not.`);
        failed++;
      }
    }
  }
} catch (error) {
  say(`The tests could not be run: ${error.message}`);
  failed++;
}

const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
writeFileSync(join(results, 'closing-line.txt'), `${line}\n`);
say(line);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
