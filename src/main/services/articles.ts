import { ARTICLE_SCHEMA, type Article } from '../../core/article/article';
import { blankFields } from '../../core/article/fields';
import { applyChanges } from '../../core/document/changes';
import type { DocJson } from '../../core/document/json';
import { checkDocument, parseDocument } from '../../core/document/schema';
import type { ArticleStore } from '../../core/ports/articles';
import type { Clock, Ids } from '../../core/ports/clock';
import type { LibraryStore } from '../../core/ports/library';
import type { Handlers } from '../../core/rpc/contract';
import type { Events } from './events';
import { LastSaves } from './lastSaves';
import type { OpenArticles } from './openArticles';

interface ArticlePorts {
  articles: ArticleStore;
  library: LibraryStore;
  clock: Clock;
  ids: Ids;
}

/** A new article around a document that has passed the gate. */
export function newArticle(doc: DocJson, { ids, clock }: Pick<ArticlePorts, 'ids' | 'clock'>): Article {
  const now = clock.now();
  return { id: ids.next(), revision: 1, schema: ARTICLE_SCHEMA, createdAt: now, editedAt: now, trashedAt: null, doc };
}

const blankDocument = (language: string): DocJson => ({
  type: 'doc',
  attrs: blankFields(language),
  content: [{ type: 'kicker' }, { type: 'headline' }, { type: 'standfirst' }, { type: 'paragraph' }],
});

/** Articles: listing, opening, saving, and the trash. */
export function articleHandlers(ports: ArticlePorts, open: OpenArticles, events: Events) {
  const { articles, library, clock } = ports;
  const lastSaves = new LastSaves();

  // Gives the ids that were not already as asked. Each article is one durable write.
  async function mark(ids: readonly string[], trashedAt: number | null): Promise<string[]> {
    const changed: string[] = [];
    try {
      for (const id of new Set(ids)) {
        const written = await open.change(id, (newest) =>
          (newest.trashedAt === null) === (trashedAt === null) ? null : { ...newest, trashedAt, revision: newest.revision + 1 },
        );
        if (written) changed.push(id);
      }
    } finally {
      if (changed.length > 0) events.emit({ type: 'articles', ids: changed, revision: null });
    }
    return changed;
  }

  return {
    'articles.list': async ({ ids, newest }) => {
      const asked = async () => {
        if (ids) return [...(await articles.summaries([...new Set(ids)])).values()];
        return newest === undefined ? articles.list() : (await articles.newest(newest)).articles;
      };
      return { articles: await asked(), damaged: await articles.damaged() };
    },

    'articles.open': ({ id }) => open.opened(id),

    'articles.create': async ({ doc }) => {
      const language = (await library.read()).settings.language;
      const article = newArticle(doc === undefined ? blankDocument(language) : checkDocument(doc), ports);
      await open.create(article);
      events.emit({ type: 'articles', ids: [article.id], revision: article.revision });
      return article;
    },

    'articles.save': async ({ id, baseRevision, changes, sender }) => {
      let conflict = 0;
      const saved = await open.change(id, (newest, durable) => {
        // After a failed write the window does not know that revision: its next save still counts from what is on disk.
        const base =
          [newest, durable].find((version) => version.revision === baseRevision) ??
          (sender && lastSaves.base(newest, baseRevision, sender));
        if (!base || (sender && lastSaves.overtakes(newest, sender))) {
          conflict = newest.revision;
          return null;
        }
        const doc = applyChanges(base.doc, changes);
        // The gate sees the whole, but the spliced JSON is kept: unchanged blocks stay the same objects, and summaries stay cheap.
        parseDocument(doc);
        const revision = newest.revision + 1;
        if (sender) lastSaves.remember(base, revision, sender);
        return { ...newest, doc, revision, editedAt: clock.now() };
      });
      if (!saved) return { conflict: { revision: conflict } };
      events.emit({ type: 'articles', ids: [id], revision: saved.revision });
      return { saved: { revision: saved.revision, editedAt: saved.editedAt } };
    },

    'articles.trash': async ({ ids }) => ({ trashed: await mark(ids, clock.now()) }),
    'articles.restore': async ({ ids }) => ({ restored: await mark(ids, null) }),
  } satisfies Partial<Handlers>;
}
