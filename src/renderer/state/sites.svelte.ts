import { StetError } from '../../core/errors';
import type { FolderHandle } from '../../core/ports/folders';
import type { SiteReport } from '../../core/rpc/siteMethods';
import type { Site } from '../../core/sites/site';
import { reportInWords } from '../exporting/reportInWords';
import type { AppState } from './app.svelte';

/** Exports to sites, wherever in the window they are asked for: one at a time. */
export class SitesState {
  /** How far the export under way is; null while none is. */
  progress = $state.raw<{ done: number; total: number } | null>(null);
  busy = $state(false);
  readonly #app: AppState;
  #before: Promise<unknown> = Promise.resolve();

  constructor(app: AppState) {
    this.#app = app;
  }

  /** The site that the key exports to: the one that was exported to or chosen last. */
  get first(): Site | null {
    return this.#app.settings.value.sites[0] ?? null;
  }

  /** Where each site lies on this computer. Errors: those of the call. */
  async folders(): Promise<Map<string, FolderHandle | null>> {
    const all = await this.#app.client['sites.list']();
    return new Map(all.map(({ site, folder }) => [site.key, folder]));
  }

  /** Makes a site with this name and gives it. Errors: those of the call. */
  async make(name: string): Promise<Site> {
    const { language } = this.#app.settings.value;
    const site = await this.#app.client['sites.make']({ name, language });
    await this.#app.settings.refresh();
    return site;
  }

  /** Changes a site, at once in the window and then in the library. Errors: those of the call. */
  async change(key: string, change: Partial<Omit<Site, 'key'>>): Promise<void> {
    const { sites } = this.#app.settings.value;
    await this.#app.settings.put({ sites: sites.map((site) => (site.key === key ? { ...site, ...change } : site)) });
  }

  /** Has the key export to this site from now on. Errors: those of the call. */
  async prefer(key: string): Promise<void> {
    const { sites } = this.#app.settings.value;
    const chosen = sites.find((site) => site.key === key);
    if (chosen && sites[0] !== chosen)
      await this.#app.settings.put({ sites: [chosen, ...sites.filter((site) => site !== chosen)] });
  }

  /** Forgets a site, with an undo; what lies in its folder stays there. */
  async forget(key: string): Promise<void> {
    const { sites } = this.#app.settings.value;
    const gone = sites.find((site) => site.key === key);
    if (!gone) return;
    const put = (next: Site[]) => this.#app.attempt(() => this.#app.settings.put({ sites: next }));
    await put(sites.filter((site) => site !== gone));
    this.#app.notices.show(`“${gone.name}” is no longer a site. The files in its folder stay.`, () => {
      void put([...this.#app.settings.value.sites, gone]);
    });
  }

  /** What an export would do (`dryRun`), or does; in turn, because the host does one at a time. Errors: those of the call. */
  run(key: string, how: { dryRun: boolean; replace?: boolean; embargoed?: string[] }): Promise<SiteReport> {
    if (!how.dryRun) this.busy = true;
    const turn = this.#before.then(() => this.#runNow(key, how));
    // Whoever asked hears of a failure; the next in turn starts all the same.
    this.#before = turn.catch(() => undefined);
    return turn;
  }

  async #runNow(key: string, how: { dryRun: boolean; replace?: boolean; embargoed?: string[] }): Promise<SiteReport> {
    const { dryRun, replace = false, embargoed = [] } = how;
    try {
      // What cannot be saved keeps nobody from publishing the rest; the status bar says that it is not saved.
      await this.#app.draft?.flush().catch(() => undefined);
      return await this.#app.client['sites.export']({ key, dryRun, replace, embargoed });
    } finally {
      if (!dryRun) this.busy = false;
      this.progress = null;
    }
  }

  /** The key: exports again to the same place, and says in one line what that did. Without a place, the dialog opens. */
  async exportAgain(): Promise<void> {
    const site = this.first;
    if (!site || this.busy) return this.#app.dialogs.show({ kind: 'site' });
    try {
      const report = await this.run(site.key, { dryRun: false });
      this.#app.notices.show(reportInWords(site.name, report), undefined, 'site');
    } catch (error) {
      if (error instanceof StetError && error.code === 'sites/no-folder') this.#app.dialogs.show({ kind: 'site' });
      else this.#app.report(error);
    }
  }

  async stop(): Promise<void> {
    await this.#app.attempt(() => this.#app.client['sites.cancel']());
  }

  /** The host says how far it is. */
  heard(done: number, total: number): void {
    this.progress = { done, total };
    if (this.busy && done < total && done > 0)
      this.#app.notices.show(`Exporting: ${done} of ${total} pages. “Site…” stops it.`, undefined, 'site');
  }
}
