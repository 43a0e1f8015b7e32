import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** `sun_path` holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const LONGEST = 100;
const SOCKET = /^stet-[0-9a-f]{8}-[0-9a-f]{32}(\.sock)?$/u;
const PIPES = '\\\\.\\pipe\\';

/** A socket address that nobody has had before, for an owner of the library at `realPath`. A folder that only this user can enter holds it. */
export function newSocketAddress(realPath: string, platform: NodeJS.Platform = process.platform): string {
  const name = `stet-${createHash('sha256').update(realPath).digest('hex').slice(0, 8)}-${randomBytes(16).toString('hex')}`;
  if (platform === 'win32') return `${PIPES}${name}`;
  for (const base of [process.env.XDG_RUNTIME_DIR, tmpdir(), '/tmp']) {
    const address = base ? join(base, `stet-${userInfo().uid}`, `${name}.sock`) : '';
    if (base && Buffer.byteLength(address) <= LONGEST && makePrivate(dirname(address))) return address;
  }
  // Somebody else has taken that name: a folder of our own instead.
  return join(mkdtempSync('/tmp/stet-'), `${name}.sock`);
}

/** True for an address as `newSocketAddress` makes them, in a folder of this user: a lock file in a library from elsewhere must not make Stet talk to other programs. */
export function isOurAddress(address: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform === 'win32') return address.startsWith(PIPES) && SOCKET.test(address.slice(PIPES.length));
  return SOCKET.test(basename(address)) && isPrivate(dirname(address));
}

/** Makes the private folder of an address again, as far as that is possible. */
export const makeFolderOf = (address: string): boolean => makePrivate(dirname(address));

function makePrivate(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It may be there already, or its parent may be closed to us: the look below decides.
  }
  return isPrivate(folder);
}

function isPrivate(folder: string): boolean {
  try {
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === userInfo().uid && (found.mode & 0o077) === 0;
  } catch {
    return false; // not there, so not ours
  }
}
