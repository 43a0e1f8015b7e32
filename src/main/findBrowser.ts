import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { StetError } from '../core/errors';

export interface Browser {
  /** As the writer knows it. */
  name: string;
  path: string;
  /** Where it can read our files; null for the system's temporary folder. A browser in a snap sees only its own folder. */
  base: string | null;
}

export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  isProgram(path: string): boolean;
}

interface Kind {
  name: string;
  linux: readonly string[];
  darwin: string;
  win32: string;
  snap: string | null;
}

/** In the order of preference: the one that is least likely to be the writer's everyday browser first. */
const KINDS: readonly Kind[] = [
  {
    name: 'Chromium',
    linux: ['chromium', 'chromium-browser'],
    darwin: 'Chromium.app/Contents/MacOS/Chromium',
    win32: 'Chromium\\Application\\chrome.exe',
    snap: 'chromium',
  },
  {
    name: 'Google Chrome',
    linux: ['google-chrome-stable', 'google-chrome'],
    darwin: 'Google Chrome.app/Contents/MacOS/Google Chrome',
    win32: 'Google\\Chrome\\Application\\chrome.exe',
    snap: null,
  },
  {
    name: 'Microsoft Edge',
    linux: ['microsoft-edge-stable', 'microsoft-edge'],
    darwin: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    win32: 'Microsoft\\Edge\\Application\\msedge.exe',
    snap: null,
  },
];

const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];

function places(kind: Kind, { platform, env, home }: Machine): string[] {
  if (platform === 'darwin') return ['/Applications', join(home, 'Applications')].map((folder) => `${folder}/${kind.darwin}`);
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return folders.flatMap((folder) => (folder ? [`${folder}\\${kind.win32}`] : []));
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/')), ...LINUX_FOLDERS];
  return kind.linux.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}

/** On Ubuntu `/usr/bin/chromium-browser` is only a door to the snap. */
function snapBase(path: string, { snap }: Kind, machine: Machine): string | null {
  if (machine.platform !== 'linux' || snap === null) return null;
  const isSnap = path.startsWith('/snap/') || (path.endsWith('/chromium-browser') && machine.isProgram(`/snap/bin/${snap}`));
  return isSnap ? join(machine.home, 'snap', snap, 'common') : null;
}

const thisMachine: Machine = { platform: process.platform, env: process.env, home: homedir(), isProgram };

/**
 * The path of a browser that can show an app window: the one that `STET_BROWSER` names, else an installed Chromium,
 * Chrome or Edge; null when there is none. Errors: `loopback/no-such-browser` when `STET_BROWSER` is not a program.
 */
export function findBrowser(machine: Machine = thisMachine): string | null {
  const forced = machine.env['STET_BROWSER'];
  if (forced) {
    if (machine.isProgram(forced)) return forced;
    throw new StetError(
      'loopback/no-such-browser',
      'STET_BROWSER does not name a program. Set it to the path of Chromium, Chrome or Edge, or unset it.',
    );
  }
  for (const kind of KINDS) {
    const path = places(kind, machine).find((candidate) => machine.isProgram(candidate));
    if (path) return path;
  }
  return null;
}

/** What is known about the browser at a path. */
export function browserAt(path: string, machine: Machine = thisMachine): Browser {
  const kind = KINDS.find((candidate) => places(candidate, machine).includes(path));
  return { path, name: kind?.name ?? basename(path), base: kind ? snapBase(path, kind, machine) : null };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // not there, or not ours to run, which is the answer
  }
}

/** True where Chromium refuses to start with its sandbox. */
export const needsNoSandbox = (): boolean => process.platform === 'linux' && process.getuid?.() === 0;
