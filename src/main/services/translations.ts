import { inlineText } from '../../core/article/summary';
import { blockChanges } from '../../core/document/blockChanges';
import { publicView } from '../../core/document/publicView';
import type { Versions } from '../../core/ports';
import type { Handlers } from '../../core/rpc/contract';
import type { OpenArticles } from './openArticles';

/** Translations: what became of the article that another one translates. */
export function translationHandlers({ versions }: { versions?: Versions }, open: OpenArticles) {
  return {
    'translations.original': async ({ article, revision }) => {
      const { doc, revision: newest, editedAt } = await open.read(article);
      const then = newest === revision ? doc : ((await versions?.versionAt(article, revision)) ?? null);
      return {
        headline: inlineText(doc.content[1].content),
        language: doc.attrs.language,
        revision: newest,
        editedAt,
        // Compared as the public sees it: a private note is no reason to translate again.
        changes: then && blockChanges(publicView(then), publicView(doc)),
      };
    },
  } satisfies Partial<Handlers>;
}
