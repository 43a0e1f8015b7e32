import { defineConfig } from 'playwright/test';
import { hosts } from './hosts/hosts';

const runnable = hosts.filter((host) => host.missing() === null);

export default defineConfig({
  testDir: '.',
  globalSetup: './globalSetup.ts',
  outputDir: '../test-results/e2e',
  fullyParallel: false,
  workers: 2,
  // A repeated pass is counted and said aloud (scripts/test.mjs), so a flake is seen without holding a release.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  projects: [
    ...runnable.map((host) => ({ name: host.name, testMatch: 'journeys/**/*.spec.ts' })),
    { name: 'cli', testMatch: 'cli/**/*.spec.ts' },
  ],
});
