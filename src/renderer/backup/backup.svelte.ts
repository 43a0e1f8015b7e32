import type { FolderHandle } from '../../core/ports/folders';
import type { BackupContents } from '../../core/rpc/backupMethods';
import type { AppState } from '../state/app.svelte';
import { inWords } from '../state/trouble';

/** What is under way, or how it went. */
export type BackupOutcome =
  | { kind: 'made'; name: string; articles: number; folder: string }
  | { kind: 'restored'; contents: BackupContents }
  | { kind: 'failed'; message: string };

/** One visit to the dialog “Back up and restore”. */
export class BackupState {
  purpose = $state<'make' | 'restore'>('make');
  /** The whole library, or only the open article. */
  what = $state<'library' | 'article'>('library');
  folder = $state.raw<FolderHandle | null>(null);
  /** Where the archive to restore from lies: those that Stet made by itself, or a folder. */
  source = $state<'automatic' | 'folder'>('automatic');
  archives = $state.raw<readonly string[]>([]);
  chosen = $state<string | null>(null);
  contents = $state.raw<BackupContents | null>(null);
  busy = $state(false);
  outcome = $state.raw<BackupOutcome | null>(null);

  readonly #app: AppState;
  #asked = 0;

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Opens the platform's folder dialog. */
  async chooseFolder(): Promise<void> {
    await this.#app.attempt(async () => {
      const folder = await this.#app.client['places.choose']();
      if (folder) await this.take(folder);
    });
  }

  async take(folder: FolderHandle): Promise<void> {
    this.folder = folder;
    this.outcome = null;
    if (this.purpose === 'restore') await this.list();
  }

  /** Writes the archive; the host reads it back before it answers. */
  async make(): Promise<void> {
    const { folder } = this;
    if (!folder || this.busy) return;
    await this.#working(async () => {
      await this.#app.draft?.flush();
      const article = this.what === 'article' ? (this.#app.draft?.id ?? null) : null;
      const { name, articles } = await this.#app.client['backup.make']({ folder: folder.handle, article });
      this.outcome = { kind: 'made', name, articles, folder: folder.label };
    });
  }

  async cancel(): Promise<void> {
    await this.#app.attempt(() => this.#app.client['backup.cancel']());
  }

  /** Which archives there are; the newest is looked into at once. */
  async list(): Promise<void> {
    this.chosen = null;
    this.contents = null;
    this.archives = [];
    const folder = this.source === 'automatic' ? null : (this.folder?.handle ?? null);
    if (this.source === 'folder' && folder === null) return;
    await this.#app.attempt(async () => {
      this.archives = await this.#app.client['backup.list']({ folder });
      const [newest] = this.archives;
      if (newest !== undefined) await this.choose(newest);
    });
  }

  /** Says what restoring from this archive would do; only the newest answer is shown. */
  async choose(name: string): Promise<void> {
    const turn = ++this.#asked;
    this.chosen = name;
    this.contents = null;
    this.outcome = null;
    try {
      const contents = await this.#app.client['backup.examine'](this.#from(name));
      if (turn === this.#asked) this.contents = contents;
    } catch (error) {
      if (turn === this.#asked) this.outcome = { kind: 'failed', message: inWords(error) };
    }
  }

  async restore(): Promise<void> {
    const name = this.chosen;
    if (name === null || this.busy) return;
    await this.#working(async () => {
      await this.#app.draft?.flush();
      const contents = await this.#app.client['backup.restore'](this.#from(name));
      this.outcome = { kind: 'restored', contents };
      await this.#app.refresh();
    });
  }

  #from(name: string) {
    return { folder: this.source === 'automatic' ? null : (this.folder?.handle ?? null), name };
  }

  async #working(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.outcome = null;
    this.#app.progress.backup = null;
    try {
      await work();
    } catch (error) {
      this.outcome = { kind: 'failed', message: inWords(error) };
    } finally {
      this.busy = false;
    }
  }
}

/** What a restore does or did, as a sentence. */
export function contentsInWords({ missing, older, same, newer, series, damaged }: BackupContents, done: boolean): string {
  const articles = (count: number) => `${count} ${count === 1 ? 'article' : 'articles'}`;
  const parts = [
    ...(missing > 0 ? [`${articles(missing)} ${done ? 'added' : 'to add'}`] : []),
    ...(older > 0 ? [`${articles(older)} ${done ? 'brought up to date' : 'older here, to bring up to date'}`] : []),
    ...(series > 0 ? [`${series} series ${done ? 'added' : 'to add'}`] : []),
    ...(same > 0 ? [`${articles(same)} the same`] : []),
    ...(newer > 0 ? [`${articles(newer)} left as they are here`] : []),
    ...(damaged > 0 ? [`${damaged} damaged ${damaged === 1 ? 'file' : 'files'} left out`] : []),
  ];
  return parts.length === 0 ? 'This backup holds no articles.' : `${parts.join(', ')}.`;
}
