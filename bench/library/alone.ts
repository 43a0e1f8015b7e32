import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The measurement that this process was started for, and the folder that it works on; null in the one that starts the others. */
export function aloneHere(): { name: string; folder: string } | null {
  const [name, folder] = (process.env.STET_BENCH_ALONE ?? '').split('\n');
  return name && folder ? { name, folder } : null;
}

/** The figures of one measurement in a process of its own: nothing that was done before helps or hinders it. */
export async function measuredAlone<T>(name: string, folder: string): Promise<T> {
  // This module is part of the one bundle that is running.
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url)], {
    env: { ...process.env, STET_BENCH_ALONE: `${name}\n${folder}` },
  });
  return JSON.parse(stdout) as T;
}
