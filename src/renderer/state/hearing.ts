import type { StetEvent } from '../../core/rpc/events';
import type { AppState } from './app.svelte';

/** The list is fetched again at most this often, in milliseconds. */
const LIST_EVERY_MS = 400;

/** What the window makes of the host's events. */
export class Hearing {
  readonly #app: AppState;
  readonly #changed = new Set<string>();
  #listing: ReturnType<typeof setTimeout> | undefined;

  constructor(app: AppState) {
    this.#app = app;
  }

  // Typing saves several times a second; the list follows at its own pace and always catches the last change.
  #listSoon(ids: readonly string[]): void {
    for (const id of ids) this.#changed.add(id);
    this.#listing ??= setTimeout(() => {
      const changed = [...this.#changed];
      this.#listing = undefined;
      this.#changed.clear();
      void this.#app.attempt(() => this.#app.library.refreshOnly(changed));
    }, LIST_EVERY_MS);
  }

  /** Carries what the host said to the part of the window that it concerns. */
  heard(event: StetEvent): void {
    const app = this.#app;
    const { progress } = app;
    switch (event.type) {
      case 'articles':
        return this.#listSoon(event.ids);
      case 'series':
        return void app.attempt(() => app.series.refresh());
      case 'settings':
        // Limits and house words may be others now.
        app.draft?.checks.again();
        return void app.attempt(() => app.settings.refresh());
      case 'backup':
        progress.backup = { done: event.done, total: event.total };
        return;
      case 'export':
        progress.exporting = { doing: event.doing, done: event.done, total: event.total };
        return;
      case 'import':
        progress.arriving = { batch: event.batch, done: event.done, total: event.total };
        return;
      case 'site':
        return app.sites.heard(event.done, event.total);
      case 'search':
        return app.library.search.moved(event.reading);
      case 'words':
        progress.words = { done: event.done, total: event.total };
        return;
      case 'copies': {
        const [first] = event.copies;
        app.copies.keep(event.copies, Date.now());
        if (first) app.notices.pointTo(event.message, () => void app.open(first.id));
        return;
      }
      case 'trouble':
        return app.notices.show(event.message);
      case 'focus':
        return window.focus();
      case 'closing':
        return void app.leave();
    }
  }
}
