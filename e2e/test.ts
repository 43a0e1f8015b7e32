import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type TestInfo } from 'playwright/test';
import type { RunningHost, StartOptions } from './hosts/host';
import { hosts } from './hosts/hosts';

interface Stet {
  /** The folder of this test's library. */
  library: string;
  /** A folder that is removed after the test. */
  scratch: string;
  /** Starts the host of this project; may be called again after `close` or `kill`. */
  start(options?: Partial<StartOptions>): Promise<RunningHost>;
}

function hostOf(info: TestInfo) {
  const host = hosts.find((candidate) => candidate.name === info.project.name);
  if (!host) throw new Error(`no host is called ${info.project.name}`);
  return host;
}

/** A test of a journey: `stet.start()` opens Stet on a fresh library; afterwards nothing may have been asked of the network. */
export const test = base.extend<{ stet: Stet }>({
  stet: async ({}, use, info) => {
    const scratch = await mkdtemp(join(tmpdir(), 'stet-e2e-'));
    const library = join(scratch, 'library');
    const running: RunningHost[] = [];
    await use({
      library,
      scratch,
      async start(options = {}) {
        const started = await hostOf(info).start({ library, scratch, ...options });
        running.push(started);
        return started;
      },
    });
    for (const started of running) await started.kill();
    const stray = running.flatMap((started) => started.strayRequests);
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
    expect(stray, 'requests to anything but the app').toEqual([]);
  },
});

export { expect };
