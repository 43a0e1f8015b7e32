import type { Status } from '../../core/article/fields';
import type { Client } from '../../core/rpc/createClient';
import type { LinkAnswer } from '../../core/rpc/seriesMethods';
import type { OutsidePiece, Series, SeriesEntry, Side } from '../../core/series/series';
import { titleOf } from './articles';
import type { LibraryState } from './library.svelte';

/** An entry of a series as it is shown. */
export interface Piece {
  /** Null for a piece outside the library. */
  article: string | null;
  title: string;
  url: string | null;
  status: Status | null;
  trashed: boolean;
}

export type LinkTarget = { article: string } | OutsidePiece;
export type LinkOutcome = { kind: 'linked' } | { kind: 'ask'; series: Series; with: string };

/** The series of the library, and the pieces beside the open article. */
export class SeriesState {
  all = $state.raw<readonly Series[]>([]);
  /** The article whose neighbours are shown. */
  article = $state<string | null>(null);

  /** The series that the open article stands in. */
  readonly current: Series | null = $derived(this.all.find((series) => positionIn(series, this.article) >= 0) ?? null);
  readonly previous: Piece | null = $derived(this.#beside(-1));
  readonly next: Piece | null = $derived(this.#beside(1));

  readonly #client: Client;
  readonly #library: LibraryState;
  readonly #notice: (message: string, undo?: () => void) => void;

  constructor(client: Client, library: LibraryState, notice: (message: string, undo?: () => void) => void) {
    this.#client = client;
    this.#library = library;
    this.#notice = notice;
  }

  async refresh(): Promise<void> {
    this.all = await this.#client['series.list']();
  }

  /** The names of series by article: what an unnamed one is called follows from its first piece. */
  readonly #names = $derived(this.#namesByArticle());

  /** The name of the series that an article stands in; null for none. */
  nameOf(article: string): string | null {
    return this.#names.get(article) ?? null;
  }

  #namesByArticle(): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    for (const { name, entries } of this.all) {
      const [first] = entries;
      const title = name ?? (first ? `Series of “${this.piece(first).title}”` : '');
      for (const entry of entries) if ('article' in entry) names.set(entry.article, title);
    }
    return names;
  }

  /** An entry as it is shown: an article by its headline of this moment. */
  piece(entry: SeriesEntry): Piece {
    if (!('article' in entry)) return { article: null, title: entry.title, url: entry.url, status: null, trashed: false };
    const summary = this.#library.byId.get(entry.article);
    return {
      article: entry.article,
      title: summary ? titleOf(summary) : 'An article that is not in this library',
      url: null,
      status: summary?.status ?? null,
      trashed: summary ? summary.trashedAt !== null : true,
    };
  }

  /** Puts a piece before or after the open article. Answers `ask` when it already stands elsewhere and `when` did not say what to do. */
  async link(side: Side, target: LinkTarget, when: 'ask' | 'move' | 'join' = 'ask'): Promise<LinkOutcome> {
    const id = this.article;
    if (id === null) return { kind: 'linked' };
    let answer: LinkAnswer | undefined;
    await this.#change(side === 'next' ? 'Linked as the next piece.' : 'Linked as the previous piece.', async () => {
      answer = await this.#client['series.link']({ id, side, target, when });
      return 'linked' in answer;
    });
    return answer && 'ask' in answer ? { kind: 'ask', ...answer.ask } : { kind: 'linked' };
  }

  /** Cuts the series on one side of the open article. */
  async unlink(side: Side): Promise<void> {
    const id = this.article;
    if (id === null) return;
    await this.#change(side === 'next' ? 'The next piece is no longer linked.' : 'The previous piece is no longer linked.', () =>
      this.#client['series.unlink']({ id, side }),
    );
  }

  /** Takes one entry out of the series on show. */
  async remove(index: number): Promise<void> {
    const series = this.current;
    if (series) await this.#change('Taken out of the series.', () => this.#client['series.remove']({ series: series.id, index }));
  }

  async move(from: number, to: number): Promise<void> {
    const series = this.current;
    if (!series || from === to || to < 0 || to >= series.entries.length) return;
    await this.#change('Moved within the series.', () => this.#client['series.move']({ series: series.id, from, to }));
  }

  /** Names the series on show; a blank name takes the name away. */
  async rename(name: string): Promise<void> {
    const series = this.current;
    const wanted = name.trim() || null;
    if (!series || series.name === wanted) return;
    await this.#change(wanted === null ? 'The series has no name now.' : 'The series is renamed.', () =>
      this.#client['series.rename']({ series: series.id, name: wanted }),
    );
  }

  // Everything that changes series can be taken back in one step: the lists as they were.
  async #change(message: string, act: () => Promise<unknown>): Promise<void> {
    const before = this.all;
    const done = await act();
    await this.refresh();
    if (done === false) return;
    this.#notice(message, () => void this.#restore(before));
  }

  async #restore(series: readonly Series[]): Promise<void> {
    await this.#client['series.restore']({ series });
    await this.refresh();
  }

  #beside(step: 1 | -1): Piece | null {
    const series = this.current;
    if (!series) return null;
    for (let at = positionIn(series, this.article) + step; at >= 0 && at < series.entries.length; at += step) {
      const entry = series.entries[at];
      const piece = entry && this.piece(entry);
      if (piece && !piece.trashed) return piece;
    }
    return null;
  }
}

/** Where an article stands in a series; -1 when it does not. */
export function positionIn(series: Series, article: string | null): number {
  return article === null ? -1 : series.entries.findIndex((entry) => 'article' in entry && entry.article === article);
}
