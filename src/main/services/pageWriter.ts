import type { Article } from '../../core/article/article';
import type { DocJson } from '../../core/document/json';
import { shownHeadlines } from '../../core/document/linkedArticles';
import { publicArticle, type PublicView } from '../../core/document/publicView';
import { StetError } from '../../core/errors';
import { boilerplateOf } from '../../core/formats/boilerplate';
import type { Exporter, SitePlace } from '../../core/formats/format';
import { privateTraces } from '../../core/formats/privateTraces';
import { proofOf } from '../../core/formats/proof';
import { showsPictures } from '../../core/formats/registry';
import type { ArticleStore } from '../../core/ports/articles';
import type { AssetStore } from '../../core/ports/assets';
import type { Clock } from '../../core/ports/clock';
import type { Previews, Printer } from '../../core/ports/desktop';
import type { Places, SiteFolders } from '../../core/ports/folders';
import type { LibraryStore } from '../../core/ports/library';
import type { Parser } from '../../core/ports/work';
import type { InputOf } from '../../core/rpc/contract';
import { publicNeighbours, resolverFor, type Pointed } from '../../core/series/publicNeighbours';
import { pointedFrom, type Around } from './exportAround';
import { picturesBeside, picturesInside } from './exportPictures';
import type { OpenArticles } from './openArticles';

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

/** What the writer chose. */
export type Chosen = InputOf<'export.run'>['options'];

/** The text of one file, and what it stands for when nothing else is exported with it: only that can be read back alone. */
export interface Written {
  text: string;
  /** What is written: the text, or the file that holds it. */
  file: string | Uint8Array;
  view: PublicView;
  alone: PublicView;
  /** The properties of the file were filled too. */
  metadata: boolean;
  /** How many headlines that its links show were left out, because their articles may not be named. */
  withheld: number;
  /** How many pictures were left out, because their files are gone: their captions and credits stand as words. */
  gone: number;
  /** The pictures to write beside it: names in the library, and files. */
  pictures: ReadonlyMap<string, string>;
}

/** An article as an export sees it among the others. */
export interface Seen {
  /** The public view of its document, or of one made from it. */
  view(doc: DocJson): PublicView;
  /** As if nothing else went out with it. */
  alone(doc: DocJson): PublicView;
  /** How many headlines that its links show may not be named. */
  withheld: number;
  /** How many of its pictures have no file any more. */
  gone: number;
  /** It and its translations in this export that may be named, where there are any. */
  alternates: NonNullable<SitePlace['alternates']>;
  /** The files of its pictures by their names in the library. */
  pictures: ReadonlyMap<string, string>;
}

/** True where pictures stand inside the page. */
export const embedded = ({ embeds }: Exporter, { embed }: Chosen): boolean =>
  embeds === 'always' || (embeds === true && embed === true);

