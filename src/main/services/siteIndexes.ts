import type { PublicView } from '../../core/document/publicView';
import type { Series } from '../../core/series/series';
import { articleOf } from '../../core/series/settle';
import { INDEX, wayTo, type SitePage } from '../../core/sites/arrange';
import { indexPage, type IndexEntry } from '../../core/sites/indexPage';
import type { Site } from '../../core/sites/site';

/** A page as a list of pages names it. */
export interface IndexedPage {
  id: string;
  page: SitePage;
  /** First name of its section. */
  section: string;
  headline: string;
  standfirst: string;
  publishedAt: string | null;
}

/**
 * The pages that list others, by their paths: one for the site and one for each folder. Series stand in their order, everything
 * else the newest first. Hugo lists pages by itself: it gets the titles of its sections.
 */
export function siteIndexes(site: Site, pages: readonly IndexedPage[], series: readonly Series[]): Map<string, PublicView> {
  const indexes = new Map<string, PublicView>();
  const name = INDEX[site.format];
  if (name === null) return indexes;
  const folders = [...new Set(pages.map(({ page }) => page.folder).filter((folder) => folder !== ''))].sort();
  for (const folder of folders) {
    const path = `${folder}/${name}`;
    const among = pages.filter(({ page }) => page.folder === folder);
    const title = among[0]?.section ?? site.name;
    indexes.set(path, indexPage(title, site.language, site.format === 'hugo' ? [] : grouped(path, among, series)));
  }
  if (site.format !== 'hugo') indexes.set(name, indexPage(titleOf(site, series), site.language, grouped(name, pages, series)));
  return indexes;
}

function titleOf({ name, what }: Site, series: readonly Series[]): string {
  if (what.kind === 'all') return name;
  return what.kind === 'section' ? what.section : (series.find(({ id }) => id === what.series)?.name ?? name);
}

function grouped(from: string, pages: readonly IndexedPage[], series: readonly Series[]) {
  const byId = new Map(pages.map((page) => [page.id, page]));
  const entry = ({ headline, standfirst, page }: IndexedPage): IndexEntry => ({
    headline: headline.trim() || 'Untitled',
    standfirst,
    url: wayTo(from, page.address),
  });
  const inSeries = series.flatMap(({ name, entries }) => {
    const among = entries.flatMap((one) => byId.get(articleOf(one) ?? '') ?? []);
    return among.length > 1 ? [{ title: name, among }] : [];
  });
  const placed = new Set(inSeries.flatMap(({ among }) => among.map(({ id }) => id)));
  const others = pages.filter(({ id }) => !placed.has(id));
  const only = inSeries.length === 1 && others.length === 0;
  return [
    { title: null, entries: newestFirst(others).map(entry) },
    ...inSeries.map(({ title, among }) => ({ title: only ? null : title, entries: among.map(entry) })),
  ];
}

/** By the time of publication; what has none yet comes first, in the order given. */
function newestFirst(pages: readonly IndexedPage[]): IndexedPage[] {
  const time = ({ publishedAt }: IndexedPage): number => (publishedAt === null ? Infinity : Date.parse(publishedAt));
  return [...pages].sort((one, other) => {
    const [a, b] = [time(one), time(other)];
    return a === b ? 0 : b - a;
  });
}
