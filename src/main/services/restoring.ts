import type { Article } from '../../core/article/article';
import { checkDocument } from '../../core/document/schema';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import type { OpenedBackup } from '../../core/ports/backups';
import type { LibraryStore } from '../../core/ports/library';
import type { BackupContents } from '../../core/rpc/backupMethods';
import type { Series } from '../../core/series/series';
import { articleOf, settle } from '../../core/series/settle';
import type { OpenArticles } from './openArticles';

type Standing = 'missing' | 'older' | 'same' | 'newer';

/** How a library takes in a backup: what it lacks is added, what is older here is brought up to date, what is newer here stays. */
export class Restoring {
  constructor(
    private readonly ports: { articles: ArticleStore; library: LibraryStore },
    private readonly open: OpenArticles,
  ) {}

  /** What restoring would do. Changes nothing. */
  async examine(backup: OpenedBackup): Promise<BackupContents> {
    return (await this.each(backup, () => Promise.resolve())).contents;
  }

  /** Restores, one durable write an article; one that cannot be written ends it, and those before it stay. Errors: those of storage. */
  async restore(backup: OpenedBackup): Promise<{ contents: BackupContents; ids: string[] }> {
    const empty = (await this.ports.articles.list()).length === 0;
    // First what articles refer to, so that none ever stands without its pictures.
    await backup.addRest();
    const done = await this.each(backup, (article, standing) => this.take(article, standing));
    const theirs = await backup.library();
    if (theirs) {
      const known = new Set((await this.ports.articles.list()).map(({ id }) => id));
      await this.ports.library.update((data) => ({
        ...data,
        series: [...data.series, ...newSeries(data.series, theirs.series, known)],
        settings: empty ? { ...theirs.settings, sampled: true } : data.settings,
      }));
    }
    return done;
  }

  private async each(
    backup: OpenedBackup,
    act: (article: Article, standing: Standing) => Promise<void>,
  ): Promise<{ contents: BackupContents; ids: string[] }> {
    const count = { missing: 0, older: 0, same: 0, newer: 0 };
    const ids: string[] = [];
    const coming = new Set<string>();
    const here = new Set((await this.ports.articles.list()).map(({ id }) => id));
    await backup.eachArticle(async (article) => {
      if (!article) return;
      const standing = here.has(article.id) ? await this.compare(article) : 'missing';
      count[standing]++;
      coming.add(article.id);
      if (standing === 'missing' || standing === 'older') {
        await act(article, standing);
        ids.push(article.id);
      }
    });
    const theirs = (await backup.library())?.series ?? [];
    const { series } = await this.ports.library.read();
    const contents = {
      madeAt: backup.madeAt,
      ...count,
      series: newSeries(series, theirs, new Set([...here, ...coming])).length,
      damaged: (await backup.damaged()).length,
    };
    return { contents, ids };
  }

  private async compare(theirs: Article): Promise<Standing> {
    let ours: Article;
    try {
      ours = await this.open.read(theirs.id);
    } catch (error) {
      // What cannot be read here is what a backup is for; the damaged file is set aside, not lost.
      if (error instanceof StetError && (error.code === 'articles/missing' || error.code === 'articles/unreadable'))
        return 'missing';
      throw error;
    }
    // Both as the gate writes them: a document that was saved piece by piece has its keys in another order.
    const words = JSON.stringify(checkDocument(ours.doc));
    if (ours.trashedAt === theirs.trashedAt && words === JSON.stringify(checkDocument(theirs.doc))) return 'same';
    return ours.revision < theirs.revision ? 'older' : 'newer';
  }

  private async take(article: Article, standing: Standing): Promise<void> {
    if (standing === 'missing') return this.open.create(article);
    // Looked at again in its turn: a save may have come in between, and what is newer stays.
    await this.open.change(article.id, (newest) => (newest.revision < article.revision ? article : null));
  }
}

/** Those of `theirs` that can stand beside ours: not known here, and with no article that stands in a series of ours. */
function newSeries(ours: readonly Series[], theirs: readonly Series[], known: ReadonlySet<string>): Series[] {
  const taken = new Set(ours.flatMap((one) => one.entries.flatMap((entry) => articleOf(entry) ?? [])));
  const ids = new Set(ours.map(({ id }) => id));
  const free = theirs.filter(
    (one) => !ids.has(one.id) && !one.entries.some((entry) => 'article' in entry && taken.has(entry.article)),
  );
  return settle(
    free.map((one) => ({ ...one, entries: one.entries.filter((entry) => !('article' in entry) || known.has(entry.article)) })),
  );
}
