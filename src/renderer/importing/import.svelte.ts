import { StetError } from '../../core/errors';
import { toBase64 } from '../../core/formats/base64';
import { isPacked } from '../../core/formats/isPacked';
import type { LeftOut } from '../../core/formats/format';
import type { AppState } from '../state/app.svelte';
import { inWords } from '../state/trouble';
import { looksLikePicture, offeredPictures, uploadPicture } from '../state/pictureUpload';
import { decode } from './decode';

/** File names that the dialog offers first; dropping takes any text. */
export const offeredFiles = `.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,text/plain,text/markdown,text/html,${offeredPictures}`;

/** Largest file taken, in bytes: twice what one call may carry in characters. */
const MOST_BYTES = 32_000_000;

export type FileReport =
  | {
      file: string;
      id: string;
      headline: string;
      leftOut: readonly LeftOut[];
      guessed: string | null;
      /** How many places in the words ask for a look; null when nobody could say. */
      looks: number | null;
    }
  | { file: string; problem: string };

/** Pictures beside the texts, by file name. */
type Beside = readonly { name: string; asset: string }[];

/** Takes files into the library and remembers what became of each. */
export class ImportState {
  /** Names of the files still to be read; empty when nothing is going on. */
  waiting = $state.raw<readonly string[]>([]);
  report = $state.raw<readonly FileReport[]>([]);
  readonly #app: AppState;
  #stopped = false;
  #busy = false;

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Imports the files one after the other, with the pictures among them in their places, and opens the first that became an article. */
  async take(files: readonly File[]): Promise<void> {
    if (files.length === 0 || this.#busy) return;
    this.#busy = true;
    try {
      await this.#all(files);
    } finally {
      this.#busy = false;
    }
  }

  async #all(files: readonly File[]): Promise<void> {
    const reports: FileReport[] = [];
    this.#stopped = false;
    this.report = [];
    this.waiting = files.map((file) => file.name);
    const pictures = files.filter(looksLikePicture);
    const texts = files.filter((file) => !looksLikePicture(file));
    const beside = texts.length > 0 ? await this.#uploaded(pictures, reports) : [];
    this.waiting = texts.map((file) => file.name);
    for (const file of texts.length > 0 ? texts : files) {
      const report = await this.#one(file, beside);
      if (this.#stopped) {
        await this.#dropLate(report);
        break;
      }
      reports.push(report);
      this.waiting = this.waiting.slice(1);
    }
    this.waiting = [];
    await this.#app.attempt(() => this.#app.library.refresh());
    const first = reports.find((report) => 'id' in report);
    if (first) {
      this.#app.library.inTrash = false;
      await this.#app.open(first.id);
    }
    this.#tell(reports);
  }

  /** Reads no further file; the one that is being read is not kept. What was imported before stays. */
  stop(): void {
    this.#stopped = true;
    this.waiting = [];
    this.#app.notices.show('The import is stopped. What was imported before stays in the library.');
  }

  dismiss(): void {
    this.report = [];
  }

  /** The pictures that came along, kept in the library. One that cannot be is reported, and the texts are imported all the same. */
  async #uploaded(files: readonly File[], reports: FileReport[]): Promise<Beside> {
    const beside: { name: string; asset: string }[] = [];
    for (const file of files) {
      try {
        beside.push({ name: file.name, asset: (await uploadPicture(this.#app.connection, file)).asset });
      } catch (error) {
        reports.push({ file: file.name, problem: inWords(error) });
      }
    }
    return beside;
  }

  async #one(file: File, pictures: Beside): Promise<FileReport> {
    try {
      if (looksLikePicture(file))
        return {
          file: file.name,
          problem: 'A picture alone makes no article. Drop it on the page of one, or import it with its text.',
        };
      if (file.size > MOST_BYTES)
        return { file: file.name, problem: 'This file is too large for one article. Divide it into several.' };
      const bytes = new Uint8Array(await file.arrayBuffer());
      const packed = isPacked(bytes) ? toBase64(bytes) : undefined;
      const decoded = packed === undefined ? decode(bytes) : { text: '', guessed: null };
      if (!decoded)
        return { file: file.name, problem: 'This is not a text. Stet reads plain text, Markdown, web pages and Word documents.' };
      if (packed === undefined && decoded.text.trim() === '')
        return { file: file.name, problem: 'There is nothing in this file.' };
      const made = await this.#app.client['import.create']({
        text: decoded.text,
        packed,
        name: file.name,
        format: null,
        pictures: [...pictures],
      });
      return { file: file.name, ...made, guessed: decoded.guessed, looks: await this.#looksIn(made.id) };
    } catch (error) {
      return { file: file.name, problem: inWords(error) };
    }
  }

  /** Goes to the first thing to look at in an article that was imported. */
  async look(id: string): Promise<void> {
    await this.#app.open(id);
    const checks = this.#app.draft?.id === id ? this.#app.draft.checks : null;
    if (!checks) return;
    this.#app.showTab('checks');
    await checks.settled();
    checks.first();
  }

  /** What is damaged or open in the words; what a desk asks of an article comes later. */
  async #looksIn(id: string): Promise<number | null> {
    try {
      const { findings } = await this.#app.client['checks.examine']({ id });
      return findings.filter(({ place, certainty }) => place !== undefined || certainty !== undefined).length;
    } catch (error) {
      // The import itself went well, and the panel says why nothing can be said.
      if (!(error instanceof StetError)) throw error;
      return null;
    }
  }

  // The host cannot be interrupted in a file: what it makes of it goes to the trash.
  async #dropLate(report: FileReport): Promise<void> {
    if ('id' in report) await this.#app.attempt(() => this.#app.client['articles.trash']({ ids: [report.id] }));
  }

  #tell(reports: readonly FileReport[]): void {
    if (reports.length === 0) return;
    const [only] = reports;
    const smooth = reports.every(
      (report) => 'id' in report && report.leftOut.length === 0 && report.guessed === null && !report.looks,
    );
    if (smooth && reports.length === 1 && only && 'id' in only) {
      this.report = [];
      const { id } = only;
      this.#app.notices.show(`Imported “${only.headline || only.file}”. Nothing was left out.`, () => void this.#app.trash([id]));
    } else if (smooth) this.#app.notices.show(`Imported ${reports.length} articles. Nothing was left out.`);
    else this.report = reports;
  }
}
