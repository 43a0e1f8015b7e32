import type { Article } from '../../core/article/article';
import { inlineText, type ArticleSummary } from '../../core/article/summary';
import { translationsAmong } from '../../core/article/translationRoot';
import { exporterOf } from '../../core/formats/registry';
import type { ExportedFile } from '../../core/rpc/exportMethods';
import type { Series } from '../../core/series/series';
import { arrange } from '../../core/sites/arrange';
import type { ManifestEntry } from '../../core/sites/manifest';
import type { Site } from '../../core/sites/site';
import type { OpenArticles } from './openArticles';
import { pageWriter, type ExportPorts } from './pageWriter';
import type { Candidate } from './siteCandidates';
import { siteIndexes, type IndexedPage } from './siteIndexes';
import type { SitePictures } from './sitePictures';
import { placementOf } from './sitePlacement';

/** A file that the folder should hold. */
export interface WantedFile {
  entry: ManifestEntry;
  content: () => Promise<string | Uint8Array>;
  /** The article that it is the page of; null for pictures and lists. */
  of: Article | null;
}

/** What goes to a site, settled. */
interface Job {
  site: Site;
  /** What the folder holds of what Stet wrote, by its SHA-256. */
  there: ReadonlyMap<string, string>;
  known: ReadonlyMap<string, ArticleSummary>;
  series: readonly Series[];
  taken: readonly Candidate[];
  pictures: SitePictures;
  now: number;
  /** Called before each page with how many are done; throws when the export is to stop. */
  before(done: number): void;
}

interface Wanted {
  files: Map<string, WantedFile>;
  lost: ExportedFile[];
}

/** Every file that a site should hold, and what its pages do not carry. Errors: those of writing pages. */
export async function wantedFiles(
  ports: ExportPorts,
  open: OpenArticles,
  { site, there, known, series, taken, pictures, now, before }: Job,
): Promise<Wanted> {
  const { sites } = ports;
  const pages = pageWriter({ ...ports, assets: pictures.assets }, open);
  const exporter = exporterOf(site.format);
  const placed = arrange(site, taken);
  const around = {
    known,
    series,
    now,
    files: new Map([...placed].map(([id, page]) => [id, page.path])),
    translations: translationsAmong(taken),
    site: placementOf(site, placed, series),
    assets: pictures.names,
  };
  const wanted: Wanted = { files: new Map(), lost: [] };
  const indexed: IndexedPage[] = [];
  for (const [done, one] of taken.entries()) {
    before(done);
    const page = placed.get(one.id);
    if (!page) continue;
    const { path } = page;
    const article = await open.read(one.id);
    const written = await pages.written(article, exporter, { whole: true, embed: site.embed }, around);
    const sha256 = sites.sha256(written.file);
    const about = { page: one.page, ...(site.format === 'jekyll' ? { day: one.day } : {}) };
    const kept = one.embargoed ? ({ embargoed: true } as const) : {};
    wanted.files.set(path, { entry: { sha256, ...about, ...kept }, content: () => Promise.resolve(written.file), of: article });
    for (const [asset, file] of written.pictures) {
      const beside = page.pictures.folder === '' ? file : `${page.pictures.folder}/${file}`;
      // Pictures of the library are named by the hash of their bytes.
      const entry = { sha256: asset.slice(0, 64), page: one.page };
      wanted.files.set(beside, { entry, content: () => pictures.assets.read(asset), of: null });
    }
    const losses = there.get(path) === sha256 ? [] : await pages.lossesIn(written, exporter);
    if (losses.length > 0) wanted.lost.push({ article: one.id, name: path, lost: losses });
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
    wanted.files.set(path, { entry: { sha256: sites.sha256(text) }, content: () => Promise.resolve(text), of: null });
  }
  return wanted;
}
