import { StetError } from '../../core/errors';
import type { Place } from '../../core/article/library';
import type { Held } from '../../core/rpc/closing';
import type { AppInfo } from '../../core/rpc/contract';
import { createClient, type Client } from '../../core/rpc/createClient';
import type { Connection } from '../rpc/connection';
import { inSequence } from '../rpc/events';
import { Dialogs } from './dialogs.svelte';
import { HistoryState } from './history.svelte';
import { ReturnedState } from './returned.svelte';
import { Copies } from './copies';
import { copyWhole } from './copyWhole';
import type { Draft } from './draft.svelte';
import { placeOf, type Hit } from './hits';
import { Hearing } from './hearing';
import { LibraryState } from './library.svelte';
import { Notices } from './notices.svelte';
import { Panels } from './panels.svelte';
import { Progress } from './progress.svelte';
import { SeriesState } from './series.svelte';
import { SessionState, type TabName } from './session.svelte';
import { SettingsState } from './settings.svelte';
import { Shelf } from './shelf';
import { SitesState } from './sites.svelte';
import { inWords } from './trouble';

/** So long a closing window waits for what is being read: half of what the host waits for the window. Milliseconds. */
const PASTE_WITHIN_MS = 1_000;

export type OpenDraft = (client: Client, id: string, place: Place | null, unasked: boolean) => Promise<Draft>;

/** Everything that the window knows, and the steps that touch more than one part of it. */
export class AppState {
  readonly client: Client;
  readonly connection: Connection;
  readonly notices = new Notices();
  readonly dialogs = new Dialogs();
  readonly settings: SettingsState;
  readonly library: LibraryState;
  readonly series: SeriesState;
  readonly session: SessionState;
  readonly history: HistoryState;
  readonly returned: ReturnedState;
  readonly panels: Panels;
  readonly copies: Copies;
  readonly sites: SitesState;
  readonly shelf: Shelf;
  readonly progress = new Progress();

  info = $state.raw<AppInfo | null>(null);
  draft = $state.raw<Draft | null>(null);
  /** Why nothing could be shown at all. */
  failed = $state<string | null>(null);
  /** True while the host cannot be reached. */
  hostGone = $state(false);
  ready = $state(false);
  readonly #openDraft: OpenDraft;
  #opening = 0;

  constructor(connection: Connection, openDraft: OpenDraft) {
    this.connection = connection;
    this.client = createClient(connection.transport);
    this.#openDraft = openDraft;
    this.settings = new SettingsState(this.client);
    this.library = new LibraryState(this.client);
    this.series = new SeriesState(this.client, this.library, (message, undo) => this.notices.show(message, undo, 'series'));
    this.session = new SessionState(this.client, (error) => this.report(error));
    this.panels = new Panels(this.session);
    this.copies = new Copies(this.session, this.library);
    this.history = new HistoryState(this.client);
    this.returned = new ReturnedState(this.client);
    this.sites = new SitesState(this);
    this.shelf = new Shelf(this);
  }

  /** Fetches everything, opens the article of last time and follows the host's events. */
  async start(): Promise<void> {
    const hearing = new Hearing(this);
    this.connection.transport.listen(
      inSequence(
        (event) => hearing.heard(event),
        () => void this.refresh(),
      ),
    );
    this.connection.watch((state) => {
      const returned = this.hostGone && state === 'live';
      this.hostGone = state === 'gone';
      if (returned) void this.refresh();
    });
    try {
      const listed = this.settings.refresh().then(() => this.#list());
      // At once, because each round to the host delays the first word on the page.
      await Promise.all([
        this.client['app.info']().then((info) => (this.info = info)),
        this.series.refresh(),
        listed,
        this.session.restore().then(() => this.#openLast(listed)),
      ]);
      this.ready = true;
    } catch (error) {
      this.failed = inWords(error);
    }
  }

  async #list(): Promise<void> {
    const { sort, group, pins } = this.settings.value.list;
    // In another order the first rows are known only when all are.
    const first = sort === 'edited' && group === 'none' && pins.length === 0 ? this.library.begin() : null;
    await Promise.all([first, this.library.refresh()]);
  }

  /** Opens the article of last time, for which nothing of the list has to be known; where it is gone, the one that was edited last. */
  async #openLast(listed: Promise<void>): Promise<void> {
    const last = this.session.article;
    if (last !== null) {
      const { articles } = await this.client['articles.list']({ ids: [last] });
      if (articles.some(({ id, trashedAt }) => id === last && trashedAt === null)) return this.open(last, true);
    }
    await listed;
    const [first] = this.library.live;
    if (first) await this.open(first.id, true);
  }

