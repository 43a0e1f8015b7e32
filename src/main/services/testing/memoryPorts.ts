import type { Article } from '../../../core/article/article';
import { blankLibrary, type LibraryData, type SessionData } from '../../../core/article/library';
import { summarise } from '../../../core/article/summary';
import { examine } from '../../../core/checks/examine';
import { StetError } from '../../../core/errors';
import type { Backups } from '../../../core/ports';
import { importerFor } from '../../../core/formats/registry';
import { noLexicon } from '../../../core/repair/lexicon';
import { readPicture } from '../../../core/pictures/readPicture';
import { quotedIn } from '../../../core/quotes/quotedWords';
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
  quoted = () => Promise.resolve(new Map([...this.files.values()].map(({ id, doc }) => [id, quotedIn(doc)])));
  damaged = () => Promise.resolve([]);
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

/** A folder in memory behind the handle `desk`. */
class MemoryPlaces {
  readonly files = new Map<string, string>();
  readonly folder = { handle: 'desk', label: 'Desk' };
  choose = () => Promise.resolve(this.folder);
  list = () => Promise.resolve({ ...this.folder, parent: null, folders: [] });
  make = () => Promise.resolve(this.folder);
  names = () => Promise.resolve([...this.files.keys()]);
  write = (_handle: string, name: string, content: string | Uint8Array) => {
    this.files.set(name, String(content));
    return Promise.resolve();
  };
  writePieces = () => Promise.reject(new StetError('places/failed', 'This folder in memory takes no archives.'));
  read = () => Promise.reject(new StetError('places/unreadable', 'This folder in memory has no archives.'));
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
  const places = new MemoryPlaces();
  const ids = { next: () => `id${String(++id).padStart(24, '0')}` };
  const ports: ServicePorts = {
    info: { host: 'cli', version: '0', platform: 'linux', nativeDialogs: false, library: { label: 'Library', readOnly: null } },
    articles,
    assets,
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
    places,
    parser: {
      parse: ({ text, name, format, ...context }) =>
        Promise.resolve(importerFor(text, name, format).read(text, { ...context, name })),
    },
    examiner: { examine: ({ doc, ...how }) => Promise.resolve(examine(doc, { ...how, lexicon: noLexicon })) },
    opener: {
      open: (url) => {
        opened.push(url);
        return Promise.resolve();
      },
    },
    previews: createPreviews(ids),
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
    places,
    sessions,
    opened,
    events,
    previews: ports.previews,
    series: () => library.series,
    settings: () => library.settings,
  };
}
