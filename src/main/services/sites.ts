import type { Article } from '../../core/article/article';
import type { ArticleSummary } from '../../core/article/summary';
import { inlineText } from '../../core/article/summary';
import { translationsAmong } from '../../core/article/translationRoot';
import { isUnderEmbargo } from '../../core/document/publicView';
import { picturesIn } from '../../core/document/pictures';
import { StetError } from '../../core/errors';
import { embargoNotice } from '../../core/formats/embargoNotice';
import { exporterOf } from '../../core/formats/registry';
import type { FolderHandle, Ids, SiteFolders } from '../../core/ports';
import type { EmbargoedArticle, ExportedFile } from '../../core/rpc/exportMethods';
import type { Handlers, InputOf } from '../../core/rpc/contract';
import type { SiteReport, SiteStanding } from '../../core/rpc/siteMethods';
import type { Series } from '../../core/series/series';
import { articleOf } from '../../core/series/settle';
import { arrange, type Listed } from '../../core/sites/arrange';
import { MANIFEST, readManifest, writeManifest, type Files, type ManifestEntry } from '../../core/sites/manifest';
import { filesAfter, filesDuring, planFiles, removingNothing } from '../../core/sites/planFiles';
import { blankSite, type Site } from '../../core/sites/site';
import type { Events } from './events';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';
import { pageWriter, type ExportPorts } from './pageWriter';
import { placementOf } from './sitePlacement';
import { siteIndexes, type IndexedPage } from './siteIndexes';

interface SitePorts extends ExportPorts {
  ids: Ids;
  sites: SiteFolders;
}

/** Pages between two words about progress. */
const SAID_EVERY = 20;
const PAGE = /\.(?:md|html)$/u;

/** An article as the site may take it. */
interface Candidate extends Listed {
  page: string;
  embargoed: boolean;
  publishedAt: string | null;
}

/** A file that the folder should hold. */
interface WantedFile {
  entry: ManifestEntry;
  content: () => Promise<string | Uint8Array>;
  /** The article that it is the page of; null for pictures and lists. */
  of: Article | null;
}

