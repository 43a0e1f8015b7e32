import { arrivingIn } from '../../core/article/library';
import { isOpenable } from '../../core/article/url';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import type { AssetStore, NeededAssets } from '../../core/ports/assets';
import type { Backups } from '../../core/ports/backups';
import type { Clock, Ids } from '../../core/ports/clock';
import type { Opener, Previews, Printer } from '../../core/ports/desktop';
import type { Places, SiteFolders } from '../../core/ports/folders';
import type { HistoryStore } from '../../core/ports/history';
import type { LibraryStore, SessionStore, WordPlace } from '../../core/ports/library';
import type { SearchIndex } from '../../core/ports/search';
import type { KeptCopy } from '../../core/rpc/events';
import type { Examiner, Parser } from '../../core/ports/work';
import { withoutArticles, type Recovery } from '../../core/recovery';
import type { AppInfo, Handlers } from '../../core/rpc/contract';
import type { Filing } from '../../core/rpc/historyMethods';
import { annotatedHandlers } from './annotatedCopies';
import { withoutArriving } from './arriving';
import { articleHandlers } from './articles';
import { backupHandlers } from './backups';
import { checkHandlers } from './checks';
import { copyHandlers } from './copying';
import { collectAssets, neededByArticles, neededByHistory } from './collectAssets';
import { Events, type Listener } from './events';
import { exportHandlers } from './exports';
import type { Filer } from './exportRun';
import { firstStart } from './firstStart';
import { historyHandlers } from './history';
import { heldFirst } from './heldFirst';
import { HistoryRecorder } from './historyRecorder';
import { batchHandlers } from './importBatches';
import { importHandlers } from './imports';
import { OpenArticles } from './openArticles';
import { peopleHandlers } from './people';
import { SearchKeeper, searchHandlers } from './search';
import { returnedHandlers } from './returned';
import { seriesHandlers } from './series';
import { settleArrivals } from './settleArrivals';
import { siteHandlers } from './sites';
import { trashHandlers } from './trash';
import { translationHandlers } from './translations';
import { wordHandlers } from './words';
import { SessionKeeper, settingsHandlers } from './settings';

export interface ServicePorts {
  info: AppInfo;
  articles: ArticleStore;
  assets: AssetStore;
  history: HistoryStore;
  library: LibraryStore;
  session: SessionStore;
  clock: Clock;
  ids: Ids;
  /** A name of this computer, the same at every start and another's only by chance. */
  computer: string;
  places: Places;
  sites: SiteFolders;
  parser: Parser;
  examiner: Examiner;
  opener: Opener;
  previews: Previews;
  printer: Printer;
  backups: Backups;
  /** What the library is searched with, and who hears of what fails while it is filled. */
  search?: { index: SearchIndex; report(error: unknown): void };
  /** Where else words of the articles may stand; without it nowhere. */
  wordPlaces?: readonly WordPlace[];
  /** Hears what an export filed, where the library is only read and whoever owns it is told afterwards; without it the history says so. */
  onFiled?: (filing: Filing) => void;
  /** What was found after an unclean end; without it there was none. */
  recovered?: Promise<Recovery | null>;
}

export interface Services {
  handlers: Handlers;
  /** Calls `listener` at every event until the function that it gives is called. */
  listen(listener: Listener): () => void;
  /** Tells every window of articles that changed outside a call. */
  changed(ids: readonly string[]): void;
  /** Tells every window of something that failed outside a call. */
  trouble(message: string): void;
  /** Tells every window of versions that were kept as articles of their own. */
  copies(copies: readonly KeptCopy[], message: string): void;
  /** Removes pictures that nothing needs any more; what else needs them comes as `more`. Errors: those of the stores. */
  collect(more?: readonly NeededAssets[]): Promise<readonly string[]>;
  /** Counts a day for what lies in the trash and deletes for good what lay there long enough. Gives the ids. Errors: those of storage. */
  sweepTrash(): Promise<readonly string[]>;
  /**
   * Settles imports that never ended, those of this computer only at the `start`, and gives what the writer has to know of it.
   * Errors: those of storage.
   */
  settleArrivals(start: boolean): Promise<readonly string[]>;
  /** Puts a sample article into a library that never had anything. */
  firstStart(): Promise<void>;
  /** Makes the automatic backup of today, unless it is there. Errors: those of storage, `backup/not-verified`. */
  dailyBackup(): Promise<void>;
  /** Brings the index for searching up to date, in the background. Never rejects. */
  readForSearch(): Promise<void>;
  /** Ends what goes on in the background. */
  end(): void;
  /** Writes what could not be written before. Rejects when it still cannot be. */
  flush(): Promise<void>;
}

