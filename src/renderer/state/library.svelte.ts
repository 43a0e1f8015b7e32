import type { ArticleSummary } from '../../core/article/summary';
import type { Status } from '../../core/article/fields';
import type { Damaged } from '../../core/ports/articles';
import type { Client } from '../../core/rpc/createClient';
import { byId, makeReady, matching, matchingAsTyped, newestFirst, sectionOf, sectionsOf, tagsOf } from './articles';
import { hitsOf, type Hits } from './hits';
import { SearchState } from './search.svelte';

/** Rows that fill the tallest window. */
const FIRST_SCREEN = 60;

/** The articles of the library, and what of them the list shows. */
export class LibraryState {
  articles = $state.raw<readonly ArticleSummary[]>([]);
  damaged = $state.raw<readonly Damaged[]>([]);
  /** True once there is something to show. */
  loaded = $state(false);
  /** True once every article is known. */
  whole = $state(false);

  query = $state('');
  section = $state<string | null>(null);
  status = $state<Status | null>(null);
  inTrash = $state(false);

  readonly byId = $derived(byId(this.articles));
  readonly live = $derived(newestFirst(this.articles.filter((article) => article.trashedAt === null)));
  readonly trashed = $derived(
    this.articles.filter((article) => article.trashedAt !== null).sort((a, b) => (b.trashedAt ?? 0) - (a.trashedAt ?? 0)),
  );
  readonly sections = $derived(sectionsOf(this.live));
  readonly tags = $derived(tagsOf(this.live));
  readonly filtered = $derived(this.section !== null || this.status !== null || this.query.trim() !== '');
  /** True while articles are listed by how well they fit what was typed. */
  readonly searching = $derived(!this.inTrash && this.query.trim() !== '');
  /** What the host is asked: the words, and the section and status that are chosen beside them. */
  readonly asking = $derived(this.#asking());
  readonly #found = $derived(this.#hits());
  readonly hits = $derived(this.#found.shown);
  /** How many articles were found, those that are not shown included. */
  readonly total = $derived(this.#found.total);
  /** The list without what was typed; the same one again after a search. */
  readonly browsed = $derived(this.#chosen());
  readonly shown = $derived(this.searching ? this.hits.map(({ article }) => article) : this.#listed());

  readonly search: SearchState;
  readonly #client: Client;
  readonly #matching = matchingAsTyped();

  constructor(client: Client) {
    this.#client = client;
    this.search = new SearchState(client);
  }

  async refresh(): Promise<void> {
    const { articles, damaged } = await this.#client['articles.list']();
    this.articles = articles;
    this.damaged = damaged;
    this.loaded = true;
    this.whole = true;
    void makeReady(articles);
  }

  /** Fetches what the list shows first, unless all of it has come by then: a large library takes longer. */
  async begin(): Promise<void> {
    const { articles } = await this.#client['articles.list']({ newest: FIRST_SCREEN });
    if (this.whole || articles.length === 0) return;
    this.articles = articles;
    this.loaded = true;
  }

  /** Fetches what changed, however many articles there are beside. */
  async refreshOnly(ids: readonly string[]): Promise<void> {
    const { articles, damaged } = await this.#client['articles.list']({ ids: [...ids] });
    const changed = new Set(ids);
    this.articles = [...this.articles.filter(({ id }) => !changed.has(id)), ...articles];
    this.damaged = damaged;
  }

  /** The articles whose words begin anywhere as the query says, newest first. */
  find(query: string): readonly ArticleSummary[] {
    return matching(this.live, query);
  }

  clearFilters(): void {
    this.query = '';
    this.section = null;
    this.status = null;
  }

  #hits(): Hits {
    if (!this.searching) return { shown: [], total: 0 };
    return hitsOf(this.search.found ?? { hits: [], total: 0 }, this.byId, this.#listed(), this.query);
  }

  #asking(): string {
    if (!this.searching) return '';
    // In front, so that the last word is still the one that is being typed.
    const section = this.section === null ? '' : `section:"${this.section}" `;
    const status = this.status === null ? '' : `status:"${this.status}" `;
    return `${section}${status}${this.query}`;
  }

  #listed(): readonly ArticleSummary[] {
    return this.#matching(this.browsed, this.query);
  }

  #chosen(): readonly ArticleSummary[] {
    const [base, section, status] = [this.inTrash ? this.trashed : this.live, this.section, this.status];
    if (section === null && status === null) return base;
    return base.filter(
      (article) => (section === null || sectionOf(article) === section) && (status === null || article.status === status),
    );
  }
}
