import type { Article } from '../../core/article/article';
import { StetError } from '../../core/errors';
import type { Exporter } from '../../core/formats/format';
import { htmlExporter } from '../../core/formats/html/htmlExporter';
import { withoutPrintersTraces } from '../../core/formats/html/pdfProperties';
import { PDF, printed } from '../../core/formats/html/printed';
import type { Filed } from '../../core/history/version';
import type { ExportedFile } from '../../core/rpc/exportMethods';
import type { InputOf, OutputOf } from '../../core/rpc/contract';
import type { Around } from './exportAround';
import { allKnown, embargoedAmong, fileNames, pictureNames, translationsIn } from './exportFiles';
import type { Events } from './events';
import type { OpenArticles } from './openArticles';
import { pageWriter, type Chosen, type ExportPorts } from './pageWriter';

/** Articles between two words about progress; a PDF takes about a second, so each is told. */
const SAID_EVERY = 20;

/** Keeps that an article left the library as it stands. Never rejects: a file that is written is written. */
export interface Filer {
  mark(article: Article, marks: { filed: Filed }): Promise<void>;
}

/** What the run is of, settled. */
interface Job {
  exporter: Exporter;
  options: Chosen;
  folder: string;
  anyway: boolean;
  files: ReadonlyMap<string, string>;
  around: Around;
  embargoed: Awaited<ReturnType<typeof embargoedAmong>>;
}

/** Exports of articles into a folder, one at a time: looked through first, then written, told about and stoppable in between. */
export class ExportRun {
  readonly #pages: ReturnType<typeof pageWriter>;
  #stop: { asked: boolean } | null = null;

  constructor(
    private readonly ports: ExportPorts,
    private readonly open: OpenArticles,
    private readonly history: Filer,
    private readonly events: Pick<Events, 'emit'>,
  ) {
    this.#pages = pageWriter(ports, open);
  }

  /** Ends the run under way before its next article. What is written by then stays, and the answer names it. */
  cancel(): void {
    if (this.#stop) this.#stop.asked = true;
  }

  /** `export.run` of the contract, in a format that is found already. Errors: `export/busy`, `articles/missing`, those of writing before anything is written. */
  async run(
    { ids, folder, replace, anyway, batch = ids.length > 1 }: InputOf<'export.run'>,
    exporter: Exporter,
    options: Chosen,
  ): Promise<OutputOf<'export.run'>> {
    if (this.#stop) throw new StetError('export/busy', 'An export is still under way. Wait until it is done, or stop it.');
    this.#stop = { asked: false };
    try {
      const { ports, open } = this;
      const [known, now] = [await this.#pages.knownArticles(), ports.clock.now()];
      const wanted = allKnown(ids, known);
      const embargoed = batch ? await embargoedAmong(wanted, now, open) : [];
      for (const { article } of embargoed) wanted.delete(article);
      const files = fileNames(wanted, exporter.extension, known);
      if (!replace) {
        const there = new Set((await ports.places.names(folder)).map((name) => name.toLowerCase()));
        const beside = await pictureNames(files, exporter, options, open);
        const exists = [...files.values(), ...beside].filter((name) => there.has(name.toLowerCase()));
        if (exists.length > 0) return { exists };
      }
      const { series } = await ports.library.read();
      // Only web pages name their translations.
      const translations = exporter.id === htmlExporter.id ? await translationsIn(files.keys(), open) : new Map<string, never>();
      const around = { known, series, files, translations, assets: await this.#pages.knownAssets(), now };
      const job = { exporter, options, folder, anyway, files, embargoed, around };
      const loses = anyway ? [] : await this.#losses(job);
      return loses.length > 0 ? { loses } : await this.#write(job);
    } finally {
      this.#stop = null;
    }
  }

  async #losses({ files, exporter, options, around }: Job): Promise<ExportedFile[]> {
    const loses: ExportedFile[] = [];
    let done = 0;
    for (const [id, name] of files) {
      // What was not looked through is not written either: the answer then says that nothing was.
      if (this.#stop?.asked) return [];
      this.#say('reading', done++, files.size, exporter);
      const page = await this.#pages.written(await this.open.read(id), exporter, options, around);
      const lost = await this.#pages.lossesIn(page, exporter);
      if (lost.length > 0) loses.push({ article: id, name, lost });
    }
    return loses;
  }

  async #write(job: Job): Promise<OutputOf<'export.run'>> {
    const { folder, files, exporter, embargoed } = job;
    const { label: where } = await this.ports.places.list(folder);
    const written: ExportedFile[] = [];
    let done = 0;
    const ended = (because: string | null): OutputOf<'export.run'> => ({
      files: written,
      embargoed,
      stopped: { because, left: [...files.values()].slice(done) },
    });
    for (const [id, name] of files) {
      if (this.#stop?.asked) return ended(null);
      this.#say('writing', done, files.size, exporter);
      try {
        await this.#writeOne(job, id, name, where, written);
      } catch (error) {
        // Of what is in the folder already the writer must hear, whatever happened to the rest.
        if (written.length > 0 && error instanceof StetError) return ended(error.message);
        throw error;
      }
      done++;
    }
    this.#say('writing', done, files.size, exporter);
    return { files: written, embargoed, stopped: null };
  }

  async #writeOne(job: Job, id: string, name: string, where: string, written: ExportedFile[]): Promise<void> {
    const { assets, clock, places, printer, sites } = this.ports;
    const { exporter, options, folder, anyway, around } = job;
    const article = await this.open.read(id);
    const page = await this.#pages.written(article, exporter, options, around);
    const lost = anyway ? await this.#pages.lossesIn(page, exporter) : [];
    const content =
      exporter.id === PDF ? withoutPrintersTraces(await printer.print(printed(page.text, page.view.fields.language))) : page.file;
    const first = written.length;
    // Before the page: one that stands there shows its pictures.
    for (const [asset, file] of page.pictures) {
      await places.write(folder, file, await assets.read(asset));
      written.push({ article: id, name: file, lost: [] });
    }
    await places.write(folder, name, content);
    written.splice(first, 0, { article: id, name, lost });
    await this.history.mark(article, {
      filed: { at: clock.now(), format: exporter.id, where, file: name, sha256: sites.sha256(content) },
    });
  }

  #say(doing: 'reading' | 'writing', done: number, total: number, { id }: Exporter): void {
    const often = id === PDF ? 1 : SAID_EVERY;
    if (total > 1 && (done % often === 0 || done === total)) this.events.emit({ type: 'export', doing, done, total });
  }
}