  /** Fetches everything again. */
  async refresh(): Promise<void> {
    await this.attempt(() => Promise.all([this.library.refresh(), this.series.refresh(), this.settings.refresh()]));
  }

  /**
   * Opens an article where the writer left it. The one that was open is saved first; if that fails, it stays open. `unasked` where nobody
   * has asked for it just now: then it takes the focus from no field.
   */
  async open(id: string, unasked = false): Promise<void> {
    if (this.draft?.id === id) {
      this.draft.focus();
      return;
    }
    const turn = ++this.#opening;
    await this.attempt(async () => {
      const before = this.draft;
      if (before) {
        this.rememberPlace();
        await before.flush();
      }
      const draft = await this.#openDraft(this.client, id, this.session.placeIn(id), unasked);
      // Another article was asked for in the meantime: the last wish counts.
      if (turn !== this.#opening) return draft.destroy();
      // The writer may have typed on while the other article was on its way.
      await before?.flush().catch((error: unknown) => {
        draft.destroy();
        throw error;
      });
      this.draft = draft;
      this.history.close();
      this.series.article = id;
      this.session.article = id;
      this.session.keep();
      this.panels.drawer = null;
      before?.destroy();
    });
  }

  /** Opens an article that was found, and goes to the first of the words where they stand in its text. */
  async openHit({ article, passages }: Hit): Promise<void> {
    await this.open(article.id);
    const words = placeOf(passages);
    if (words === null || this.draft?.id !== article.id) return;
    this.draft.finding.show('find');
    this.draft.finding.change({ words });
  }

  /** Opens the article at hand anew, without what its undo remembers. */
  async reopen(): Promise<void> {
    const id = this.draft?.id;
    if (id === undefined) return;
    this.closeDraft();
    await this.open(id);
  }

  /** Sends everything that the host does not have yet: the window or the host is about to end. False when words stay in this window only. */
  async leave(): Promise<boolean> {
    this.rememberPlace();
    this.draft?.leave(); // before the place is sent: the host takes that as the end of the last words
    const [sent] = await Promise.all([this.attempt(async () => this.draft?.flush()), this.session.store()]);
    const kind = this.draft?.saveState.kind;
    return sent && kind !== 'failed' && kind !== 'conflict';
  }

  /**
   * The window closes: sends everything, and waits a moment for what is still being read. Says what it holds all the same; the host
   * decides whether the writer is asked.
   */
  async close(): Promise<Held> {
    const pasting = this.draft?.host.pasting;
    const reading = pasting?.any ? pasting : null;
    // Begun before anything is awaited: saving takes of the same time.
    const ended = reading?.ended(PASTE_WITHIN_MS);
    let sent = await this.leave();
    if (reading) {
      await ended;
      if (reading.any) return 'paste';
      sent = await this.leave();
    }
    return sent ? 'nothing' : 'words';
  }

  /** Tries again to save, and gives the keys back to the text. */
  async saveAgain(): Promise<void> {
    this.draft?.focus();
    await this.attempt(async () => this.draft?.flush());
  }

  /** Copies the open article whole, for a place that can still keep it. */
  copyText(): void {
    if (!this.draft) return;
    const done = copyWhole(this.draft);
    this.notices.show(
      done
        ? 'The whole text is copied. Paste it where it is safe.'
        : 'The text could not be copied: select it all and copy it by hand.',
    );
    this.draft.focus();
  }

  /** Shows one tab of the inspector, which opens if it was shut. */
  showTab(tab: TabName): void {
    this.session.tab = tab;
    this.panels.open('inspector');
  }

  rememberPlace(): void {
    if (this.draft) this.session.remember(this.draft.id, this.draft.place());
  }

  /** Says what went wrong, unless the banner about the host says it already. */
  report(error: unknown): void {
    if (error instanceof StetError && error.code === 'host/gone') return;
    this.notices.show(inWords(error));
  }

  /** Does something that may fail, and reports it if so. True when it went well. */
  async attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      this.report(error);
      return false;
    }
  }

  /** Puts the version that left last beside the text, or says that none did. */
  async compareWithFiled(): Promise<void> {
    const { draft, history } = this;
    if (!draft) return;
    await this.attempt(async () => {
      await draft.flush();
      await history.load(draft.id);
      if (!history.filed) return this.notices.show('This article has not been exported yet, so nothing has been filed.');
      this.showTab('history');
      this.panels.drawer = null;
      await history.compare(draft.id, history.filed);
    });
  }

  /** Lets the open article go, which has nothing left to save: flush first. */
  closeDraft(): void {
    this.history.close();
    this.draft?.destroy();
    this.draft = null;
    this.series.article = null;
    this.session.article = null;
    this.session.keep();
  }
}
