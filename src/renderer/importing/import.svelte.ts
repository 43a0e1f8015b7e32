import { StetError } from '../../core/errors';
import type { BatchFile, BatchReport, TakenFile } from '../../core/importing/batch';
import { takeIn, type BatchStep } from '../../core/importing/takeIn';
import { examineWhole } from '../../core/rpc/examineWhole';
import type { AppState } from '../state/app.svelte';
import { offeredPictures, uploadPicture } from '../state/pictureUpload';
import { inWords } from '../state/trouble';

/** File names that the dialog offers first; dropping takes any text. */
export const offeredFiles = `.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.json,.zip,text/plain,text/markdown,text/html,${offeredPictures}`;

/** Articles of one import whose words are looked at; beyond that the library's own list of checks is the better place. */
const MOST_LOOKED_AT = 20;

/** What became of an import, as the window tells it. */
export interface ImportTold extends BatchReport {
  /** How many places in the words of an article ask for a look, by its id. */
  looks: ReadonlyMap<string, number>;
  /** Why nothing came of it. */
  problem: string | null;
}

/** Takes files into the library, all at once or not at all, and remembers what became of each. */
export class ImportState {
  /** What is being done; null when nothing is going on. */
  step = $state.raw<BatchStep | null>(null);
  report = $state.raw<ImportTold | null>(null);
  readonly #app: AppState;
  #stopped = false;
  #batch: string | null = null;

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Imports files, zips and folders with the pictures among them in their places, and opens the first that became an article. */
  async take(files: readonly BatchFile[]): Promise<void> {
    if (files.length === 0 || this.step) return;
    this.#stopped = false;
    this.report = null;
    this.#app.progress.arriving = null;
    this.step = { step: 'reading', done: 0, total: files.length, file: files[0]?.path ?? '' };
    try {
      await this.#all(files);
    } catch (error) {
      const left = files.length === 1 ? [{ file: files[0]?.path ?? '', why: inWords(error) }] : [];
      const problem = files.length === 1 ? null : inWords(error);
      this.report = { taken: [], left, series: [], looks: new Map(), problem };
    } finally {
      this.step = null;
      this.#batch = null;
    }
  }

  async #all(files: readonly BatchFile[]): Promise<void> {
    const { client, connection } = this.#app;
    const host = {
      client: {
        'import.begin': async (input: Parameters<(typeof client)['import.begin']>[0]) => {
          const begun = await client['import.begin'](input);
          this.#batch = begun.batch;
          return begun;
        },
        'import.add': client['import.add'],
        'import.commit': client['import.commit'],
        'import.cancel': client['import.cancel'],
      },
      putPicture: (bytes: Uint8Array) => uploadPicture(connection, new Blob([Uint8Array.from(bytes)])),
      progress: (step: BatchStep) => (this.step = step),
      stopped: () => this.#stopped,
    };
    const report = await takeIn(files, host, { format: null, dryRun: false });
    if (report === null) {
      this.#app.notices.show('The import is stopped. Nothing of it is in the library.');
      return;
    }
    await this.#app.attempt(() => this.#app.library.refresh());
    const [first] = report.taken;
    if (first) {
      this.#app.library.inTrash = false;
      await this.#app.open(first.id);
    }
    const looked = report.taken.length <= MOST_LOOKED_AT ? report.taken : [];
    const looks = new Map<string, number>();
    for (const { id } of looked) looks.set(id, await this.#looksIn(id));
    this.#tell({ ...report, looks, problem: null });
  }

  /** Ends the import; nothing of it is in the library then. */
  stop(): void {
    this.#stopped = true;
    const batch = this.#batch;
    if (batch !== null) void this.#app.attempt(() => this.#app.client['import.cancel']({ batch }));
  }

  /** Tells that what was dropped cannot be read by a browser. */
  unreadable(): void {
    const problem = 'What was dropped could not be read. Choose it with “Import files or a zip…” or “Import a folder…”.';
    this.report = { taken: [], left: [], series: [], looks: new Map(), problem };
  }

  dismiss(): void {
    this.report = null;
  }

  /** Moves everything that came in to the trash, from where it can be brought back. */
  async undo(): Promise<void> {
    const ids = this.report?.taken.map(({ id }) => id) ?? [];
    this.dismiss();
    if (ids.length > 0) await this.#app.shelf.trash(ids);
  }

  /** Goes to the first thing to look at in an article that was imported. */
  async look(id: string): Promise<void> {
    await this.#app.open(id);
    const checks = this.#app.draft?.id === id ? this.#app.draft.checks : null;
    if (!checks) return;
    this.#app.showTab('checks');
    await checks.settled();
    checks.decisions.first();
  }

  /** What is damaged or open in the words; what a desk asks of an article comes later. */
  async #looksIn(id: string): Promise<number> {
    try {
      const findings = await examineWhole(this.#app.client, id);
      return findings.filter(({ place, certainty }) => place !== undefined || certainty !== undefined).length;
    } catch (error) {
      // The import itself went well, and the panel says why nothing can be said.
      if (!(error instanceof StetError)) throw error;
      return 0;
    }
  }

  #tell(report: ImportTold): void {
    const { taken, left } = report;
    const [only] = taken;
    const smooth = left.length === 0 && taken.length > 0 && taken.every((file) => isSmooth(file, report));
    const undo = () => void this.#app.shelf.trash(taken.map(({ id }) => id));
    if (!smooth) this.report = report;
    else if (taken.length === 1 && only)
      this.#app.notices.show(`Imported “${only.headline || only.file}”. Nothing was left out.`, undo);
    else this.#app.notices.show(`Imported ${taken.length} articles${seriesInWords(report)}. Nothing was left out.`, undo);
  }
}

/** True when nothing has to be said of a file but that it came in. */
export const isSmooth = ({ id, leftOut, changes }: TakenFile, { looks }: Pick<ImportTold, 'looks'>): boolean =>
  leftOut.length === 0 && changes.length === 0 && (looks.get(id) ?? 0) === 0;

/** “, in 2 series”, where there are any. */
export function seriesInWords({ series }: Pick<BatchReport, 'series'>): string {
  if (series.length === 0) return '';
  const [only] = series;
  return series.length === 1 && only
    ? `, in the series ${only.name === null ? 'that they make' : `“${only.name}”`}`
    : `, in ${series.length} series`;
}

/** Where an import is, in words. */
export function stepInWords({ step, done, total, file }: BatchStep, arriving: { done: number; total: number } | null): string {
  const name = file.split('/').at(-1) ?? file;
  if (step === 'storing')
    return arriving ? `Storing ${arriving.done} of ${arriving.total} articles…` : 'Joining what belongs together…';
  return `Reading ${name}…${total > 1 ? ` ${done + 1} of ${total} ${step === 'pictures' ? 'pictures' : 'texts'}` : ''}`;
}
