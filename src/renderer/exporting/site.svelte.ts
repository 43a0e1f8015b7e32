import type { FolderHandle } from '../../core/ports/folders';
import type { SiteReport } from '../../core/rpc/siteMethods';
import type { Site } from '../../core/sites/site';
import type { AppState } from '../state/app.svelte';
import { inWords } from '../state/trouble';

/** One visit to the dialog “Site”: which one, where it lies, and what an export would do or did. */
export class SiteState {
  key = $state<string | null>(null);
  folders = $state.raw<ReadonlyMap<string, FolderHandle | null>>(new Map());
  report = $state.raw<SiteReport | null>(null);
  /** Whether the report is of something that was done. */
  done = $state(false);
  trouble = $state<string | null>(null);

  readonly #app: AppState;
  readonly site = $derived.by((): Site | null => {
    const { sites } = this.#app.settings.value;
    return sites.find(({ key }) => key === this.key) ?? sites[0] ?? null;
  });
  readonly folder = $derived(this.site ? (this.folders.get(this.site.key) ?? null) : null);
  #asked = 0;

  constructor(app: AppState) {
    this.#app = app;
  }

  async load(): Promise<void> {
    await this.#app.attempt(async () => {
      this.folders = await this.#app.sites.folders();
    });
    await this.look();
  }

  /** Says what an export would do now; only the newest answer is shown. */
  async look(): Promise<void> {
    const { site, folder } = this;
    const turn = ++this.#asked;
    this.report = null;
    this.done = false;
    this.trouble = null;
    if (!site || !folder || this.#app.sites.busy) return;
    try {
      const report = await this.#app.sites.run(site.key, { dryRun: true });
      if (turn === this.#asked) this.report = report;
    } catch (error) {
      if (turn === this.#asked) this.trouble = inWords(error);
    }
  }

  async choose(key: string): Promise<void> {
    this.key = key;
    await this.look();
  }

  /** Makes a site and shows it. */
  async make(): Promise<void> {
    await this.#app.attempt(async () => {
      const names = new Set(this.#app.settings.value.sites.map(({ name }) => name));
      let name = 'My site';
      for (let number = 2; names.has(name); number++) name = `My site ${number}`;
      const { key } = await this.#app.sites.make(name);
      await this.choose(key);
    });
  }

  async change(change: Partial<Omit<Site, 'key'>>): Promise<void> {
    const { site } = this;
    if (!site) return;
    await this.#app.attempt(() => this.#app.sites.change(site.key, change));
    await this.look();
  }

  /** Where the site lies on this computer from now on. */
  async place(folder: FolderHandle): Promise<void> {
    const { site } = this;
    if (!site || this.folder?.handle === folder.handle) return;
    await this.#app.attempt(async () => {
      await this.#app.client['sites.place']({ key: site.key, folder: folder.handle });
      this.folders = new Map([...this.folders, [site.key, folder]]);
    });
    await this.look();
  }

  /** Opens the platform's folder dialog. */
  async chooseFolder(): Promise<void> {
    await this.#app.attempt(async () => {
      const folder = await this.#app.client['places.choose']();
      if (folder) await this.place(folder);
    });
  }

  /** Writes. `replace` also what others have made or changed; `embargoed` are taken along by name. */
  async run(how: { replace?: boolean; embargoed?: string[] } = {}): Promise<void> {
    const { site } = this;
    if (!site || this.#app.sites.busy) return;
    this.#asked++;
    this.trouble = null;
    try {
      this.report = await this.#app.sites.run(site.key, { dryRun: false, ...how });
      this.done = true;
      await this.#app.sites.prefer(site.key);
    } catch (error) {
      this.trouble = inWords(error);
    }
  }

  async forget(): Promise<void> {
    const { site } = this;
    if (!site) return;
    this.key = null;
    await this.#app.sites.forget(site.key);
    await this.look();
  }
}
