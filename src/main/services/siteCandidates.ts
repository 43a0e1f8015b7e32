import type { ArticleSummary } from '../../core/article/summary';
import { picturesIn } from '../../core/document/pictures';
import { isUnderEmbargo } from '../../core/document/publicFields';
import { embargoNotice } from '../../core/formats/embargoNotice';
import type { EmbargoedArticle } from '../../core/rpc/exportMethods';
import type { Series } from '../../core/series/series';
import { articleOf } from '../../core/series/settle';
import type { Listed } from '../../core/sites/arrange';
import type { Files } from '../../core/sites/manifest';
import type { Site } from '../../core/sites/site';
import type { OpenArticles } from './openArticles';

/** An article as the site may take it. */
export interface Candidate extends Listed {
  page: string;
  embargoed: boolean;
  publishedAt: string | null;
}

interface Asked {
  site: Site;
  series: readonly Series[];
  known: ReadonlyMap<string, ArticleSummary>;
  /** What Stet wrote there before. */
  files: Files;
  /** Articles that go there in spite of their embargo, where the format can keep them back. */
  named: readonly string[];
  now: number;
  open: OpenArticles;
  pageName(id: string): string;
  /** Asked before each article; throws when the export is to stop. */
  goOn(): void;
}

/** What may go to the site: ready or published, never out of the trash; and what an embargo keeps back. Errors: those of storage. */
export async function candidates({
  site,
  series,
  known,
  files,
  named,
  now,
  open,
  pageName,
  goOn,
}: Asked): Promise<{ taken: Candidate[]; embargoed: EmbargoedArticle[]; drafts: number }> {
  const inSeries = new Set(
    site.what.kind === 'series'
      ? (series.find(({ id }) => site.what.kind === 'series' && id === site.what.series)?.entries ?? []).flatMap(
          (entry) => articleOf(entry) ?? [],
        )
      : [],
  );
  const belongs = ({ id, section }: ArticleSummary): boolean => {
    if (site.what.kind === 'series') return inSeries.has(id);
    return site.what.kind === 'all' || section[0]?.toLowerCase() === site.what.section.toLowerCase();
  };
  const among = [...known.values()]
    .filter((summary) => summary.trashedAt === null && belongs(summary))
    .sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1));
  const taken: Candidate[] = [];
  const embargoed: EmbargoedArticle[] = [];
  let drafts = 0;
  for (const summary of among) {
    if (summary.status !== 'ready' && summary.status !== 'published') {
      if (summary.status !== 'killed') drafts++;
      continue;
    }
    goOn();
    const { doc } = await open.read(summary.id);
    const { embargo, publishedAt, dateline, translationOf } = doc.attrs;
    const page = pageName(summary.id);
    const before = [...files.values()].find((entry) => entry.page === page);
    const held = isUnderEmbargo(embargo, now);
    const notice = held ? embargoNotice(doc.attrs) : null;
    // Only Hugo keeps a page back by its date; and once the writer has named an article, it stays.
    if (notice && !(site.format === 'hugo' && (named.includes(summary.id) || before?.embargoed === true))) {
      embargoed.push({ article: summary.id, headline: summary.headline, line: notice.line });
      continue;
    }
    taken.push({
      id: summary.id,
      slug: summary.slug,
      headline: summary.headline,
      section: summary.section,
      language: summary.language,
      original: translationOf?.article ?? null,
      day: (publishedAt ?? embargo?.instant ?? dateline?.date ?? before?.day ?? new Date(now).toISOString()).slice(0, 10),
      pictures: picturesIn(doc).length > 0,
      page,
      embargoed: held,
      publishedAt,
    });
  }
  return { taken, embargoed, drafts };
}
