import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate/browser';
import * as v from 'valibot';
import { libraryData, LIBRARY_SCHEMA, type LibraryData } from '../../core/article/library';
import type { Article } from '../../core/article/article';
import { StetError } from '../../core/errors';
import { ARCHIVE_SCHEMA, MANIFEST, ROOT, type Manifest } from './archive';
import { articleFormat, idOfFile } from './articleFile';
import { unseal } from './envelope';
import { readLine } from './historyLine';

/** Unpacked at a time: enough to pay for a look through the table of contents, little enough for memory. */
const TOGETHER = 200;
/** No file of a library comes near it; a longer one is a trap. */
const LARGEST = 256 * 1024 * 1024;

const manifestShape = v.object({
  stet: v.object({ kind: v.literal('backup'), schema: v.number() }),
  version: v.string(),
  madeAt: v.string(),
  files: v.array(
    v.strictObject({
      // Nothing but a file of the library's own folders, whatever somebody wrote into the archive.
      name: v.pipe(v.string(), v.regex(/^(?:library\.json|(?:articles|history|assets)\/[A-Za-z0-9][A-Za-z0-9._-]{0,200})$/u)),
      size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LARGEST)),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
    }),
  ),
});

/** An archive in memory whose table of contents has been read. */
export class OpenArchive {
  private constructor(
    private readonly bytes: Uint8Array,
    readonly manifest: Manifest,
  ) {}

  /** Errors: `backup/unreadable`, `backup/newer`. */
  static from(bytes: Uint8Array): OpenArchive {
    let manifest: Manifest;
    try {
      const found = unzipSync(bytes, { filter: ({ name, originalSize }) => name === MANIFEST && originalSize <= LARGEST });
      const raw: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(found[MANIFEST]));
      const { stet } = v.parse(v.object({ stet: v.object({ schema: v.number() }) }), raw);
      if (stet.schema > ARCHIVE_SCHEMA) throw newer();
      manifest = v.parse(manifestShape, raw);
    } catch (cause) {
      if (cause instanceof StetError) throw cause;
      throw new StetError(
        'backup/unreadable',
        'This is not a backup that Stet made, or it is damaged. Choose another one.',
        {},
        { cause },
      );
    }
    return new OpenArchive(bytes, manifest);
  }

  /** The names of files in a folder of the library, such as `articles`. */
  namesIn(folder: 'articles' | 'history' | 'assets'): string[] {
    return this.manifest.files.map(({ name }) => name).filter((name) => name.startsWith(`${folder}/`));
  }

  /** Calls `visit` with each of these files in turn; null stands for one that is missing or not what the manifest says. */
  async each(names: readonly string[], visit: (name: string, bytes: Uint8Array | null) => Promise<void> | void): Promise<void> {
    const said = new Map(this.manifest.files.map((file) => [file.name, file]));
    for (let at = 0; at < names.length; at += TOGETHER) {
      const some = names.slice(at, at + TOGETHER);
      const wanted = new Set(some.map((name) => `${ROOT}${name}`));
      const found = this.unpacked(wanted, said);
      for (const name of some) {
        const bytes = found[`${ROOT}${name}`];
        const sum = said.get(name)?.sha256;
        const whole = bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sum;
        await visit(name, whole ? bytes : null);
      }
    }
  }

  /** Names of files that are missing or not what the manifest says: empty means that the archive is whole. */
  async damaged(): Promise<string[]> {
    const damaged: string[] = [];
    await this.each(
      this.manifest.files.map(({ name }) => name),
      (name, bytes) => {
        if (bytes === null) damaged.push(name);
      },
    );
    return damaged;
  }

  /** Series and settings; null where the archive has none that this Stet can read. */
  async library(): Promise<LibraryData | null> {
    let data: LibraryData | null = null;
    const has = this.manifest.files.some(({ name }) => name === 'library.json');
    await this.each(has ? ['library.json'] : [], (_name, bytes) => {
      const opened = bytes && attempt(() => unseal(bytes, 'library', LIBRARY_SCHEMA));
      if (opened && !('newer' in opened)) data = attempt(() => v.parse(libraryData, opened.data));
    });
    return data;
  }

  /** Every value of JSON in the archive's articles, versions, series and settings, one after the other; null for what cannot be read. */
  async eachValue(visit: (value: unknown) => void): Promise<void> {
    const names = this.manifest.files.map(({ name }) => name).filter((name) => !name.startsWith('assets/'));
    await this.each(names, async (name, bytes) => {
      const text = bytes && Buffer.from(bytes).toString('utf8');
      if (text === null) visit(null);
      else if (name.startsWith('history/')) {
        for (const line of text.split('\n').filter((one) => one !== '')) {
          const read = await readLine(line);
          visit(typeof read === 'string' ? null : read);
        }
      } else visit(attempt(() => JSON.parse(text) as unknown));
    });
  }

  /** Calls `visit` with every article, checked and migrated as when it is opened; null stands for one that cannot be read. */
  async eachArticle(visit: (article: Article | null, name: string) => Promise<void>): Promise<void> {
    const names = this.namesIn('articles').filter((name) => idOfFile(name.slice('articles/'.length)) !== null);
    await this.each(names, (name, bytes) => visit(bytes && attempt(() => articleIn(name, bytes)), name));
  }

  // What a header claims is not believed: a file that unpacks to more than the manifest says is left out as damaged.
  private unpacked(wanted: ReadonlySet<string>, said: ReadonlyMap<string, { size: number }>): Record<string, Uint8Array> {
    const fits = (name: string, size: number) => size === said.get(name.slice(ROOT.length))?.size;
    try {
      return unzipSync(this.bytes, { filter: ({ name, originalSize }) => wanted.has(name) && fits(name, originalSize) });
    } catch {
      // One broken entry spoils the call: each is then taken by itself, and only the broken one is missing.
      const found: Record<string, Uint8Array> = {};
      for (const name of wanted) {
        const one = attempt(() =>
          unzipSync(this.bytes, { filter: (file) => file.name === name && fits(name, file.originalSize) }),
        );
        const bytes = one?.[name];
        if (bytes) found[name] = bytes;
      }
      return found;
    }
  }
}

function articleIn(name: string, bytes: Uint8Array): Article | null {
  const id = idOfFile(name.slice('articles/'.length));
  if (id === null) return null;
  const format = articleFormat(id);
  const opened = unseal(bytes, format.kind, format.schema);
  return 'newer' in opened ? null : format.parse(opened.data, opened.header.schema);
}

/** Null where reading fails: whoever asks counts it as damaged and says so. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const newer = () => new StetError('backup/newer', 'This backup was made by a newer Stet. Update Stet to restore from it.');