/** Named targets that one call exports to again. */
export function siteHandlers(ports: SitePorts, open: OpenArticles, history: Pick<HistoryRecorder, 'mark'>, events: Events) {
  const { articles, library, sites, clock, assets, ids } = ports;
  const pages = pageWriter(ports, open);
  let busy = false;
  let cancelled = false;

  const goOn = (): void => {
    if (cancelled) throw new StetError('sites/cancelled', 'The export was stopped. What was not written yet is as it was.');
  };

  /** What an article is called in the list of files of a site. */
  const pageName = (site: Site, id: string): string => sites.sha256(`${site.key}\n${id}`).slice(0, 32);

  async function siteOf(key: string): Promise<Site> {
    const found = (await library.read()).settings.sites.find((site) => site.key === key);
    if (!found) throw new StetError('sites/missing', 'This site is no longer in the settings. Choose another one.');
    return found;
  }

  async function folderOf(site: Site): Promise<FolderHandle> {
    const folder = await sites.folderOf(site.key);
    if (!folder)
      throw new StetError(
        'sites/no-folder',
        `Stet does not know where “${site.name}” lies on this computer. Choose its folder once.`,
      );
    return folder;
  }

  /** What may go to the site: ready or published, never out of the trash; and what an embargo keeps back. */
  async function candidates(
    site: Site,
    series: readonly Series[],
    known: ReadonlyMap<string, ArticleSummary>,
    files: Files,
    named: readonly string[],
    now: number,
  ): Promise<{ taken: Candidate[]; embargoed: EmbargoedArticle[]; drafts: number }> {
    const inSeries = new Set(
      site.what.kind === 'series'
        ? (series.find(({ id }) => site.what.kind === 'series' && id === site.what.series)?.entries ?? []).flatMap(
            (entry) => articleOf(entry) ?? [],
          )
        : [],
    );
    const belongs = ({ id, section }: ArticleSummary): boolean => {
      if (site.what.kind === 'series') return inSeries.has(id);
      return site.what.kind === 'all' || section[0]?.toLowerCase() === site.what.section.toLowerCase();
    };
    const among = [...known.values()]
      .filter((summary) => summary.trashedAt === null && belongs(summary))
      .sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1));
    const taken: Candidate[] = [];
    const embargoed: EmbargoedArticle[] = [];
    let drafts = 0;
    for (const summary of among) {
      if (summary.status !== 'ready' && summary.status !== 'published') {
        if (summary.status !== 'killed') drafts++;
        continue;
      }
      goOn();
      const { doc } = await open.read(summary.id);
      const { embargo, publishedAt, dateline, translationOf } = doc.attrs;
      const page = pageName(site, summary.id);
      const before = [...files.values()].find((entry) => entry.page === page);
      const held = isUnderEmbargo(embargo, now);
      const notice = held ? embargoNotice(doc.attrs) : null;
      // Only Hugo keeps a page back by its date; and once the writer has named an article, it stays.
      if (notice && !(site.format === 'hugo' && (named.includes(summary.id) || before?.embargoed === true))) {
        embargoed.push({ article: summary.id, headline: summary.headline, line: notice.line });
        continue;
      }
      taken.push({
        id: summary.id,
        slug: summary.slug,
        headline: summary.headline,
        section: summary.section,
        language: summary.language,
        original: translationOf?.article ?? null,
        day: (publishedAt ?? embargo?.instant ?? dateline?.date ?? before?.day ?? new Date(now).toISOString()).slice(0, 10),
        pictures: picturesIn(doc).length > 0,
        page,
        embargoed: held,
        publishedAt,
      });
    }
    return { taken, embargoed, drafts };
  }

  async function run({ key, dryRun, replace, embargoed: named }: InputOf<'sites.export'>): Promise<SiteReport> {
    const site = await siteOf(key);
    const folder = await folderOf(site);
    const { series } = await library.read();
    const { what } = site;
    // Otherwise everything in its folder would have to go.
    if (what.kind === 'series' && !series.some(({ id }) => id === what.series))
      throw new StetError(
        'sites/no-series',
        `The series that goes to “${site.name}” is no longer there, so nothing was changed. Choose in “Site…” what goes there.`,
      );
    const exporter = exporterOf(site.format);
    const [known, now] = [await pages.knownArticles(), clock.now()];
    const signed = sites.sha256(site.key);
    const list = await sites.read(folder.handle, MANIFEST);
    const files = readManifest(list === null ? null : new TextDecoder().decode(list), signed);
    const { taken, embargoed, drafts } = await candidates(site, series, known, files, named, now);
    const placed = arrange(site, taken);
    const placement = placementOf(site, placed, series);
    const paths = new Map([...placed].map(([id, page]) => [id, page.path]));
    const around = { known, series, now, files: paths, translations: translationsAmong(taken), site: placement };

    const wanted = new Map<string, WantedFile>();
    const there = await sites.hashes(folder.handle, [...files.keys()]);
    const lost: ExportedFile[] = [];
    const indexed: IndexedPage[] = [];
    for (const [done, one] of taken.entries()) {
      goOn();
      if (done % SAID_EVERY === 0) events.emit({ type: 'site', done, total: taken.length });
      const page = placed.get(one.id);
      if (!page) continue;
      const { path, pictures } = page;
      const article = await open.read(one.id);
      const written = await pages.written(article, exporter, { whole: true, embed: site.embed }, around);
      const sha256 = sites.sha256(written.file);
      const about = { page: one.page, ...(site.format === 'jekyll' ? { day: one.day } : {}) };
      const kept = one.embargoed ? ({ embargoed: true } as const) : {};
      wanted.set(path, { entry: { sha256, ...about, ...kept }, content: () => Promise.resolve(written.file), of: article });
      for (const [asset, file] of written.pictures) {
        const beside = pictures.folder === '' ? file : `${pictures.folder}/${file}`;
        // Pictures of the library are named by the hash of their bytes.
        wanted.set(beside, {
          entry: { sha256: asset.slice(0, 64), page: one.page },
          content: () => assets.read(asset),
          of: null,
        });
      }
      const losses = there.get(path) === sha256 ? [] : await pages.lossesIn(written, exporter);
      if (losses.length > 0) lost.push({ article: one.id, name: path, lost: losses });
      if (!one.embargoed)
        indexed.push({
          id: one.id,
          page,
          section: one.section[0] ?? '',
          headline: written.view.headline,
          standfirst: inlineText(written.view.standfirst).replace(/\s+/gu, ' ').trim(),
          publishedAt: one.publishedAt,
        });
    }
    for (const [path, view] of site.index ? siteIndexes(site, indexed, series) : []) {
      const text = exporter.write(view, { whole: true });
      wanted.set(path, { entry: { sha256: sites.sha256(text) }, content: () => Promise.resolve(text), of: null });
    }

    const found = new Map([...there, ...(await sites.hashes(folder.handle, [...wanted.keys()]))]);
    const hashes = new Map([...wanted].map(([path, { entry }]) => [path, entry.sha256]));
    const sure = (await articles.damaged()).length === 0;
    const planned = planFiles(hashes, files, found, replace);
    const plan = sure ? planned : removingNothing(planned);
    const report: SiteReport = {
      folder: folder.label,
      written: [...plan.write].sort(),
      unchanged: plan.same.length,
      removed: [...plan.remove].sort(),
      kept: plan.kept,
      embargoed,
      drafts,
      lost,
    };
    if (dryRun) return report;

    const entries = new Map([...wanted].map(([path, { entry }]) => [path, entry]));
    const writeList = async (next: Files, before: Files): Promise<void> => {
      const text = writeManifest(signed, next);
      if (text !== writeManifest(signed, before) || list === null) await sites.write(folder.handle, MANIFEST, text);
    };
    const during = plan.write.length > 0 ? filesDuring(plan, entries, files, found) : files;
    if (plan.write.length > 0) await writeList(during, files);
    // Pictures before the pages that show them, lists of pages last.
    for (const path of inOrder(plan.write, wanted)) {
      goOn();
      const file = wanted.get(path);
      if (!file) continue;
      await sites.write(folder.handle, path, await file.content());
      if (file.of)
        await history.mark(file.of, {
          filed: { at: clock.now(), format: site.format, where: site.name, file: path, sha256: file.entry.sha256 },
        });
    }
    for (const path of plan.remove) await sites.remove(folder.handle, path);
    await writeList(filesAfter(plan, entries, files), during);
    events.emit({ type: 'site', done: taken.length, total: taken.length });
    return report;
  }

  /** The pages of an article on a site, and how they stand to its present text; none where the site cannot be looked at. */
  async function standingOn(site: Site, id: string): Promise<SiteStanding[]> {
    try {
      const folder = await sites.folderOf(site.key);
      const list = folder && (await sites.read(folder.handle, MANIFEST));
      if (!list) return [];
      const files = readManifest(new TextDecoder().decode(list), sites.sha256(site.key));
      const own = [...files].filter(([path, { page }]) => page === pageName(site, id) && PAGE.test(path)).map(([path]) => path);
      if (own.length === 0) return [];
      const report = await run({ key: site.key, dryRun: true, replace: false, embargoed: [] });
      const standing = (path: string): SiteStanding['standing'] => {
        if (report.kept.some((kept) => kept.path === path)) return 'changed';
        if (report.written.includes(path)) return 'old';
        return report.removed.includes(path) ? 'leaving' : 'current';
      };
      return own.map((path) => ({ site: site.name, key: site.key, path, standing: standing(path) }));
    } catch (error) {
      // An export to it says what is wrong; here it is only no help.
      if (error instanceof StetError) return [];
      throw error;
    }
  }

  return {
    'sites.list': async () => {
      const { settings } = await library.read();
      return Promise.all(settings.sites.map(async (site) => ({ site, folder: await sites.folderOf(site.key) })));
    },
    'sites.make': async ({ name, language }) => {
      const site: Site = { ...blankSite, key: ids.next(), name, language };
      await library.update((data) => ({ ...data, settings: { ...data.settings, sites: [site, ...data.settings.sites] } }));
      events.emit({ type: 'settings' });
      return site;
    },
    'sites.place': async ({ key, folder }) => {
      await sites.keep((await siteOf(key)).key, folder);
      return null;
    },
    'sites.export': async (input) => {
      if (busy) throw new StetError('sites/busy', 'An export to a site is still under way. Wait until it is done.');
      [busy, cancelled] = [true, false];
      try {
        return await run(input);
      } finally {
        busy = false;
      }
    },
    'sites.standing': async ({ id }) => {
      if (busy) return [];
      cancelled = false;
      const found: SiteStanding[] = [];
      for (const site of (await library.read()).settings.sites) found.push(...(await standingOn(site, id)));
      return found;
    },
    'sites.cancel': () => {
      cancelled = true;
      return Promise.resolve(null);
    },
  } satisfies Partial<Handlers>;
}

/** A page never shows a picture that is not there yet, and no list names a page that is not. */
function inOrder(paths: readonly string[], wanted: ReadonlyMap<string, WantedFile>): string[] {
  const rank = (path: string): number => {
    if (wanted.get(path)?.entry.page === undefined) return 2;
    return PAGE.test(path) ? 1 : 0;
  };
  return [...paths].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}
