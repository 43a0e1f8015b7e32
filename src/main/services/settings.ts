import type { SessionData } from '../../core/article/library';
import type { LibraryStore, SessionStore } from '../../core/ports/library';
import type { Handlers } from '../../core/rpc/contract';
import type { Events } from './events';

/** Settings of the library. */
export function settingsHandlers({ library }: { library: LibraryStore }, events: Events) {
  return {
    'settings.get': async () => (await library.read()).settings,
    'settings.put': async (changed) => {
      const { settings } = await library.update((data) => ({ ...data, settings: { ...data.settings, ...changed } }));
      events.emit({ type: 'settings' });
      return settings;
    },
  } satisfies Partial<Handlers>;
}

/** Where the writer was. While one state is being written only the newest of those that follow is kept. */
export class SessionKeeper {
  readonly #store: SessionStore;
  #newest: SessionData | null = null;
  #waiting = false;
  #writing: Promise<void> | null = null;

  constructor(store: SessionStore) {
    this.#store = store;
  }

  async read(): Promise<SessionData> {
    return this.#newest ?? this.#store.read();
  }

  put(data: SessionData): void {
    this.#newest = data;
    this.#waiting = true;
    this.#writing ??= this.#write().finally(() => (this.#writing = null));
  }

  /** Resolves when the newest state is written, or has failed to be. */
  async flush(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#waiting && this.#newest) {
      this.#waiting = false;
      try {
        await this.#store.write(this.#newest);
      } catch {
        // Lost without harm (ports/library.ts), and a message at every move of the cursor would help nobody. The next move tries again.
        return;
      }
    }
  }
}
