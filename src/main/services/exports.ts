import type { Article } from '../../core/article/article';
import type { Fields } from '../../core/article/fields';
import { exportName, numbered } from '../../core/article/slug';
import { inlineText, type ArticleSummary } from '../../core/article/summary';
import { linkedArticles, shownHeadlines } from '../../core/document/linkedArticles';
import { isUnderEmbargo, publicArticle, type PublicView } from '../../core/document/publicView';
import { StetError } from '../../core/errors';
import { carriedOf } from '../../core/formats/carriedOf';
import { embargoNotice } from '../../core/formats/embargoNotice';
import type { Exporter, SitePlace } from '../../core/formats/format';
import { htmlExporter } from '../../core/formats/html/htmlExporter';
import { PDF, pdfPage, printed } from '../../core/formats/html/printed';
import { privateTraces } from '../../core/formats/privateTraces';
import { proofOf } from '../../core/formats/proof';
import { exporterOf, exporters, showsPictures } from '../../core/formats/registry';
import { textExporter } from '../../core/formats/text/textExporter';
import type {
  ArticleStore,
  AssetStore,
  Clock,
  LibraryStore,
  Parser,
  Places,
  Previews,
  Printer,
  SiteFolders,
} from '../../core/ports';
import type { EmbargoedArticle, ExportedFile, Handlers, InputOf } from '../../core/rpc/contract';
import { articleOf } from '../../core/series/settle';
import { publicNeighbours, resolverFor, type Pointed } from '../../core/series/publicNeighbours';
import { seriesOf } from '../../core/series/neighbours';
import type { Series } from '../../core/series/series';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';
import { picturesBeside, picturesInside, shortened } from './exportPictures';

export interface ExportPorts {
  articles: ArticleStore;
  assets: AssetStore;
  library: LibraryStore;
  places: Places;
  previews: Previews;
  clock: Clock;
  parser: Parser;
  sites: Pick<SiteFolders, 'sha256'>;
  printer: Printer;
}

/** The text of one file, and what it stands for when nothing else is exported with it: only that can be read back alone. */
export interface Written {
  text: string;
  /** What is written: the text, or the file that holds it. */
  file: string | Uint8Array;
  view: PublicView;
  alone: PublicView;
  /** How many headlines that its links show were left out, because their articles may not be named. */
  withheld: number;
  /** The pictures to write beside it: names in the library, and files. */
  pictures: ReadonlyMap<string, string>;
}

/** What the writer chose. */
type Chosen = InputOf<'export.run'>['options'];

/** How the pages of a site point to one another, and what they say of their place. */
export interface Placement {
  /** From one page to another; null where one of them is not on the site. */
  wayTo(from: string, to: string): string | null;
  /** What the names of a page's pictures begin with. */
  pictureStem(id: string): string;
  place(id: string): SitePlace;
}

/** The library as one export sees it. */
export interface Around {
  known: ReadonlyMap<string, ArticleSummary>;
  series: readonly Series[];
  /** File names in this export by article. */
  files: ReadonlyMap<string, string>;
  /** Of the whole export, so that its pages agree on which embargo is over. */
  now: number;
  /** For the pages of a site. */
  site?: Placement;
}

