import { lookIntoTrash } from '../../core/article/trashStay';
import { picturesIn } from '../../core/document/pictures';
import type { ArticleStore } from '../../core/ports/articles';
import type { Clock } from '../../core/ports/clock';
import type { HistoryStore } from '../../core/ports/history';
import type { LibraryStore } from '../../core/ports/library';
import type { Handlers } from '../../core/rpc/contract';
import { articleOf, settle } from '../../core/series/settle';
import type { Events } from './events';
import type { OpenArticles } from './openArticles';

interface TrashPorts {
  articles: ArticleStore;
  history: HistoryStore;
  library: LibraryStore;
  clock: Clock;
}

const STILL_LISTED =
  'The articles are deleted for good, but the list beside them could not be written anew, and their headlines may still stand in it. Look whether the disk is full.';

/** Deleting for good: the one thing that takes an article, its versions and its place in a series away, and the only one without an undo. */
export function trashHandlers(
  ports: TrashPorts,
  open: OpenArticles,
  events: Events,
  collect: () => Promise<unknown>,
  forgetInSearch: (ids: readonly string[]) => Promise<unknown>,
) {
  const { articles, history, library, clock } = ports;

  // Gives the ids that are gone, also when one of them fails in the middle.
  async function remove(ids: readonly string[], gone: string[]): Promise<void> {
    try {
      for (const id of new Set(ids)) {
        await open.remove(id, () => history.remove(id));
        gone.push(id);
      }
    } finally {
      if (gone.length > 0) await forget(gone);
    }
  }

  async function forget(gone: readonly string[]): Promise<void> {
    events.emit({ type: 'articles', ids: gone, revision: null });
    await articles.compact().catch(() => events.emit({ type: 'trouble', message: STILL_LISTED }));
    const stands = (id: string | null) => id === null || !gone.includes(id);
    const { series } = await library.read();
    if (series.some((one) => one.entries.some((entry) => !stands(articleOf(entry))))) {
      await library.update((data) => ({
        ...data,
        series: settle(data.series.map((one) => ({ ...one, entries: one.entries.filter((entry) => stands(articleOf(entry))) }))),
      }));
      events.emit({ type: 'series' });
    }
    // What stays behind only takes room, and is looked for at the next start again.
    await collect().catch(() => undefined);
    // The index follows the articles in any case; this takes the last trace of their words out of its file.
    await forgetInSearch(gone).catch(() => undefined);
  }

  const handlers = {
    'trash.weigh': async ({ ids }) => {
      let versions = 0;
      const pictures = new Set<string>();
      for (const id of ids) {
        const kept = await history.versions(id);
        versions += kept.versions.length;
        const docs = [(await open.read(id)).doc, ...kept.versions.map(({ version }) => kept.rough(version))];
        for (const doc of docs) if (doc) for (const asset of picturesIn(doc)) pictures.add(asset);
      }
      return { versions, pictures: pictures.size };
    },
    'trash.delete': async ({ ids }) => {
      const deleted: string[] = [];
      await remove(ids, deleted);
      return { deleted };
    },
  } satisfies Partial<Handlers>;

  /** Counts another day for what lies in the trash, and deletes for good what lay there for `TRASH_DAYS`. Gives the ids. Errors: those of storage. */
  async function sweep(): Promise<readonly string[]> {
    const now = clock.now();
    const trashed = (await articles.list()).flatMap(({ id, trashedAt }) => (trashedAt === null ? [] : [{ id, trashedAt }]));
    const { trash } = await library.read();
    const { stays, over } = lookIntoTrash(trash, trashed, now);
    if (stays !== trash) {
      await library.update((data) => ({ ...data, trash: { ...lookIntoTrash(data.trash, trashed, now).stays } }));
    }
    const gone: string[] = [];
    await remove(over, gone);
    return gone;
  }

  return { handlers, sweep };
}
