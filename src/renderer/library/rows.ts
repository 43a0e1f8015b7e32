import type { ArticleSummary } from '../../core/article/summary';
import type { Settings } from '../../core/article/library';
import { sectionOf, titleOf } from '../state/articles';
import { statuses } from '../../core/article/fields';
import { statusTitles } from './statusTitles';

/** A line of the list: the title of a group, or an article. */
export type Row =
  { readonly group: string; readonly count: number } | { readonly article: ArticleSummary; readonly pinned: boolean };

export interface Order {
  readonly sort: Settings['list']['sort'];
  readonly group: Settings['list']['group'];
  readonly pins: readonly string[];
  /** The name of the series that an article stands in; null for none. */
  readonly seriesOf: (id: string) => string | null;
  /** When it is, in milliseconds since 1970: for the groups of days. */
  readonly now: number;
}

const PINNED = 'Pinned';
const DAY = 24 * 60 * 60 * 1000;
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * The list as it is shown: pinned articles first, then group by group, each in the order that was chosen. `articles` come last edited
 * first, and keep that order where nothing else decides.
 */
export function rowsOf(articles: readonly ArticleSummary[], { sort, group, pins, seriesOf, now }: Order): readonly Row[] {
  const isPinned = new Set(pins);
  const ordered = sorted(articles, sort);
  const pinned = ordered.filter(({ id }) => isPinned.has(id));
  const others = ordered.filter(({ id }) => !isPinned.has(id));
  const rows: Row[] = pinned.length > 0 ? titled(PINNED, pinned, true) : [];
  if (group === 'none')
    return [...rows, ...(rows.length > 0 && others.length > 0 ? titled('Others', others, false) : plain(others, false))];
  const groups = new Map<string, ArticleSummary[]>();
  for (const article of others) {
    const title = titleFor(article, group, seriesOf, now);
    const there = groups.get(title);
    if (there) there.push(article);
    else groups.set(title, [article]);
  }
  for (const [title, inside] of inOrder([...groups], group)) rows.push(...titled(title, inside, false));
  return rows;
}

const plain = (articles: readonly ArticleSummary[], pinned: boolean): Row[] => articles.map((article) => ({ article, pinned }));
const titled = (group: string, articles: readonly ArticleSummary[], pinned: boolean): Row[] => [
  { group, count: articles.length },
  ...plain(articles, pinned),
];

function sorted(articles: readonly ArticleSummary[], sort: Order['sort']): readonly ArticleSummary[] {
  if (sort === 'edited') return articles;
  if (sort === 'created') return articles.toSorted((a, b) => b.createdAt - a.createdAt);
  return articles.toSorted((a, b) => collator.compare(titleOf(a), titleOf(b)));
}

const NONE = { section: 'No section', series: 'In no series' } as const;

function titleFor(
  article: ArticleSummary,
  group: Exclude<Order['group'], 'none'>,
  seriesOf: Order['seriesOf'],
  now: number,
): string {
  switch (group) {
    case 'section':
      return sectionOf(article) || NONE.section;
    case 'status':
      return statusTitles[article.status];
    case 'series':
      return seriesOf(article.id) ?? NONE.series;
    case 'date':
      return dayTitle(article.editedAt, now);
  }
}

// One for all: making it takes far longer than using it, and a library has thousands of articles.
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });
const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

function dayTitle(time: number, now: number): string {
  // Rounded, because a day has 23 or 25 hours twice a year.
  const days = Math.round((midnight(now) - midnight(time)) / DAY);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days < 7) return 'The last seven days';
  return months.format(time);
}

type Group = readonly [title: string, articles: readonly ArticleSummary[]];

function inOrder(groups: readonly Group[], group: Exclude<Order['group'], 'none'>): readonly Group[] {
  if (group === 'date') return groups.toSorted(([, a], [, b]) => newest(b) - newest(a));
  if (group === 'status') {
    const place = ([title]: Group) => statuses.findIndex((status) => statusTitles[status] === title);
    return groups.toSorted((a, b) => place(a) - place(b));
  }
  const last = NONE[group];
  return groups.toSorted(([a], [b]) => Number(a === last) - Number(b === last) || collator.compare(a, b));
}

const newest = (articles: readonly ArticleSummary[]): number =>
  articles.reduce((latest, { editedAt }) => Math.max(latest, editedAt), 0);