/** The texts of articles as they leave the library, from the public view only, with what they do not carry. */
export function pageWriter({ articles, assets, parser }: ExportPorts, open: OpenArticles) {
  const knownArticles = async () => new Map((await articles.list()).map((summary) => [summary.id, summary]));

  /** Everything that the page of `article` may point to. Articles that are gone are as if they were not there. */
  async function pointedFrom(article: Article, { known, series, files, now, site }: Around): Promise<Map<string, Pointed>> {
    const beside = (seriesOf(series, article.id)?.entries ?? []).flatMap((entry) => articleOf(entry) ?? []);
    const pointed = new Map<string, Pointed>();
    for (const id of new Set([...beside, ...linkedArticles(article.doc)])) {
      const summary = known.get(id);
      if (!summary) continue;
      const { headline, status, trashedAt } = summary;
      const file = site ? site.wayTo(article.id, id) : (files.get(id) ?? null);
      const fields = trashedAt === null ? await fieldsOf(id) : null;
      // What cannot be read may be under embargo: then it is not named.
      const embargoed = fields === null || isUnderEmbargo(fields.embargo, now);
      pointed.set(id, {
        headline,
        status,
        canonicalUrl: fields?.canonicalUrl ?? null,
        trashed: trashedAt !== null,
        embargoed,
        file,
      });
    }
    return pointed;
  }

  async function fieldsOf(id: string): Promise<Fields | null> {
    try {
      return (await open.read(id)).doc.attrs;
    } catch (error) {
      // A neighbour that cannot be read is no reason to keep this page back.
      if (error instanceof StetError && error.code.startsWith('articles/')) return null;
      throw error;
    }
  }

  /** The text of an article in a format. Errors: `export/private`, `pictures/missing`, those of the exporter. */
  async function written(article: Article, exporter: Exporter, options: Chosen, around: Around): Promise<Written> {
    const pointed = await pointedFrom(article, around);
    const { site } = around;
    const files = picturesBeside(site ? site.pictureStem(article.id) : (around.files.get(article.id) ?? ''), article.doc);
    const fileOf = (asset: string) => files.get(asset) ?? null;
    const viewWith = (look: (id: string) => Pointed | null) =>
      publicArticle(article, publicNeighbours(around.series, article.id, look), { ...resolverFor(look), fileOf }, around.now);
    const look = (id: string) => pointed.get(id) ?? null;
    const view = viewWith(look);
    const { headlineOf } = resolverFor(look);
    const withheld = shownHeadlines(article.doc).filter((id) => headlineOf(id) === null).length;
    const pictures = showsPictures(exporter) ? files : new Map<string, string>();
    const inside = embedded(exporter, options) ? await picturesInside(assets, pictures) : new Map<string, string>();
    const text = exporter.write(view, { whole: options.whole, inside, place: site?.place(article.id) ?? {} });
    if (privateTraces(article, view, text).length > 0) {
      throw new StetError(
        'export/private',
        'Something that is private in this article stands in the text that was about to be written, so nothing was written. Look for words of your notes in the copy, and tell the makers of Stet.',
      );
    }
    const alone = viewWith((id) => {
      const piece = pointed.get(id);
      return piece ? { ...piece, file: null } : null;
    });
    const file = exporter.pack?.(view, { whole: options.whole, inside }) ?? text;
    return { text, file, view, alone, withheld, pictures: embedded(exporter, options) ? new Map() : pictures };
  }

  /** What the format does not carry of an article, with what reading its page again says is missing. */
  async function proof({ alone }: Written, exporter: Exporter): Promise<string[]> {
    if (exporter.readBy === null) return proofOf(exporter, alone, null);
    try {
      const { language } = alone.fields;
      // A part of a page is written by the same hands as the whole, and only the whole reads back completely.
      const file = exporter.pack?.(alone, { whole: true }) ?? exporter.write(alone, { whole: true });
      const source = typeof file === 'string' ? { text: file } : { text: '', bytes: file };
      const back = await parser.parse({ ...source, format: exporter.readBy, name: null, language, part: 'page' });
      return proofOf(exporter, alone, back);
    } catch (error) {
      // Nobody is kept from filing because the proof could not be made; that it was not made is said.
      if (error instanceof StetError) return [`a proof of itself (${error.message})`];
      throw error;
    }
  }

  /** What the writer should know before this is written: headlines that may not be out yet, and what the format does not carry. */
  async function lossesIn(page: Written, exporter: Exporter): Promise<string[]> {
    const { withheld } = page;
    const held = withheld === 1 ? 'a headline that is not out yet' : `${withheld} headlines that are not out yet`;
    return [...(withheld > 0 ? [held] : []), ...(await proof(page, exporter))];
  }

  /** The files of all pictures of an export. */
  async function picturesOf(files: ReadonlyMap<string, string>, exporter: Exporter, options: Chosen): Promise<string[]> {
    if (!showsPictures(exporter) || embedded(exporter, options)) return [];
    const names: string[] = [];
    for (const [id, name] of files) names.push(...picturesBeside(name, (await open.read(id)).doc).values());
    return names;
  }

  /** Those of the articles that are under embargo, in their order. */
  async function embargoedAmong(ids: Iterable<string>, now: number): Promise<EmbargoedArticle[]> {
    const found: EmbargoedArticle[] = [];
    for (const id of ids) {
      const { attrs, content } = (await open.read(id)).doc;
      const notice = isUnderEmbargo(attrs.embargo, now) ? embargoNotice(attrs) : null;
      if (notice) found.push({ article: id, headline: inlineText(content[1].content), line: notice.line });
    }
    return found;
  }

  return { knownArticles, written, lossesIn, picturesOf, embargoedAmong };
}