/** Every method of the contract over the ports of a host. */
export function createServices(given: ServicePorts): Services {
  const ports = { ...given, articles: withoutArriving(given.articles, given.library) };
  const events = new Events();
  const trouble = (message: string) => events.emit({ type: 'trouble', message });
  const recorder = new HistoryRecorder({ store: ports.history, clock: ports.clock, onTrouble: trouble });
  // The one that also writes what arrives, and takes it back.
  const open = new OpenArticles(given.articles, recorder);
  const session = new SessionKeeper(ports.session);
  const search = ports.search
    ? new SearchKeeper(heldFirst(ports.articles, open), ports.search.index, events, ports.search.report)
    : null;
  const { places, opener } = ports;
  let recovered = ports.recovered ?? Promise.resolve(null);
  const check = checkHandlers(ports, open);
  const backup = backupHandlers(ports, open, events);

  const { onFiled } = ports;
  const filing: Filer = onFiled
    ? { mark: ({ id, revision }, { filed }) => Promise.resolve(onFiled({ article: id, revision, filed })) }
    : recorder;
  const batches = batchHandlers(ports, open, recorder, events);
  const collect = (more: readonly NeededAssets[] = []) =>
    collectAssets(ports, [
      neededByArticles(ports.articles),
      () => Promise.resolve(open.pictures),
      neededByHistory(ports.history),
      batches.needed,
      ...more,
    ]);
  const forgetInSearch = async (ids: readonly string[]) => search?.forget(ids);
  const trash = trashHandlers(ports, open, events, collect, forgetInSearch);

  const handlers: Handlers = {
    'app.info': () => Promise.resolve(ports.info),
    ...articleHandlers(ports, open, events),
    ...trash.handlers,
    ...wordHandlers(ports, open, recorder, events, () => backup.daily(), forgetInSearch),
    ...seriesHandlers(ports, events),
    ...translationHandlers(ports, open, recorder),
    ...peopleHandlers(ports),
    ...check.handlers,
    ...searchHandlers(search),
    ...historyHandlers(ports, open, recorder),
    ...returnedHandlers(ports, open, recorder),
    ...importHandlers(ports),
    ...batches.handlers,
    ...exportHandlers(ports, open, filing, events),
    ...copyHandlers(ports, open, recorder),
    ...annotatedHandlers(ports, open, check.examine),
    ...siteHandlers(ports, open, recorder, events),
    ...backup.handlers,
    'places.choose': () => places.choose(),
    'places.list': ({ handle }) => places.list(handle),
    'places.make': ({ parent, name }) => places.make(parent, name),
    'recovery.get': () => recovered,
    'recovery.dismiss': () => {
      recovered = Promise.resolve(null);
      return Promise.resolve(null);
    },
    ...settingsHandlers(ports, events),
    'session.get': () => session.read(),
    'session.put': (data) => {
      session.put(data);
      return Promise.resolve(null);
    },
    'links.open': async ({ url }) => {
      if (!isOpenable(url)) {
        throw new StetError(
          'links/refused',
          'Stet opens only plain web and mail addresses, without a name or password before the site. Correct the address and try again.',
        );
      }
      await opener.open(url);
      return null;
    },
  };

  return {
    handlers,
    listen: (listener) => events.listen(listener),
    changed: (ids) => {
      open.changedOutside(ids);
      events.emit({ type: 'articles', ids, revision: null });
    },
    trouble,
    copies: (copies, message) => events.emit({ type: 'copies', copies, message }),
    collect,
    sweepTrash: () => trash.sweep(),
    settleArrivals: async (start) => {
      const cutOff = [...arrivingIn(await ports.library.read())];
      const { ids, messages } = await settleArrivals(ports, open, start);
      // Told of as an import, not one by one.
      if (start) recovered = recovered.then((found) => found && withoutArticles(found, cutOff));
      if (ids.length > 0) events.emit({ type: 'articles', ids, revision: null });
      return messages;
    },
    firstStart: () => firstStart(ports, open),
    dailyBackup: () => backup.daily(),
    readForSearch: async () => search?.catchUp(),
    end: () => search?.end(),
    flush: async () => {
      await session.flush();
      await open.flush();
      await recorder.flush();
    },
  };
}
