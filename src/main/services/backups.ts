import { exportName, numbered } from '../../core/article/slug';
import { dailyName, spareBackups } from '../../core/article/rotation';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import type { Backups, OpenedBackup } from '../../core/ports/backups';
import type { Clock } from '../../core/ports/clock';
import type { Places } from '../../core/ports/folders';
import type { LibraryStore } from '../../core/ports/library';
import type { AppInfo, Handlers, InputOf } from '../../core/rpc/contract';
import type { BackupContents } from '../../core/rpc/backupMethods';
import type { Events } from './events';
import type { OpenArticles } from './openArticles';
import { Restoring } from './restoring';

interface BackupPorts {
  articles: ArticleStore;
  library: LibraryStore;
  places: Places;
  backups: Backups;
  clock: Clock;
  info: Pick<AppInfo, 'version'>;
}

/** Files between two words about progress. */
const SAID_EVERY = 50;

/** Archives of the library: making, looking into and restoring them. */
export function backupHandlers(ports: BackupPorts, open: OpenArticles, events: Events) {
  const { articles, places, backups, clock } = ports;
  const { version } = ports.info;
  let cancelled = false;

  const progress = ({ done, total }: { done: number; total: number }): void => {
    if (done % SAID_EVERY === 0 || done === total) events.emit({ type: 'backup', done, total });
  };
  const opened = async ({ folder, name }: InputOf<'backup.examine'>): Promise<OpenedBackup> =>
    backups.open(await (folder === null ? backups.automatic.read(name) : places.read(folder, name)));

  /** A backup counts when it has been read again and every file in it is whole. */
  async function verified(bytes: Uint8Array): Promise<number> {
    const backup = await backups.open(bytes);
    let count = 0;
    await backup.eachArticle(async (article) => {
      if (article) count++;
      return Promise.resolve();
    });
    if ((await backup.damaged()).length > 0) {
      throw new StetError(
        'backup/not-verified',
        'The backup was written, but reading it again gave something else. Do not rely on it: try another disk or folder.',
      );
    }
    return count;
  }

  /** The backup of today, unless it is there; then those that are no longer needed go. Errors: those of storage, `backup/not-verified`. */
  async function daily(): Promise<void> {
    const { automatic } = backups;
    const madeAt = new Date(clock.now()).toISOString();
    const name = dailyName(madeAt.slice(0, 10));
    const names = await automatic.names();
    if (names.includes(name) || (await articles.list()).length === 0) return;
    await automatic.write(name, backups.archive({ version, madeAt }));
    try {
      await verified(await automatic.read(name));
    } catch (error) {
      await automatic.remove(name);
      throw error;
    }
    for (const spare of spareBackups([...names, name], name)) await automatic.remove(spare);
  }

  const handlers = {
    'backup.make': async ({ folder, article }) => {
      cancelled = false;
      await open.flush();
      const madeAt = new Date(clock.now()).toISOString();
      const taken = new Set((await places.names(folder)).map((name) => name.toLowerCase().replace(/\.zip$/u, '')));
      const name = `${numbered(await stem(article, madeAt), taken)}.zip`;
      const request = { version, madeAt, only: article ?? undefined, progress, cancelled: () => cancelled };
      await places.writePieces(folder, name, backups.archive(request));
      return { name, articles: await verified(await places.read(folder, name)) };
    },
    'backup.cancel': () => {
      cancelled = true;
      return Promise.resolve(null);
    },
    'backup.list': async ({ folder }) => {
      const names = folder === null ? await backups.automatic.names() : await places.names(folder);
      return names
        .filter((name) => name.endsWith('.zip'))
        .toSorted()
        .toReversed();
    },
    'backup.examine': async (from): Promise<BackupContents> => new Restoring(ports, open).examine(await opened(from)),
    'backup.restore': async (from): Promise<BackupContents> => {
      const { contents, ids } = await new Restoring(ports, open).restore(await opened(from));
      if (ids.length > 0) events.emit({ type: 'articles', ids, revision: null });
      if (contents.series > 0) events.emit({ type: 'series' });
      return contents;
    },
  } satisfies Partial<Handlers>;
  return { handlers, daily };

  async function stem(article: string | null, madeAt: string): Promise<string> {
    if (article === null) return `stet-library-${madeAt.slice(0, 16).replace(':', '')}`;
    const summary = (await articles.list()).find(({ id }) => id === article);
    if (!summary) throw new StetError('articles/missing', 'This article is no longer in the library.');
    return `${exportName(summary)}.stet`;
  }
}
