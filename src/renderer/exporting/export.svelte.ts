import { inOneLine } from '../../core/formats/lossWords';
import type { EmbargoedArticle, ExportedFile, StoppedExport } from '../../core/rpc/exportMethods';
import { PREVIEW_PATH } from '../../core/rpc/loopback';
import type { FolderHandle } from '../../core/ports/folders';
import type { AppState } from '../state/app.svelte';
import { inWords } from '../state/trouble';

export type Scope = 'article' | 'several' | 'series';
interface Format {
  id: string;
  title: string;
  extension: string;
  previewable: boolean;
  embeds: boolean;
  metadata: boolean;
}
interface Preview {
  name: string;
  text: string;
  /** Address of the page that shows it, where the format has one. */
  page: string | null;
  /** What the format cannot carry of it, as a sentence; null when everything comes through. */
  loses: string | null;
}
export type Outcome =
  | {
      kind: 'written';
      files: readonly ExportedFile[];
      embargoed: readonly EmbargoedArticle[];
      stopped: StoppedExport | null;
      folder: string;
    }
  | { kind: 'exists'; names: readonly string[] }
  /** Nothing is written yet: the format would leave this behind. */
  | { kind: 'loses'; sentence: string }
  | { kind: 'failed'; message: string };

/** One visit to the export dialog: what is exported, as what, where to, and how it went. */
export class ExportState {
  formats = $state.raw<readonly Format[]>([]);
  scope = $state<Scope>('article');
  chosen = $state.raw<readonly string[]>([]);
  formatId = $state('html');
  whole = $state(true);
  /** Pictures inside the page, where the format can hold them. */
  embed = $state(false);
  /** Byline, tags, section and dates in the properties of the file, where it has any. Never from one visit to the next. */
  metadata = $state(false);
  folder = $state.raw<FolderHandle | null>(null);
  preview = $state.raw<Preview | null>(null);
  busy = $state(false);
  outcome = $state.raw<Outcome | null>(null);
  /** Why there is nothing to show. */
  trouble = $state<string | null>(null);

  readonly format = $derived(this.formats.find((format) => format.id === this.formatId) ?? null);
  readonly ids = $derived(this.#ids());
  /** The last changes of an exported article are not saved: whether they are exported depends on how far they came. */
  readonly unsaved = $derived.by(() => {
    const draft = this.#app.draft;
    return (
      draft !== null && this.ids.includes(draft.id) && (draft.saveState.kind === 'failed' || draft.saveState.kind === 'conflict')
    );
  });
  /** How far the export under way is, in a line; null where it is one file or says nothing yet. */
  readonly progress = $derived.by(() => {
    const far = this.busy ? this.#app.progress.exporting : null;
    if (!far) return null;
    return far.doing === 'reading'
      ? `Read back and compared: ${far.done} of ${far.total}`
      : `Written: ${far.done} of ${far.total}`;
  });
  readonly #app: AppState;
  #asked = 0;
  #replace = false;

  constructor(app: AppState) {
    this.#app = app;
    if (app.draft) this.chosen = [app.draft.id];
    else this.scope = 'several';
  }

  async load(): Promise<void> {
    try {
      // What cannot be saved keeps nobody from filing; the dialog says that the newest words are not in the export.
      await this.#app.draft?.flush().catch(() => undefined);
      this.formats = await this.#app.client['export.formats']();
      if (!this.format) this.formatId = this.formats[0]?.id ?? '';
    } catch (error) {
      this.trouble = inWords(error);
    }
  }

  toggle(id: string): void {
    this.chosen = this.chosen.includes(id) ? this.chosen.filter((one) => one !== id) : [...this.chosen, id];
  }

  /** Fetches the preview of the first article as it would be written now; only the newest answer is shown. */
  async show(): Promise<void> {
    const [id] = this.ids;
    const turn = ++this.#asked;
    this.outcome = null;
    this.#replace = false;
    if (id === undefined || !this.format) {
      this.preview = null;
      return;
    }
    try {
      const { name, text, preview, lost } = await this.#app.client['export.preview']({
        id,
        format: this.formatId,
        options: this.#options(),
      });
      if (turn !== this.#asked) return;
      this.preview = {
        name,
        text,
        page: preview === null ? null : `${PREVIEW_PATH}${preview}`,
        loses: this.#sentence([{ lost }]),
      };
      this.trouble = null;
    } catch (error) {
      if (turn !== this.#asked) return;
      this.preview = null;
      this.trouble = inWords(error);
    }
  }

  choose(folder: FolderHandle | null): void {
    this.folder = folder;
    this.outcome = null;
  }

  /** Opens the platform's folder dialog. */
  async chooseFolder(): Promise<void> {
    await this.#app.attempt(async () => this.choose((await this.#app.client['places.choose']()) ?? this.folder));
  }

  /**
   * Writes the files. Files of the same name are named first and only replaced when `replace` says so; what would be lost is
   * named first and only left behind when `anyway` says so. Either answer holds until something else is chosen.
   */
  async run({ replace = this.#replace, anyway = false } = {}): Promise<void> {
    this.#replace = replace;
    const folder = this.folder;
    if (!folder || this.ids.length === 0 || this.busy) return;
    this.busy = true;
    this.#app.progress.exporting = null;
    try {
      const answer = await this.#app.client['export.run']({
        ids: [...this.ids],
        format: this.formatId,
        folder: folder.handle,
        options: this.#options(),
        replace,
        anyway,
      });
      this.outcome =
        'exists' in answer
          ? { kind: 'exists', names: answer.exists }
          : 'loses' in answer
            ? { kind: 'loses', sentence: this.#sentence(answer.loses) ?? '' }
            : { kind: 'written', ...answer, folder: folder.label };
    } catch (error) {
      this.outcome = { kind: 'failed', message: inWords(error) };
    } finally {
      this.busy = false;
    }
  }

  /** Ends the export under way before its next article; what is written by then stays and is named. */
  async stop(): Promise<void> {
    await this.#app.attempt(() => this.#app.client['export.cancel']());
  }

  /** What these files lose together, in one sentence. */
  #sentence(files: readonly { lost: readonly string[] }[]): string | null {
    const [first, ...more] = files.filter(({ lost }) => lost.length > 0);
    if (!first) return null;
    const sentence = inOneLine(this.format?.title ?? '', first.lost);
    if (more.length === 0) return sentence;
    return `${sentence} So it is with ${more.length} more ${more.length === 1 ? 'article' : 'articles'}.`;
  }

  #options() {
    const { whole, embed, metadata, format } = this;
    return { whole, embed, ...(format?.metadata && metadata ? { metadata } : {}) };
  }

  #ids(): readonly string[] {
    const { draft, series, library } = this.#app;
    const isLive = (id: string) => library.byId.get(id)?.trashedAt === null;
    if (this.scope === 'article') return draft ? [draft.id] : [];
    if (this.scope === 'several') return this.chosen.filter(isLive);
    return (series.current?.entries ?? []).flatMap((entry) =>
      'article' in entry && isLive(entry.article) ? [entry.article] : [],
    );
  }
}
