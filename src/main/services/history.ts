import type { DocJson } from '../../core/document/json';
import { changedFields } from '../../core/history/changedValues';
import { timeline } from '../../core/history/timeline';
import { wordChange } from '../../core/history/wordChange';
import { StetError } from '../../core/errors';
import type { HistoryStore, StoredHistory } from '../../core/ports/history';
import type { Handlers } from '../../core/rpc/contract';
import type { Filing, ListedVersion } from '../../core/rpc/historyMethods';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';

/** Versions: listing, reading and naming. Restoring is an edit of the window, undone like any other. */
export function historyHandlers({ history }: { history: HistoryStore }, open: OpenArticles, recorder: HistoryRecorder) {
  /** With what waits in memory written, as far as the disk takes it. */
  async function newest(id: string): Promise<StoredHistory> {
    await recorder.flush(id);
    return history.versions(id);
  }

  /** Notes that a revision was filed; false where its text is kept no more. Errors: those of reading and of `HistoryStore.note`. */
  async function note({ article: id, revision, filed }: Filing): Promise<boolean> {
    const article = await open.read(id);
    if (article.revision === revision) {
      await recorder.keep(article, { filed });
      return true;
    }
    // Written on since: every save is a version, so the text that left is one.
    const version = (await newest(id)).versions.findLast((one) => one.revision === revision);
    if (version) await history.note(id, version.version, { filed });
    return version !== undefined;
  }

  return {
    'history.list': async ({ id }) => {
      const stored = await newest(id);
      let [before, earlier]: [DocJson | null, DocJson | null] = [null, null];
      let sitting = 0;
      const versions = timeline(stored.versions).map((version): ListedVersion => {
        const doc = stored.rough(version.version);
        if (version.sitting !== sitting) [earlier, sitting] = [before, version.sitting];
        const entry = {
          ...version,
          words: before && doc ? wordChange(before, doc) : null,
          sittingWords: earlier && doc ? wordChange(earlier, doc) : null,
          fields: before && doc ? changedFields(before.attrs, doc.attrs) : [],
          readable: doc !== null,
        };
        before = doc ?? before;
        return entry;
      });
      return { versions, lost: stored.lost, newer: stored.newer };
    },

    'history.read': async ({ id, version }) => {
      await recorder.flush(id);
      return { version, doc: await history.document(id, version) };
    },

    'history.name': async ({ id, version, name }) => {
      await recorder.flush(id);
      await history.note(id, version, { name });
      return null;
    },

    'history.keep': async ({ id, name }) => ({ version: await recorder.keep(await open.read(id), { name }) }),

    'history.filed': async ({ filings }) => {
      const unknown: string[] = [];
      for (const filing of filings) {
        const noted = await note(filing).catch((error: unknown) => {
          if (error instanceof StetError && error.code === 'articles/missing') return false;
          throw error;
        });
        if (!noted) unknown.push(filing.article);
      }
      return { unknown };
    },
  } satisfies Partial<Handlers>;
}
