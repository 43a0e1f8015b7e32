import { guardsSomething } from '../../core/formats/annotated/guardedSources';
import { quotationsOf } from '../../core/quotes/quotations';
import type { AnnotatedAs } from '../../core/rpc/exportMethods';
import type { FolderHandle } from '../../core/ports/folders';
import type { AppState } from '../state/app.svelte';
import { inWords } from '../state/trouble';

export type AnnotatedOutcome =
  | { kind: 'written'; name: string; folder: string; printed: readonly string[] }
  | { kind: 'exists'; name: string }
  | { kind: 'failed'; message: string };

/** One visit to the dialog “Annotated copy”. Nothing of it is remembered for the next. */
export class AnnotatedState {
  as = $state<AnnotatedAs>('docx');
  /** Leave out who protected sources are. */
  guarded = $state(true);
  folder = $state.raw<FolderHandle | null>(null);
  busy = $state(false);
  outcome = $state.raw<AnnotatedOutcome | null>(null);
  /** True when the article has sources to protect, so that there is something to choose. */
  readonly guards: boolean;

  readonly #app: AppState;
  readonly #id: string | null;

  constructor(app: AppState) {
    this.#app = app;
    this.#id = app.draft?.id ?? null;
    this.guards = app.draft !== null && guardsSomething(quotationsOf(app.draft.document()));
  }

  get ready(): boolean {
    return this.#id !== null && this.folder !== null && !this.busy;
  }

  choose(folder: FolderHandle | null): void {
    this.folder = folder;
    this.outcome = null;
  }

  /** Opens the platform's folder dialog. */
  async chooseFolder(): Promise<void> {
    await this.#app.attempt(async () => this.choose((await this.#app.client['places.choose']()) ?? this.folder));
  }

  /** Writes the copy; a file of that name is named first and only replaced when `replace` says so. */
  async save({ replace = false } = {}): Promise<void> {
    const folder = this.folder;
    if (!folder || this.#id === null || this.busy) return;
    this.busy = true;
    try {
      // What cannot be saved keeps nobody from asking a lawyer; the status bar says that the newest words are not in it.
      await this.#app.draft?.flush().catch(() => undefined);
      const { as, guarded } = this;
      const answer = await this.#app.client['export.annotated']({ id: this.#id, as, folder: folder.handle, guarded, replace });
      this.outcome =
        'exists' in answer ? { kind: 'exists', name: answer.exists } : { kind: 'written', ...answer, folder: folder.label };
    } catch (error) {
      this.outcome = { kind: 'failed', message: inWords(error) };
    } finally {
      this.busy = false;
    }
  }
}
