import * as v from 'valibot';
import type { Article } from '../article/article';
import { articleId } from '../article/fields';
import type { ArticleSummary } from '../article/summary';
import type { BlockChange } from '../document/blockChanges';
import { documentChanges } from '../document/changes';
import type { Damaged } from '../ports/articles';
import type { SearchResults } from '../ports/search';
import { answers } from './method';
import { ids, index } from './inputs';

/** The draft of a window that saves, and which of its saves this is. */
const sender = v.strictObject({ id: v.pipe(v.string(), v.uuid()), turn: index });

export type Sender = v.InferOutput<typeof sender>;

/** `base` is answered when somebody else saved in between; both versions are then kept. */
export type SaveAnswer = { saved: { revision: number; editedAt: number } } | { conflict: { revision: number } };

/** The article that another one translates, as it is now. */
export interface TranslatedOriginal {
  headline: string;
  language: string;
  revision: number;
  editedAt: number;
  /** What changed for readers since the revision that was translated; null where that revision was not kept. */
  changes: readonly BlockChange[] | null;
}

/** Articles: listing, opening, saving, the trash, what they translate, and finding them. */
export const articleMethods = {
  /**
   * All summaries, or those of the articles named (after an event): one that is gone is simply not among them. `newest` asks only for
   * so many of those outside the trash that were edited last: the first screen, which need not wait for all.
   */
  'articles.list': answers<{ articles: readonly ArticleSummary[]; damaged: readonly Damaged[] }>()(
    v.nullish(
      v.strictObject({
        ids: v.optional(ids),
        newest: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500))),
      }),
      {},
    ),
  ),

  'articles.open': answers<Article>()(v.strictObject({ id: articleId })),

  /** A blank article, or one with this document (a copy kept from a conflict). The document passes the gate. */
  'articles.create': answers<Article>()(v.strictObject({ doc: v.optional(v.unknown()) })),

  /** With a `sender`, a later save upon the same revision takes the place of that sender's earlier one: what a closing window sends. */
  'articles.save': answers<SaveAnswer>()(
    v.strictObject({ id: articleId, baseRevision: index, changes: documentChanges, sender: v.optional(sender) }),
  ),

  'articles.trash': answers<{ trashed: readonly string[] }>()(v.strictObject({ ids })),

  'articles.restore': answers<{ restored: readonly string[] }>()(v.strictObject({ ids })),

  /**
   * The articles whose words, people, notes and tags are as asked for (docs/search.md), the best first. `reading` says how far the
   * library has been read, null when all of it; `whole` waits until then.
   */
  'search.find': answers<SearchResults & { reading: { done: number; total: number } | null }>()(
    v.strictObject({
      query: v.pipe(v.string(), v.maxLength(1000)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
      trashed: v.optional(v.boolean(), false),
      whole: v.optional(v.boolean(), false),
    }),
  ),

  /** What would go with articles that are deleted for good: their kept versions, and the pictures in any of them. */
  'trash.weigh': answers<{ versions: number; pictures: number }>()(v.strictObject({ ids })),

  /** Deletes articles that lie in the trash, with their versions and the pictures that nothing else needs. There is no undo. */
  'trash.delete': answers<{ deleted: readonly string[] }>()(v.strictObject({ ids })),

  /** How an article stands to the revision of it that was translated. */
  'translations.original': answers<TranslatedOriginal>()(v.strictObject({ article: articleId, revision: index })),

  /** Keeps the text that is translated as a version, so that what changed since can be told; nothing where the article is past that revision. */
  'translations.paired': answers<null>()(v.strictObject({ article: articleId, revision: index })),
} as const;
