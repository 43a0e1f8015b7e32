import { exportName, numbered, slugFrom } from '../article/slug';
import { translationRoot } from '../article/translationRoot';
import type { Site } from './site';

/** What decides where an article stands on a site. */
export interface Listed {
  id: string;
  slug: string;
  headline: string;
  section: readonly string[];
  language: string;
  /** The article that it translates, if it goes to the same site. */
  original: string | null;
  /** The day in the name of a Jekyll post, `YYYY-MM-DD`. */
  day: string;
  pictures: boolean;
}

/** Where a page stands on a site; every path is relative to the folder of the site and joined by `/`. */
export interface SitePage {
  article: string;
  path: string;
  /** Where its pictures lie, and what their names begin with. */
  pictures: { folder: string; stem: string };
  /** Its address from the root of the site, as a link on another page finds it. */
  address: string;
  folder: string;
  /** The same for an article and its translations; null where it has none. */
  translationKey: string | null;
}

/** The page that lists others. */
export const INDEX: Readonly<Record<Site['format'], string | null>> = {
  html: 'index.html',
  markdown: 'index.md',
  hugo: '_index.md',
  jekyll: null,
};

/**
 * A place for every article, in the order given: the earlier one keeps its name when two would have the same. Translations
 * stand beside their original under one name (`ice.md`, `ice.fr.md`).
 */
export function arrange(site: Site, articles: readonly Listed[]): Map<string, SitePage> {
  const pages = new Map<string, SitePage>();
  const taken = new Map<string, Set<string>>();
  for (const group of groupsOf(articles, site.language)) {
    const [first] = group;
    if (!first) continue;
    const { article } = first;
    const folder = folderOf(site, article.section);
    // Posts of Jekyll lie in one folder, whatever their address.
    const among = site.format === 'jekyll' ? '' : folder;
    const names = taken.get(among) ?? new Set(['index', '_index']);
    taken.set(among, names);
    const stem = freeStem(exportName(article), group, names);
    for (const { tag } of group) names.add(tagged(stem, tag).toLowerCase());
    const bundled = site.bundles || group.some((member) => member.article.pictures);
    for (const { article: one, tag } of group) {
      const translationKey = group.length > 1 ? joined(folder, stem) : null;
      pages.set(one.id, { article: one.id, folder, translationKey, ...placed(site, one, { folder, stem, tag, bundled }) });
    }
  }
  return pages;
}

/** The way from one address of a site to another, as a link on the page writes it. */
export function wayTo(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  const way = [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
  return way === '' ? './' : way;
}

/** The folder of a section: as the site names it, else named after the section; `''` is the folder of the site. */
export function folderOf({ folders }: Site, [section]: readonly string[]): string {
  if (section === undefined || section.trim() === '') return '';
  const named = folders.find((entry) => entry.section.toLowerCase() === section.toLowerCase());
  return named ? named.folder : slugFrom(section);
}

interface Member {
  article: Listed;
  /** What its name says of its language; `''` for that of the site. */
  tag: string;
}

/** Articles with their translations: the original first, each language once. */
function groupsOf(articles: readonly Listed[], language: string): Member[][] {
  const known = new Map(articles.map((article) => [article.id, article]));
  const groups = new Map<string, Member[]>();
  const joining = (article: Listed, group: Member[]): boolean => {
    const primary = primaryOf(article.language);
    const own = primary === primaryOf(language) ? '' : primary;
    const tag = [own, article.language.toLowerCase()].find((name) => group.every((other) => other.tag !== name));
    if (tag === undefined) return false;
    group.push({ article, tag });
    return true;
  };
  const roots = articles.map((article) => ({ article, root: translationRoot(article, known) }));
  for (const { article, root } of roots) if (root === article) joining(article, ensured(groups, article.id));
  for (const { article, root } of roots)
    if (root !== article && !joining(article, ensured(groups, root.id))) joining(article, ensured(groups, article.id));
  return [...groups.values()];
}

function ensured(groups: Map<string, Member[]>, id: string): Member[] {
  const group = groups.get(id) ?? [];
  groups.set(id, group);
  return group;
}

/** The name of a page's pictures, and of a post of Jekyll. */
const tagged = (stem: string, tag: string): string => (tag === '' ? stem : `${stem}-${tag}`);

/** A stem under which no file of the group takes the name of another's: `ice` in German is `ice-de` in places, as a story may be. */
function freeStem(name: string, group: readonly Member[], names: ReadonlySet<string>): string {
  const taken = new Set(names);
  for (;;) {
    const stem = numbered(name, taken);
    if (group.every(({ tag }) => !names.has(tagged(stem, tag).toLowerCase()))) return stem;
    taken.add(stem.toLowerCase());
  }
}

const primaryOf = (language: string): string => new Intl.Locale(language).language;
const joined = (...steps: readonly string[]): string => steps.filter((step) => step !== '').join('/');

function placed(
  { format }: Site,
  { day }: Listed,
  { folder, stem, tag, bundled }: { folder: string; stem: string; tag: string; bundled: boolean },
): Pick<SitePage, 'path' | 'pictures' | 'address'> {
  const ending = tag === '' ? '' : `.${tag}`;
  const named = tagged(stem, tag);
  switch (format) {
    case 'html':
    case 'markdown': {
      const path = joined(folder, `${stem}${ending}.${format === 'html' ? 'html' : 'md'}`);
      return { path, address: path, pictures: { folder, stem: named } };
    }
    case 'hugo': {
      const own = joined(folder, stem);
      return {
        path: bundled ? `${own}/index${ending}.md` : `${own}${ending}.md`,
        address: `${joined(tag, folder, stem)}/`,
        pictures: { folder: own, stem: named },
      };
    }
    case 'jekyll': {
      const address = joined(tag, folder, stem);
      return { path: `_posts/${day}-${named}.md`, address: `${address}/`, pictures: { folder: address, stem: named } };
    }
  }
}