/** The texts of articles as they leave the library, from the public view only, with what they do not carry. */
export function pageWriter(
  { articles, assets, parser }: Pick<ExportPorts, 'articles' | 'assets' | 'parser'>,
  open: OpenArticles,
) {
  const knownArticles = async () => new Map((await articles.list()).map((summary) => [summary.id, summary]));

  /** The pictures whose files the library has. A writer is not kept from filing by one that is gone. */
  const knownAssets = async () => new Set((await assets.list()).map(({ asset }) => asset));

  /** How an article stands among the others of an export. Errors: those of storage. */
  async function seen(article: Article, around: Around): Promise<Seen> {
    const pointed = await pointedFrom(article, around, open);
    const { site, series, now } = around;
    const named = picturesBeside(site ? site.pictureStem(article.id) : (around.files.get(article.id) ?? ''), article.doc);
    const pictures = new Map([...named].filter(([asset]) => around.assets?.has(asset) !== false));
    const fileOf = (asset: string) => pictures.get(asset) ?? null;
    const look = (id: string): Pointed | null => pointed.get(id) ?? null;
    const apart = (id: string): Pointed | null => {
      const piece = pointed.get(id);
      return piece ? { ...piece, file: null } : null;
    };
    const viewed = (doc: DocJson, from: (id: string) => Pointed | null) =>
      publicArticle({ ...article, doc }, publicNeighbours(series, article.id, from), { ...resolverFor(from), fileOf }, now);
    const { headlineOf, addressOf } = resolverFor(look);
    const { translations, files } = around;
    const alternates = (translations?.get(article.id) ?? []).flatMap(({ id, language }) => {
      const own = site ? site.wayTo(id, id) : (files.get(id) ?? null);
      const href = id === article.id ? own : addressOf(id);
      return href === null ? [] : [{ language, href }];
    });
    return {
      view: (doc) => viewed(doc, look),
      alone: (doc) => viewed(doc, apart),
      alternates: alternates.length > 1 ? alternates : [],
      gone: named.size - pictures.size,
      withheld: shownHeadlines(article.doc).filter((id) => headlineOf(id) === null).length,
      pictures,
    };
  }

  /** The text of an article in a format. Errors: `export/private`, `pictures/missing`, those of the exporter. */
  async function written(article: Article, exporter: Exporter, options: Chosen, around: Around): Promise<Written> {
    const { view: viewOf, alone, alternates, withheld, gone, pictures: files } = await seen(article, around);
    const view = viewOf(article.doc);
    const pictures = showsPictures(exporter) ? files : new Map<string, string>();
    const inside = embedded(exporter, options) ? await picturesInside(assets, pictures) : new Map<string, string>();
    const place = { ...around.site?.place(article.id), ...(alternates.length > 0 ? { alternates } : {}) };
    const { whole, metadata = false } = options;
    const text = exporter.write(view, { whole, inside, metadata, place });
    if (privateTraces(article, view, text, () => boilerplateOf(exporter, view.fields.language)).length > 0) {
      throw new StetError(
        'export/private',
        'Something that is private in this article stands in the text that was about to be written, so nothing was written. Look for words of your notes in the copy, and tell the makers of Stet.',
      );
    }
    const file = exporter.pack?.(view, { whole, inside, metadata }) ?? text;
    const beside = embedded(exporter, options) ? new Map<string, string>() : pictures;
    const left = showsPictures(exporter) ? gone : 0;
    return { text, file, view, alone: alone(article.doc), metadata, withheld, gone: left, pictures: beside };
  }

  /** What the format does not carry of an article, with what reading its page again says is missing. */
  async function proof({ alone, metadata }: Written, exporter: Exporter): Promise<string[]> {
    if (exporter.readBy === null) return proofOf(exporter, alone, null);
    try {
      const { language } = alone.fields;
      // A part of a page is written by the same hands as the whole, and only the whole reads back completely.
      const file = exporter.pack?.(alone, { whole: true, metadata }) ?? exporter.write(alone, { whole: true, metadata });
      const source = typeof file === 'string' ? { text: file } : { text: '', bytes: file };
      const back = await parser.parse({ ...source, format: exporter.readBy, name: null, language, part: 'page' });
      return proofOf(exporter, alone, back, metadata);
    } catch (error) {
      // Nobody is kept from filing because the proof could not be made; that it was not made is said.
      if (error instanceof StetError) return [`a proof of itself (${error.message})`];
      throw error;
    }
  }

  /** What the writer should know before this is written: headlines that may not be out yet, pictures that are gone, and what the format does not carry. */
  async function lossesIn(page: Written, exporter: Exporter): Promise<string[]> {
    const { withheld, gone } = page;
    const lacking = gone === 1 ? '1 picture whose file is gone' : `${gone} pictures whose files are gone`;
    const held = withheld === 1 ? 'a headline that is not out yet' : `${withheld} headlines that are not out yet`;
    return [...(withheld > 0 ? [held] : []), ...(gone > 0 ? [lacking] : []), ...(await proof(page, exporter))];
  }

  return { knownArticles, knownAssets, seen, written, lossesIn };
}
