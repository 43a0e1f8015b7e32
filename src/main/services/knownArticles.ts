import type { ArticleSummary } from '../../core/article/summary';
import type { Fields } from '../../core/article/fields';
import type { DocJson } from '../../core/document/json';
import { publicView } from '../../core/document/publicView';
import { StetError } from '../../core/errors';
import { linkUp } from '../../core/importing/linkUp';
import type { ArticleStore } from '../../core/ports/articles';
import { headlineOf } from './importSlug';
import type { OpenArticles } from './openArticles';

/** The articles of the library by what an import can tell of one: only those with the same headline are read. */
export class KnownArticles {
  private constructor(
    private readonly byHeadline: ReadonlyMap<string, readonly ArticleSummary[]>,
    private readonly headlines: ReadonlyMap<string, string>,
    private readonly open: OpenArticles,
  ) {}

  static async of(articles: Pick<ArticleStore, 'list'>, open: OpenArticles): Promise<KnownArticles> {
    const live = (await articles.list()).filter(({ trashedAt }) => trashedAt === null);
    const byHeadline = new Map<string, ArticleSummary[]>();
    for (const summary of live) byHeadline.set(summary.headline, [...(byHeadline.get(summary.headline) ?? []), summary]);
    return new KnownArticles(byHeadline, new Map(live.map(({ id, headline }) => [id, headline])), open);
  }

  /** The article that has the same fields, words and pictures; where links to other articles lead is not compared. Null when there is none. */
  async same(doc: DocJson): Promise<string | null> {
    const mine = this.#shown(
      linkUp(
        doc,
        () => null,
        () => undefined,
      ),
    );
    for (const { id, slug } of this.byHeadline.get(headlineOf(doc)) ?? []) {
      const theirs = slug === doc.attrs.slug ? await this.#read(id) : null;
      if (theirs && this.#shown(theirs) === mine) return id;
    }
    return null;
  }

  /** The one article with this headline that is at this address, or whose slug the address names. */
  async named(headline: string, address: string | null): Promise<string | null> {
    if (address === null) return null;
    const found: string[] = [];
    for (const { id, slug } of this.byHeadline.get(headline) ?? []) {
      const canonical: Fields['canonicalUrl'] = (await this.#read(id))?.attrs.canonicalUrl ?? null;
      if (canonical === address || (slug !== '' && lastStep(address) === slug)) found.push(id);
    }
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  #shown(doc: DocJson): string {
    const view = publicView(doc, undefined, {
      addressOf: () => null,
      headlineOf: (id) => this.headlines.get(id) ?? null,
      fileOf: (asset) => asset,
    });
    return JSON.stringify(view, (_key, value: unknown) => sorted(value));
  }

  async #read(id: string): Promise<DocJson | null> {
    try {
      return (await this.open.read(id)).doc;
    } catch (error) {
      if (error instanceof StetError) return null; // what cannot be read is nothing that could be told from
      throw error;
    }
  }
}

const lastStep = (address: string): string =>
  (/([^/]+?)(?:\.[a-z0-9]+)?\/?(?:[?#].*)?$/iu.exec(address)?.[1] ?? '').toLowerCase();

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
