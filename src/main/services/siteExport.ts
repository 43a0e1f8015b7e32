import type { ArticleSummary } from '../../core/article/summary';
import { picturesIn } from '../../core/document/pictures';
import type { FolderHandle, SiteFolders } from '../../core/ports/folders';
import type { InputOf } from '../../core/rpc/contract';
import type { SiteReport } from '../../core/rpc/siteMethods';
import { MANIFEST, readManifest, writeManifest, type Files } from '../../core/sites/manifest';
import { filesAfter, filesDuring, keeping, planFiles, removingNothing, type FilePlan } from '../../core/sites/planFiles';
import type { Site } from '../../core/sites/site';
import type { Events } from './events';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';
import { pageWriter, type ExportPorts } from './pageWriter';
import { candidates } from './siteCandidates';
import { wantedFiles, type WantedFile } from './siteFiles';
import { sitePictures, type SitePictures } from './sitePictures';

export interface SiteExportPorts extends ExportPorts {
  sites: SiteFolders;
}

/** Pages between two words about progress. */
const SAID_EVERY = 20;
/** The page of an article, or a list of pages. */
export const PAGE = /\.(?:md|html)$/u;

/** What an article is called in the list of files of a site. */
export const pageName = (sites: Pick<SiteFolders, 'sha256'>, { key }: Site, id: string): string =>
  sites.sha256(`${key}\n${id}`).slice(0, 32);

/** Exports to the folders of sites. */
export class SiteExport {
  constructor(
    private readonly ports: SiteExportPorts,
    private readonly open: OpenArticles,
    private readonly history: Pick<HistoryRecorder, 'mark'>,
    private readonly events: Events,
    /** Asked between two pages; throws when the export is to stop. */
    private readonly goOn: () => void,
  ) {}

  /** `sites.export` of the contract, of a site and its folder. Errors: `sites/manifest`, `sites/taken`, those of writing pages and of folders. */
  async run(
    site: Site,
    folder: FolderHandle,
    { dryRun, replace, embargoed: named }: Omit<InputOf<'sites.export'>, 'key'>,
  ): Promise<SiteReport> {
    const { articles, library, sites, clock } = this.ports;
    const { series } = await library.read();
    const pages = pageWriter(this.ports, this.open);
    const [known, now] = [await pages.knownArticles(), clock.now()];
    const signed = sites.sha256(site.key);
    const list = await sites.read(folder.handle, MANIFEST);
    const files = readManifest(list === null ? null : new TextDecoder().decode(list), signed);
    const { taken, embargoed, drafts } = await candidates({
      site,
      series,
      known,
      files,
      named,
      now,
      open: this.open,
      pageName: (id) => pageName(sites, site, id),
      goOn: this.goOn,
    });
    const there = await sites.hashes(folder.handle, [...files.keys()]);
    const pictures = await sitePictures(this.ports, folder.handle, there);
    const wanted = await wantedFiles(this.ports, this.open, {
      site,
      there,
      known,
      series,
      taken,
      pictures,
      now,
      before: (done) => {
        this.goOn();
        if (done % SAID_EVERY === 0) this.events.emit({ type: 'site', done, total: taken.length });
      },
    });

    const found = new Map([...there, ...(await sites.hashes(folder.handle, [...wanted.files.keys()]))]);
    const hashes = new Map([...wanted.files].map(([path, { entry }]) => [path, entry.sha256]));
    const sure = (await articles.damaged()).length === 0;
    const planned = planFiles(hashes, files, found, replace);
    const plan = sure
      ? keeping(planned, await this.#onlyCopies(planned, files, hashes, pictures, known))
      : removingNothing(planned);
    const onlyHere = [...wanted.files.keys()].filter((path) => pictures.isOnlyCopy(hashes.get(path) ?? ''));
    const report: SiteReport = {
      folder: folder.label,
      written: [...plan.write].sort(),
      unchanged: plan.same.length,
      removed: [...plan.remove].sort(),
      kept: [...plan.kept, ...onlyHere.map((path) => ({ path, why: 'only' as const }))],
      embargoed,
      drafts,
      lost: wanted.lost,
    };
    if (dryRun) return report;
    await this.#carryOut(site, folder, plan, wanted.files, { files, found, first: list === null });
    this.events.emit({ type: 'site', done: taken.length, total: taken.length });
    return report;
  }

  /** Of the files to be removed the pictures that an article of the library still shows, and that are nowhere else. */
  async #onlyCopies(
    { remove, write, same }: FilePlan,
    files: Files,
    wanted: ReadonlyMap<string, string>,
    pictures: SitePictures,
    known: ReadonlyMap<string, ArticleSummary>,
  ): Promise<Set<string>> {
    const elsewhere = new Set([...write, ...same].map((path) => wanted.get(path)));
    const lastCopies = remove.filter((path) => {
      const { sha256 = '' } = files.get(path) ?? {};
      return pictures.isOnlyCopy(sha256) && !elsewhere.has(sha256);
    });
    if (lastCopies.length === 0) return new Set();
    const shown = new Set<string>();
    for (const id of known.keys()) for (const asset of picturesIn((await this.open.read(id)).doc)) shown.add(asset.slice(0, 64));
    return new Set(lastCopies.filter((path) => shown.has(files.get(path)?.sha256 ?? '')));
  }

  async #carryOut(
    site: Site,
    folder: FolderHandle,
    plan: FilePlan,
    wanted: ReadonlyMap<string, WantedFile>,
    { files, found, first }: { files: Files; found: ReadonlyMap<string, string>; first: boolean },
  ): Promise<void> {
    const { sites, clock } = this.ports;
    const signed = sites.sha256(site.key);
    const entries = new Map([...wanted].map(([path, { entry }]) => [path, entry]));
    const writeList = async (next: Files, before: Files): Promise<void> => {
      const text = writeManifest(signed, next);
      if (first || text !== writeManifest(signed, before)) await sites.write(folder.handle, MANIFEST, text);
    };
    const during = plan.write.length > 0 ? filesDuring(plan, entries, files, found) : files;
    if (plan.write.length > 0) await writeList(during, files);
    // Pictures before the pages that show them, lists of pages last.
    for (const path of inOrder(plan.write, wanted)) {
      this.goOn();
      const file = wanted.get(path);
      if (!file) continue;
      await sites.write(folder.handle, path, await file.content());
      if (file.of)
        await this.history.mark(file.of, {
          filed: { at: clock.now(), format: site.format, where: site.name, file: path, sha256: file.entry.sha256 },
        });
    }
    for (const path of plan.remove) await sites.remove(folder.handle, path);
    await writeList(filesAfter(plan, entries, files), during);
  }
}

/** A page never shows a picture that is not there yet, and no list names a page that is not. */
function inOrder(paths: readonly string[], wanted: ReadonlyMap<string, WantedFile>): string[] {
  const rank = (path: string): number => {
    if (wanted.get(path)?.entry.page === undefined) return 2;
    return PAGE.test(path) ? 1 : 0;
  };
  return [...paths].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}
