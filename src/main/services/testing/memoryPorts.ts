import { createHash } from 'node:crypto';
import type { Article } from '../../../core/article/article';
import { blankLibrary, type LibraryData, type SessionData } from '../../../core/article/library';
import { summarise } from '../../../core/article/summary';
import { examine } from '../../../core/checks/examine';
import { StetError } from '../../../core/errors';
import type { Damaged } from '../../../core/ports/articles';
import type { Backups } from '../../../core/ports/backups';
import type { HistoryStore, NewVersion, StoredHistory } from '../../../core/ports/history';
import type { Version } from '../../../core/history/version';
import { readSource } from '../../../core/formats/registry';
import { noLexicon } from '../../../core/repair/lexicon';
import { readPicture } from '../../../core/pictures/readPicture';
import { quotedIn } from '../../../core/quotes/quotedWords';
import type { Strike } from '../../../core/words/strike';
import type { StetEvent } from '../../../core/rpc/events';
import { createServices, type ServicePorts } from '../createServices';
import { createPreviews } from '../previews';

/** Article files in memory, whose writes can be made to fail. */
class MemoryArticles {
  readonly written: Article[] = [];
  readonly files = new Map<string, Article>();
  /** Thrown by every write while it is set. */
  failure: StetError | null = null;

  list = () => Promise.resolve([...this.files.values()].map(summarise));
  newest = async (limit: number) => {
    const all = await this.list();
    const live = all.filter(({ trashedAt }) => trashedAt === null).sort((a, b) => b.editedAt - a.editedAt);
    return { articles: live.slice(0, limit), total: all.length };
  };
  summaries = (ids: readonly string[]) =>
    Promise.resolve(new Map(ids.flatMap((id) => (this.files.has(id) ? [[id, summarise(this.files.get(id)!)] as const] : []))));
  quoted = () => Promise.resolve(new Map([...this.files.values()].map(({ id, doc }) => [id, quotedIn(doc)])));
  unreadable: Damaged[] = [];
  damaged = () => Promise.resolve(this.unreadable);
  read = (id: string) => {
    const found = this.files.get(id);
    return found
      ? Promise.resolve(structuredClone(found))
      : Promise.reject(new StetError('articles/missing', 'This article is gone.'));
  };
  write = async (article: Article) => {
    // A real disk answers later: what is not serialised shows.
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (this.failure) throw this.failure;
    this.written.push(article);
    this.files.set(article.id, article);
  };
  remove = (id: string) => {
    this.files.delete(id);
    return Promise.resolve();
  };
  discard = (id: string) => this.remove(id);
  compact = () => Promise.resolve();
}

const noArchive = () => Promise.reject(new StetError('backup/unreadable', 'There are no archives in memory.'));
/** Archives are of files: `backups.test.ts` tries them with real ones. */
const noBackups: Backups = {
  archive: () => ({ [Symbol.asyncIterator]: () => ({ next: noArchive }) }),
  open: noArchive,
  automatic: { names: () => Promise.resolve([]), write: noArchive, read: noArchive, remove: noArchive },
};
/** Pictures in memory, under names made of their number. */
class MemoryAssets {
  readonly files = new Map<string, { bytes: Uint8Array; storedAt: number }>();
  put = (bytes: Uint8Array) => {
    const { type, width, height, bytes: kept } = readPicture(bytes);
    const asset = `${String(this.files.size + 1).padStart(64, '0')}.${type}`;
    this.files.set(asset, { bytes: kept, storedAt: 0 });
    return Promise.resolve({ asset, width, height });
  };
  read = (asset: string) => {
    const found = this.files.get(asset);
    return found ? Promise.resolve(found.bytes) : Promise.reject(new StetError('pictures/missing', 'It is gone.'));
  };
  list = () => Promise.resolve([...this.files].map(([asset, { storedAt }]) => ({ asset, storedAt })));
  remove = (asset: string) => {
    this.files.delete(asset);
    return Promise.resolve();
  };
}

/** Versions in memory, whose writes can be made to fail. */
export class MemoryHistory implements HistoryStore {
  readonly kept = new Map<string, { facts: Version; version: NewVersion }[]>();
  /** Thrown by every write while it is set. */
  failure: StetError | null = null;
  thinned = 0;

  articles = () => Promise.resolve([...this.kept.keys()]);
  versions = (id: string): Promise<StoredHistory> => {
    const kept = this.kept.get(id) ?? [];
    const rough = (number: number) => kept.find(({ facts }) => facts.version === number)?.version.article.doc ?? null;
    return Promise.resolve({ versions: kept.map(({ facts }) => facts), lost: 0, newer: false, rough });
  };
  document = async (id: string, version: number) => {
    const doc = (await this.versions(id)).rough(version);
    if (!doc) throw new StetError('history/missing', 'This version is gone.');
    return structuredClone(doc);
  };
  append = async (id: string, versions: readonly NewVersion[]) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (this.failure) throw this.failure;
    return versions.map((version) => {
      const kept = this.kept.get(id) ?? [];
      this.kept.set(id, kept);
      const last = kept.at(-1);
      const { article, ...said } = version;
      if (last && JSON.stringify(last.version.article.doc) === JSON.stringify(article.doc)) {
        if (said.name !== null) last.facts.name = said.name;
        if (said.filed !== null) last.facts.filed = said.filed;
        if (said.translated) last.facts.translated = true;
        return last.facts.version;
      }
      const number = (last?.facts.version ?? 0) + 1;
      kept.push({ facts: { ...said, version: number, revision: article.revision, savedAt: article.editedAt }, version });
      return number;
    });
  };
  note = async (id: string, version: number, note: { name?: string | null }) => {
    const found = this.kept.get(id)?.find(({ facts }) => facts.version === version);
    if (!found) throw new StetError('history/missing', 'This version is gone.');
    Object.assign(found.facts, note);
  };
  holding = (id: string, strike: Strike) =>
    Promise.resolve(
      (this.kept.get(id) ?? []).filter((one) => strike([one.version.article.doc, one.facts.name]).count > 0).length,
    );
  strike = (id: string, strike: Strike) => {
    const kept = this.kept.get(id);
    if (kept) this.kept.set(id, strike(kept).value);
    return Promise.resolve();
  };
  remove = (id: string) => {
    this.kept.delete(id);
    return Promise.resolve();
  };
  thin = () => {
    this.thinned++;
    return Promise.resolve();
  };
}

