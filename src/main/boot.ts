import { setTimeout as wait } from 'node:timers/promises';
import { StetError } from '../core/errors';
import type { Opener, Previews, Printer } from '../core/ports/desktop';
import type { SearchIndex } from '../core/ports/search';
import type { Examiner, Parser } from '../core/ports/work';
import type { AppInfo, Handlers } from '../core/rpc/contract';
import { createDispatcher, type Dispatcher } from '../core/rpc/createDispatcher';
import type { KeptCopy, NumberedEvent } from '../core/rpc/events';
import type { NodePlaces } from './places';
import { assetDoor, type AssetDoor } from './services/assets';
import { createServices } from './services/createServices';
import { createPreviews } from './services/previews';
import type { OutsideChange } from './storage/articleFiles';
import { FirstNotices } from './firstNotices';
import { createSiteFolders } from './siteFolders';
import { askOwner, openLibrary } from './storage/openLibrary';
import { reportUnexpected } from './reportUnexpected';
import { thisComputer } from './storage/thisComputer';
import { systemClock, systemIds } from './systemPorts';
import { arrivals, daily, outsideChanges, tidying } from './upkeep';

/** How long a closing host waits for the last writes, in milliseconds. */
const CLOSE_MS = 2000;
/** The window opens first, and what it opens with is read first; milliseconds. */
const SEARCH_AFTER_MS = 2000;
const COPY_TAKEN =
  'Two computers changed the same article, and the synchronised folder kept both. Both are in the library: the other version is an article of its own.';
const BOTH_KEPT =
  'Another program changed an article while it was open here. Both versions are kept: the other one is in the library as an article of its own.';

/** Copies out of the ids of articles, each of which is followed by the one that holds its other version. */
const copiesIn = (ids: readonly string[]): KeptCopy[] =>
  ids.flatMap((id, at) => {
    const of = at % 2 === 1 ? ids[at - 1] : undefined;
    return of === undefined ? [] : [{ id, of }];
  });

export interface BootOptions {
  /** The library's folder; made if there is none. */
  folder: string;
  host: AppInfo['host'];
  version: string;
  nativeDialogs: boolean;
  places: NodePlaces;
  opener: Opener;
  /** Closed with the rest. */
  parser: Parser & { close(): Promise<void> };
  /** Closed with the rest. */
  examiner: Examiner & { close(): Promise<void> };
  /** Prints to PDF; a page to print can be shown as a preview. */
  printer(previews: Previews): Printer;
  /**
   * Makes the index of the library for searching: in its folder, or in memory (null) where nothing may be written, which is known once
   * the library is owned. Without it the library cannot be searched. Closed with the rest.
   */
  searchIndex?: (library: Promise<string | null>) => SearchIndex;
  /** Another start on the same library asks this one to come to the front. */
  onFocus(): void;
  /** Hears what a start has to tell, where no window will be there to show it. */
  onNotice?(message: string): void;
}

/** A library with its services, as every host serves them. */
export interface Stet {
  dispatch: Dispatcher;
  handlers: Handlers;
  /** Calls `listener` at every event, numbered from 1, until the function that it gives is called. */
  listen(listener: (event: NumberedEvent) => void): () => void;
  previews: Previews;
  /** Pictures, as bytes. */
  assets: AssetDoor;
  /**
   * Tries again, for at most 2 s, to write what could not be written. False when there is still an edit that is only in memory: the
   * windows have then been told, and a host that can stay open should. Never rejects.
   */
  flush(): Promise<boolean>;
  /** Writes what is left, waiting at most 2 s, and frees the library. Never rejects; may be called again. */
  close(): Promise<void>;
}

/**
 * Opens a library and puts the services over it; used alike by the Electron, loopback and command line hosts.
 * A window's first start finds a sample article. Errors: `library/in-use` (the owner has come to the front), `library/unreadable`,
 * `library/newer`, and those of storage.
 */
