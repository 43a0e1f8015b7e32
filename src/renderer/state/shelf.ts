import type { AppState } from './app.svelte';
import { titleOf } from './articles';

/** What is done with articles as a whole: begun, pinned, put into the trash and taken out of it. */
export class Shelf {
  readonly #app: AppState;

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Makes a blank article and opens it. */
  async create(): Promise<void> {
    await this.#app.attempt(async () => {
      const { id } = await this.#app.client['articles.create']({});
      await this.#app.library.refresh();
      this.#app.library.inTrash = false;
      this.#app.library.clearFilters();
      await this.#app.open(id);
    });
  }

  /** Puts articles in the trash, with an undo; when the open one is among them the next in the list opens. */
  async trash(ids: readonly string[]): Promise<void> {
    await this.#app.attempt(async () => {
      const open = this.#app.draft && ids.includes(this.#app.draft.id) ? this.#app.draft : null;
      await open?.flush();
      const after = open ? this.#nextTo(open.id, ids) : null;
      const [first] = ids;
      const summary = first === undefined ? undefined : this.#app.library.byId.get(first);
      await this.#app.client['articles.trash']({ ids: [...ids] });
      await this.#app.library.refresh();
      if (open) {
        if (after) await this.#app.open(after);
        else {
          await open.flush();
          this.#app.closeDraft();
        }
      }
      const name =
        ids.length === 1 && summary ? `“${titleOf(summary)}” is in the trash.` : `${ids.length} articles are in the trash.`;
      this.#app.notices.show(name, () => void this.restore(ids, open?.id ?? null));
    });
  }

  /** Takes articles out of the trash and opens one of them. */
  async restore(ids: readonly string[], opened: string | null): Promise<void> {
    await this.#app.attempt(async () => {
      await this.#app.client['articles.restore']({ ids: [...ids] });
      await this.#app.library.refresh();
      if (opened) await this.#app.open(opened);
    });
  }

  /** Puts an article at the top of the list, or back into its place. */
  async pin(id: string): Promise<void> {
    const { list } = this.#app.settings.value;
    const pins = list.pins.includes(id) ? list.pins.filter((each) => each !== id) : [...list.pins, id];
    await this.#app.attempt(() => this.#app.settings.put({ list: { ...list, pins } }));
  }

  #nextTo(id: string, leaving: readonly string[]): string | null {
    const list = this.#app.library.shown.some((article) => article.id === id) ? this.#app.library.shown : this.#app.library.live;
    const at = list.findIndex((article) => article.id === id);
    const rest = [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0)).reverse()];
    return rest.find((article) => article.trashedAt === null && !leaving.includes(article.id))?.id ?? null;
  }
}