/** A folder in memory behind the handle `desk`. */
class MemoryPlaces {
  readonly files = new Map<string, string>();
  /** Files that are no texts. */
  readonly packed = new Map<string, Uint8Array>();
  readonly folder = { handle: 'desk', label: 'Desk' };
  choose = () => Promise.resolve(this.folder);
  list = () => Promise.resolve({ ...this.folder, parent: null, folders: [] });
  make = () => Promise.resolve(this.folder);
  names = () => Promise.resolve([...this.files.keys()]);
  write = (_handle: string, name: string, content: string | Uint8Array) => {
    this.files.set(name, String(content));
    if (typeof content !== 'string') this.packed.set(name, content);
    return Promise.resolve();
  };
  /** Names of the files that only their owner may read. */
  readonly owned: string[] = [];
  writePieces = async (handle: string, name: string, pieces: AsyncIterable<Uint8Array>) => {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    this.owned.push(name);
    await this.write(handle, name, Buffer.concat(all));
  };
  read = () => Promise.reject(new StetError('places/unreadable', 'This folder in memory has no archives.'));
}

/** The folder of every site in memory. */
class MemorySites {
  readonly files = new Map<string, string>();
  /** The paths of all writes and removals so far. */
  readonly touched: string[] = [];
  placed = true;
  /** Thrown by the write that comes after so many more. */
  failsAfter = Infinity;
  folderOf = () => Promise.resolve(this.placed ? { handle: 'site', label: 'Site' } : null);
  keep = () => {
    this.placed = true;
    return Promise.resolve();
  };
  sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
  read = (_folder: string, path: string) => {
    const found = this.files.get(path);
    return Promise.resolve(found === undefined ? null : new TextEncoder().encode(found));
  };
  hashes = (_folder: string, paths: readonly string[]) =>
    Promise.resolve(
      new Map(
        paths.flatMap((path) => {
          const found = this.files.get(path);
          return found === undefined ? [] : [[path, this.sha256(found)] as const];
        }),
      ),
    );
  write = (_folder: string, path: string, content: string | Uint8Array) => {
    if (this.failsAfter-- <= 0) return Promise.reject(new StetError('sites/failed', 'The disk is full.'));
    this.touched.push(path);
    this.files.set(path, String(content));
    return Promise.resolve();
  };
  remove = (_folder: string, path: string) => {
    this.touched.push(path);
    this.files.delete(path);
    return Promise.resolve();
  };
}

/** Services over ports in memory, with what a test looks at. */
export function memoryServices(more: Partial<ServicePorts> = {}) {
  let time = 1_000;
  let id = 0;
  let library: LibraryData = blankLibrary();
  const sessions: SessionData[] = [];
  const opened: string[] = [];
  const articles = new MemoryArticles();
  const assets = new MemoryAssets();
  const history = new MemoryHistory();
  const places = new MemoryPlaces();
  const sites = new MemorySites();
  const ids = { next: () => `id${String(++id).padStart(24, '0')}` };
  const ports: ServicePorts = {
    info: { host: 'cli', version: '0', platform: 'linux', nativeDialogs: false, library: { label: 'Library', readOnly: null } },
    articles,
    assets,
    history,
    library: {
      read: () => Promise.resolve(library),
      update: (change) => Promise.resolve((library = change(library))),
    },
    session: {
      read: () =>
        Promise.resolve(
          sessions.at(-1) ?? {
            article: null,
            places: {},
            copies: {},
            panels: { library: true, inspector: true, focus: false, tab: 'story' },
          },
        ),
      write: async (data) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        sessions.push(data);
      },
    },
    clock: { now: () => ++time },
    ids,
    computer: 'this one',
    places,
    sites,
    parser: {
      parse: ({ text, bytes, format, ...context }) => Promise.resolve(readSource({ text, bytes }, format, context)),
    },
    examiner: { examine: ({ doc, ...how }) => Promise.resolve(examine(doc, { ...how, lexicon: noLexicon })) },
    opener: {
      open: (url) => {
        opened.push(url);
        return Promise.resolve();
      },
    },
    previews: createPreviews(ids),
    printer: { print: (html) => Promise.resolve(Buffer.from(`%PDF ${html}`)) },
    backups: noBackups,
    ...more,
  };
  const services = createServices(ports);
  const events: StetEvent[] = [];
  services.listen((event) => events.push(event));
  return {
    ...services,
    call: services.handlers,
    articles,
    assets,
    history,
    places,
    sites,
    sessions,
    opened,
    events,
    previews: ports.previews,
    series: () => library.series,
    changeLibrary: (change: (data: LibraryData) => LibraryData) => (library = change(library)),
    settings: () => library.settings,
  };
}