export async function boot(options: BootOptions): Promise<Stet> {
  const { folder, host, version, nativeDialogs, places, opener, parser, examiner, printer, searchIndex, onFocus } = options;
  let onOutside: (change: OutsideChange) => void = () => undefined; // nobody looks yet
  let opened: (library: string | null) => void = () => undefined;
  const index = searchIndex?.(new Promise((resolve) => (opened = resolve)));
  // The engine is made ready while the library opens: a window that is there can search.
  if (host !== 'cli') index?.warm();
  const library = await openLibrary(folder, { onFocus, onOutside: (change) => onOutside(change) }).catch(
    async (error: unknown) => {
      opened(null);
      await Promise.all([parser.close(), examiner.close(), index?.close()]);
      if (host !== 'cli' && error instanceof StetError && error.code === 'library/in-use') await bringOwnerToFront(folder);
      throw error;
    },
  );
  const { articles, assets, backups, history, session, label, readOnly, recovered, wordPlaces } = library;
  opened(readOnly === null ? folder : null);
  const previews = createPreviews(systemIds);
  const services = createServices({
    info: { host, version, platform: platform(), nativeDialogs, library: { label, readOnly } },
    articles,
    assets,
    backups,
    history,
    recovered,
    wordPlaces,
    library: library.library,
    session,
    clock: systemClock,
    ids: systemIds,
    computer: thisComputer(),
    places,
    sites: createSiteFolders(places, folder),
    parser,
    examiner,
    opener,
    previews,
    printer: printer(previews),
    ...(index ? { search: { index, report: reportUnexpected } } : {}),
  });
  onOutside = ({ ids, kept }) => {
    services.changed(ids);
    if (kept) services.copies(copiesIn(ids), BOTH_KEPT);
  };
  const notices = new FirstNotices((tell: () => void) => tell());
  const tellFirst = (message: string) => notices.tell(() => services.trouble(message));
  if (readOnly === null) {
    // Out of sight in any case; where the disk refuses, the next start tries again.
    const told = await services.settleArrivals(true).catch((error: unknown) => {
      if (!(error instanceof StetError)) throw error;
      return [];
    });
    const tell = options.onNotice ?? tellFirst;
    for (const message of told) tell(message);
  }
  if (host !== 'cli' && readOnly === null) {
    await services.firstStart().catch((error: unknown) => {
      // A library without the sample is as good; the next start tries again.
      if (!(error instanceof StetError)) throw error;
    });
  }
  const stopBackups = host === 'cli' || readOnly !== null ? () => undefined : daily(services);
  const stopTidying = host === 'cli' || readOnly !== null ? () => undefined : tidying(services);
  const reading = setTimeout(() => void services.readForSearch(), SEARCH_AFTER_MS).unref();
  if (host === 'cli') clearTimeout(reading);
  const stopArrivals = host === 'cli' || readOnly !== null ? () => undefined : arrivals(services, tellFirst);
  const stopConflicts =
    host === 'cli' || readOnly !== null
      ? () => undefined
      : outsideChanges(library, (ids) => {
          services.changed(ids);
          notices.tell(() => services.copies(copiesIn(ids), COPY_TAKEN));
        });
  const sessionOf = services.handlers['session.get'];
  const dispatch = createDispatcher(
    {
      ...services.handlers,
      // What a window asks for when it begins to show something.
      'session.get': (input) => {
        notices.windowIsThere();
        return sessionOf(input);
      },
    },
    reportUnexpected,
  );
  library.setForward(dispatch);

  let told = false;
  async function flush(): Promise<boolean> {
    const saved = services.flush().then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof StetError)) reportUnexpected(error);
        return false;
      },
    );
    const done = (await withinLimit(saved)) ?? false;
    if (!done && !told)
      services.trouble('The last edit could not be saved. Stet keeps trying; copy your text somewhere safe before you close it.');
    told = !done;
    return done;
  }

  async function end(): Promise<void> {
    stopBackups();
    stopTidying();
    clearTimeout(reading);
    services.end();
    stopConflicts();
    stopArrivals();
    notices.stop();
    await services.flush().catch(reportUnexpected);
    for (const closed of await Promise.allSettled([library.close(), parser.close(), examiner.close(), index?.close()])) {
      if (closed.status === 'rejected') reportUnexpected(closed.reason);
    }
  }

  let closing: Promise<void> | null = null;
  return {
    dispatch,
    handlers: services.handlers,
    listen(listener) {
      let sequence = 0;
      return services.listen((event) => listener({ ...event, sequence: ++sequence }));
    },
    previews,
    assets: assetDoor(assets, reportUnexpected),
    flush,
    close: () => (closing ??= withinLimit(end())),
  };
}

/** Resolves with `work`, or with nothing when the time to close is over. The timer is aborted afterwards, so that it does not hold the process. */
async function withinLimit<T>(work: Promise<T>): Promise<T | undefined> {
  const over = new AbortController();
  const first = await Promise.race([work, wait(CLOSE_MS, undefined, { signal: over.signal }).catch(() => undefined)]);
  over.abort();
  return first;
}

async function bringOwnerToFront(folder: string): Promise<void> {
  try {
    await askOwner(folder, { focus: true });
  } catch (error) {
    reportUnexpected(error); // the caller says in any case that the library is in use
  }
}

const platform = (): AppInfo['platform'] =>
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