/** What leaves the library: previews and files. */
export function exportHandlers(ports: ExportPorts, open: OpenArticles, history: Pick<HistoryRecorder, 'mark'>) {
  const { assets, library, places, previews, clock, sites, printer } = ports;
  const { knownArticles, written, lossesIn, picturesOf, embargoedAmong } = pageWriter(ports, open);

  return {
    // Of a print there is nothing to choose: it is whole, and its pictures are in it.
    'export.formats': () =>
      Promise.resolve([
        // Only where there is a choice is it offered.
        ...exporters.map(({ id, title, extension, previewable, embeds }) => ({
          id,
          title,
          extension,
          previewable,
          embeds: embeds === true,
        })),
        { id: pdfPage.id, title: pdfPage.title, extension: pdfPage.extension, previewable: false, embeds: false },
      ]),

    'export.preview': async ({ id, format, options: asked }) => {
      const options = format === PDF ? asPrinted : asked;
      const exporter = writerOf(format);
      const article = await open.read(id);
      const name = `${exportName({ slug: article.doc.attrs.slug, headline: inlineText(article.doc.content[1].content) })}.${exporter.extension}`;
      const { series } = await library.read();
      const page = await written(
        article,
        exporter,
        { ...options, embed: false },
        {
          known: await knownArticles(),
          series,
          files: new Map([[id, name]]),
          now: clock.now(),
        },
      );
      const { whole } = options;
      // A file that is no text is shown as what it says and as a page of the same parts.
      if (exporter.pack) {
        const pictures = await picturesInside(assets, picturesBeside(name, article.doc));
        const shown = exporter.carries === null ? page.view : carriedOf(page.view, exporter.carries);
        const preview = previews.put(htmlExporter.write(shown, { whole, inside: pictures }));
        return { name, text: textExporter.write(page.view, { whole }), lost: await lossesIn(page, exporter), preview };
      }
      // The preview is a page without any file beside it.
      const inside = exporter.previewable ? await picturesInside(assets, page.pictures) : new Map<string, string>();
      const text = embedded(exporter, options) ? exporter.write(page.view, { whole, inside: shortened(inside) }) : page.text;
      const preview = exporter.previewable ? previews.put(exporter.write(page.view, { whole, inside })) : null;
      return { name, text, lost: await lossesIn(page, exporter), preview };
    },

    'export.run': async ({ ids, format, folder, options: asked, replace, anyway, batch = ids.length > 1 }) => {
      const options = format === PDF ? asPrinted : asked;
      const exporter = writerOf(format);
      const known = await knownArticles();
      const now = clock.now();
      const wanted = allKnown(ids, known);
      const embargoed = batch ? await embargoedAmong(wanted, now) : [];
      for (const { article } of embargoed) wanted.delete(article);
      const files = fileNames(wanted, exporter.extension, known);
      if (!replace) {
        const there = new Set((await places.names(folder)).map((name) => name.toLowerCase()));
        const beside = await picturesOf(files, exporter, options);
        const exists = [...files.values(), ...beside].filter((name) => there.has(name.toLowerCase()));
        if (exists.length > 0) return { exists };
      }
      const { series } = await library.read();
      const around = { known, series, files, now };
      if (!anyway) {
        const loses: ExportedFile[] = [];
        for (const [id, name] of files) {
          const lost = await lossesIn(await written(await open.read(id), exporter, options, around), exporter);
          if (lost.length > 0) loses.push({ article: id, name, lost });
        }
        if (loses.length > 0) return { loses };
      }
      const { label: where } = await places.list(folder);
      const done: ExportedFile[] = [];
      for (const [id, name] of files) {
        const article = await open.read(id);
        const page = await written(article, exporter, options, around);
        const lost = anyway ? await lossesIn(page, exporter) : [];
        // Before the page: one that stands there shows its pictures.
        for (const [asset, file] of page.pictures) await places.write(folder, file, await assets.read(asset));
        const content = format === PDF ? await printer.print(printed(page.text, page.view.fields.language)) : page.file;
        await places.write(folder, name, content);
        done.push({ article: id, name, lost });
        for (const file of page.pictures.values()) done.push({ article: id, name: file, lost: [] });
        await history.mark(article, { filed: { at: clock.now(), format, where, file: name, sha256: sites.sha256(content) } });
      }
      return { files: done, embargoed };
    },
  } satisfies Partial<Handlers>;
}

/** A whole page with its pictures in it: what is printed. */
const asPrinted = { whole: true, embed: true } as const;

const writerOf = (format: string): Exporter => (format === PDF ? pdfPage : exporterOf(format));

const embedded = ({ embeds }: Exporter, { embed }: Chosen): boolean => embeds === 'always' || (embeds === true && embed === true);

/** The articles asked for, each once. Errors: `articles/missing`. */
function allKnown(ids: readonly string[], known: Around['known']): Set<string> {
  if (!ids.every((id) => known.has(id))) {
    throw new StetError(
      'articles/missing',
      'One of these articles is no longer in the library. Choose again and export once more.',
    );
  }
  return new Set(ids);
}

/** A file name for each article, unique without regard to case. */
function fileNames(ids: Iterable<string>, extension: string, known: Around['known']): Map<string, string> {
  const taken = new Set<string>();
  const files = new Map<string, string>();
  for (const id of ids) {
    const summary = known.get(id);
    if (!summary) continue;
    const name = numbered(exportName(summary), taken);
    taken.add(name.toLowerCase());
    files.set(id, `${name}.${extension}`);
  }
  return files;
}
