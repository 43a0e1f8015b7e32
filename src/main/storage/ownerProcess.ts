import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** A process of this computer, told apart from any other that gets its number later. */
export const ownerProcess = v.strictObject({ pid: v.pipe(v.number(), v.integer(), v.minValue(1)), started: v.string() });
export type OwnerProcess = v.InferOutput<typeof ownerProcess>;

/** This process; null where its start cannot be told, and on Windows, where nobody can remove an owner's pipe. */
export function thisProcess(): OwnerProcess | null {
  const started = startOf(process.pid);
  return started === null ? null : { pid: process.pid, started };
}

/** True while that very process runs (or is suspended), not another one of its number. */
export const isRunning = ({ pid, started }: OwnerProcess): boolean => startOf(pid) === started;

function startOf(pid: number, platform: NodeJS.Platform = process.platform): string | null {
  try {
    if (platform === 'linux') return startOnLinux(pid);
    if (platform === 'win32') return null;
    return execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', timeout: 2000 }).trim() || null;
  } catch {
    return null; // no such process, or a system that does not tell
  }
}

/** Boot and clock tick of the start (proc(5)); a process that was killed but not yet collected by its parent counts as gone. */
function startOnLinux(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name before may hold spaces and brackets. From the state, field 3, on there are none.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, start] = [fields[0], fields[22 - 3]];
  if (state === undefined || start === undefined || /^[ZXx]$/u.test(state)) return null;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${start}`;
}
