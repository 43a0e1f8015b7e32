import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { APP_POLICY, PREVIEW_POLICY } from './policy';

test('the window’s page repeats the policy of its header, but for the part that only a header can carry', () => {
  const page = readFileSync(new URL('../renderer/index.html', import.meta.url), 'utf8');
  const repeated = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/u.exec(page)?.[1];
  expect(`${repeated}; frame-ancestors 'none'`).toBe(APP_POLICY);
});

test('nothing may run that is not a file of ours, and a preview runs nothing at all', () => {
  expect(APP_POLICY).not.toMatch(/unsafe|\*|data:|https?:/u);
  expect(PREVIEW_POLICY.split('; ')).toContain('sandbox');
  expect(PREVIEW_POLICY).not.toMatch(/script-src|allow-/u);
});
