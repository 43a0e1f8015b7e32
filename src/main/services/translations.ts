import { inlineText } from '../../core/article/summary';
import { blockChanges } from '../../core/document/blockChanges';
import { publicView } from '../../core/document/publicView';
import type { DocJson } from '../../core/document/json';
import { StetError } from '../../core/errors';
import type { HistoryStore } from '../../core/ports/history';
import type { Handlers } from '../../core/rpc/contract';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';

/** Translations: what became of the article that another one translates. */
export function translationHandlers(
  { history }: { history: HistoryStore },
  open: OpenArticles,
  recorder: Pick<HistoryRecorder, 'flush' | 'mark'>,
) {
  /** The document as it was at exactly this revision; null where that was not kept or cannot be read. */
  async function at(article: string, revision: number): Promise<DocJson | null> {
    await recorder.flush(article);
    const { versions } = await history.versions(article);
    const kept = versions.findLast((version) => version.revision <= revision);
    // A save that changed nothing is no version of its own: the one before it carries the mark.
    if (!kept || (kept.revision !== revision && !kept.translated)) return null;
    try {
      return await history.document(article, kept.version);
    } catch (error) {
      if (error instanceof StetError && error.code.startsWith('history/')) return null; // told as "was not kept"
      throw error;
    }
  }

  return {
    'translations.original': async ({ article, revision }) => {
      const { doc, revision: newest, editedAt } = await open.read(article);
      const then = newest === revision ? doc : await at(article, revision);
      return {
        headline: inlineText(doc.content[1].content),
        language: doc.attrs.language,
        revision: newest,
        editedAt,
        // Compared as the public sees it: a private note is no reason to translate again.
        changes: then && blockChanges(publicView(then), publicView(doc)),
      };
    },

    'translations.paired': async ({ article, revision }) => {
      const original = await open.read(article);
      if (original.revision === revision) await recorder.mark(original, { translated: true });
      return null;
    },
  } satisfies Partial<Handlers>;
}
