import type { Place, SessionData } from '../../core/article/library';
import type { Client } from '../../core/rpc/createClient';

const WAIT_MS = 400;
/** Places beyond this many are forgotten, the oldest first. */
const PLACES = 200;

export const tabs = ['story', 'quotes', 'series', 'checks', 'history'] as const;
export type TabName = (typeof tabs)[number];

/** Where the writer was, kept by the host so that Stet opens there again. */
export class SessionState {
  article = $state<string | null>(null);
  library = $state(true);
  inspector = $state(true);
  focus = $state(false);
  tab = $state<TabName>('story');
  /** Articles that hold another version of one, kept after a conflict. */
  copies = $state.raw<SessionData['copies']>({});

  readonly #client: Client;
  readonly #report: (error: unknown) => void;
  /** The place remembered last stands last. */
  #places: readonly (readonly [id: string, place: Place])[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client, report: (error: unknown) => void) {
    this.#client = client;
    this.#report = report;
  }

  async restore(): Promise<void> {
    const { article, places, copies, panels } = await this.#client['session.get']();
    this.article = article;
    this.#places = Object.entries(places);
    this.copies = { ...copies, ...this.copies };
    this.library = panels.library;
    this.inspector = panels.inspector;
    this.focus = panels.focus;
    this.tab = tabs.find((tab) => tab === panels.tab) ?? 'story';
  }

  /** The articles that were left last, the newest first. */
  get recent(): readonly string[] {
    return this.#places.map(([id]) => id).toReversed();
  }

  placeIn(id: string): Place | null {
    return this.#places.find(([known]) => known === id)?.[1] ?? null;
  }

  /** Remembers a place in an article; the newest is the last to be forgotten. */
  remember(id: string, place: Place): void {
    this.#places = [...this.#places.filter(([known]) => known !== id), [id, place] as const].slice(-PLACES);
  }

  /** Stores the session shortly after the last change. */
  keep(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.store(), WAIT_MS);
  }

  /** Stores the session now. A failure is reported and costs nothing but the place. */
  async store(): Promise<void> {
    clearTimeout(this.#timer);
    const data: SessionData = {
      article: this.article,
      places: Object.fromEntries(this.#places),
      copies: this.copies,
      panels: { library: this.library, inspector: this.inspector, focus: this.focus, tab: this.tab },
    };
    try {
      await this.#client['session.put'](data);
    } catch (error) {
      this.#report(error);
    }
  }
}
