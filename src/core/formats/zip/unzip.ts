import { unzipSync } from 'fflate/browser';
import { StetError } from '../../errors';
import { tableOf, crc32 } from './checksums';

/** A file in a zip. */
export interface ZipEntry {
  path: string;
  /** Unpacked, as the zip declares it; no more is ever unpacked. */
  size: number;
  /** Errors: `import/unreadable`. */
  read(): Promise<Uint8Array>;
}

/** A file in a zip that is not opened. */
export interface RefusedEntry {
  path: string;
  why: string;
}

/** Unpacked together: enough to pay for a look through the table of contents. */
const TOGETHER_BYTES = 16_000_000;
const TOGETHER = 100;
/** No text and no picture is packed to less than a two-hundredth; what claims to be is a trap. */
const MAX_RATIO = 200;
const SMALL = 4_000_000;

/**
 * What a zip holds, without unpacking anything yet. Paths that lead out of it, entries that are packed like a trap and two of one
 * name are refused with their reason; a zip in it stays one. Errors: `import/unreadable`, `import/too-large`.
 */
export function entriesOf(bytes: Uint8Array, most: number): { entries: ZipEntry[]; refused: RefusedEntry[] } {
  const declared: { name: string; size: number; originalSize: number }[] = [];
  unpack(bytes, ({ name, size, originalSize }) => {
    declared.push({ name, size, originalSize });
    if (declared.length > most)
      throw new StetError(
        'import/too-large',
        `This zip holds more than ${most} files. Divide it, and import one part after another.`,
      );
    return false;
  });
  const times = new Map<string, number>();
  for (const { name } of declared) times.set(name, (times.get(name) ?? 0) + 1);
  const shelf = new Shelf(bytes);
  const table = tableOf(bytes);
  const entries: ZipEntry[] = [];
  const refused: RefusedEntry[] = [];
  for (const [at, { name, size, originalSize }] of declared.entries()) {
    if (name.endsWith('/') || name.endsWith('\\')) continue;
    const path = name.replaceAll('\\', '/');
    const why = leadsOut(path)
      ? 'its path leads out of the zip'
      : times.get(name) !== 1
        ? 'the zip has two files of this name'
        : originalSize > SMALL && originalSize > size * MAX_RATIO
          ? 'it is packed so tightly that no text and no picture can be in it'
          : table?.[at]?.link
            ? 'it is a link to another place'
            : null;
    if (why !== null) {
      refused.push({ path, why });
      continue;
    }
    // Of one that is not packed, both lengths may be claimed.
    shelf.add(name, Math.max(size, originalSize));
    entries.push({
      path,
      size: Math.max(size, originalSize),
      read: () => shelf.read(name, originalSize, table?.[at]?.sum ?? null),
    });
  }
  return { entries, refused };
}

const leadsOut = (path: string): boolean =>
  path.startsWith('/') || /^[a-z]:/iu.test(path) || path.split('/').some((step) => step === '..' || step.includes('\0'));

/** Unpacks the neighbours of a file together with it: whoever reads one mostly reads the next. */
class Shelf {
  readonly #order: { name: string; size: number }[] = [];
  readonly #at = new Map<string, number>();
  #unpacked = new Map<string, Uint8Array>();

  constructor(private readonly bytes: Uint8Array) {}

  add(name: string, size: number): void {
    this.#at.set(name, this.#order.length);
    this.#order.push({ name, size });
  }

  async read(name: string, size: number, sum: number | null): Promise<Uint8Array> {
    const ready = this.#unpacked.get(name);
    if (!ready) this.#unpacked = this.#together(name);
    const found = ready ?? this.#unpacked.get(name);
    this.#unpacked.delete(name);
    if (found?.length !== size || (sum !== null && crc32(found) !== sum)) throw damaged();
    return Promise.resolve(found);
  }

  #together(first: string): Map<string, Uint8Array> {
    const names = new Set([first]);
    let sum = 0;
    for (const { name, size } of this.#order.slice(this.#at.get(first), (this.#at.get(first) ?? 0) + TOGETHER)) {
      sum += size;
      if (sum > TOGETHER_BYTES) break;
      names.add(name);
    }
    try {
      return new Map(Object.entries(unpack(this.bytes, ({ name }) => names.has(name))));
    } catch {
      // One broken entry spoils the call: this one is then taken by itself, and says if it is the broken one.
      return new Map(Object.entries(unpack(this.bytes, ({ name }) => name === first)));
    }
  }
}

function unpack(
  bytes: Uint8Array,
  filter: (file: { name: string; size: number; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof StetError) throw cause;
    throw damaged(cause);
  }
}

const damaged = (cause?: unknown) =>
  new StetError(
    'import/unreadable',
    'This zip, or this file in it, is damaged or has a password. Unpack it elsewhere and import the folder.',
    {},
    { cause },
  );
