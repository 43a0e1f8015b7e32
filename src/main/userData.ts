import { homedir } from 'node:os';
import { isAbsolute, posix, resolve, win32 } from 'node:path';
import { StetError } from '../core/errors';

interface Machine {
  platform: NodeJS.Platform;
  home: string;
  cwd: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of the library: `--library PATH` (or `--library=PATH`) in the arguments, else `STET_LIBRARY`,
 * else where the platform keeps an application's data. Errors: `library/no-path` when `--library` stands without one.
 */
export function libraryFolder(argv: readonly string[], env: Environment, machine?: Partial<Machine>): string {
  const { platform, home, cwd } = { platform: process.platform, home: homedir(), cwd: process.cwd(), ...machine };
  const chosen = optionIn(argv) ?? (env.STET_LIBRARY || null);
  if (chosen !== null) return resolve(cwd, chosen);
  switch (platform) {
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', 'Stet', 'Library');
    case 'win32':
      return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'Stet', 'Library');
    default: {
      // A relative XDG_DATA_HOME is invalid and to be ignored (XDG Base Directory Specification).
      const data = env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME) ? env.XDG_DATA_HOME : posix.join(home, '.local', 'share');
      return posix.join(data, 'stet', 'library');
    }
  }
}

function optionIn(argv: readonly string[]): string | null {
  const at = argv.findIndex((argument) => argument === '--library' || argument.startsWith('--library='));
  if (at < 0) return null;
  const value = argv[at] === '--library' ? argv[at + 1] : argv[at]?.slice('--library='.length);
  if (!value || value.startsWith('--'))
    throw new StetError('library/no-path', 'After --library comes the folder of the library.');
  return value;
}
