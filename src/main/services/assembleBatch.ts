import type { Article } from '../../core/article/article';
import { checkDocument } from '../../core/document/schema';
import type { DocJson } from '../../core/document/json';
import type { FoundPicture } from '../../core/document/pictures';
import type { LeftOut } from '../../core/formats/format';
import type { BatchReport, LeftFile } from '../../core/importing/batch';
import { FolderMap } from '../../core/importing/folderMap';
import { linkUp } from '../../core/importing/linkUp';
import { placeRun } from '../../core/importing/placeRun';
import { runsOf, type Placed } from '../../core/importing/runs';
import { translationsOf } from '../../core/importing/translations';
import type { InputOf } from '../../core/rpc/contract';
import type { Series } from '../../core/series/series';
import { newArticle } from './articles';
import type { BatchPorts, Prepared } from './importBatches';
import { foundBeside, withPictures } from './importPictures';
import { headlineOf, withSlug } from './importSlug';
import { KnownArticles } from './knownArticles';
import { NeighbourFinder } from './neighbourFinder';
import type { OpenArticles } from './openArticles';

/** A batch as it would stand in the library. */
export interface AssembledBatch {
  articles: readonly Article[];
  /** Those of them that others translate. */
  originals: readonly Article[];
  /** Puts the series of the batch among those of the library; what becomes of them is then in `told`. */
  addSeries(all: readonly Series[]): Series[];
  told(): BatchReport;
  /** The report of a batch that is only tried. */
  tryOut(all: readonly Series[]): BatchReport;
}

const NO_FILE = 'a link to a file that is no article of this import; its words stay';
const NO_TRANSLATION = 'translations that are not in this import';

/** A text on its way to an article. */
export interface Draft extends Prepared {
  doc: DocJson;
  leftOut: LeftOut[];
  changes: string[];
}

/**
 * Makes articles of texts that were read: with their pictures, their links to one another, their translations and their series.
 * What is in the library already, word for word, is left. Writes nothing. Errors: those of `AssetStore.read` and `checkDocument`.
 */
export async function assembleBatch(
  ports: BatchPorts,
  open: OpenArticles,
  prepared: readonly Prepared[],
  pictures: InputOf<'import.commit'>['pictures'],
  dryRun: boolean,
): Promise<AssembledBatch> {
  const drafts: Draft[] = [];
  for (const one of prepared) {
    const own = pictures.filter(({ of }) => of === one.path);
    const beside: ReadonlyMap<string, FoundPicture> = dryRun
      ? new Map(own.map(({ name, asset }) => [name, { asset, width: null, height: null }]))
      : await foundBeside(ports.assets, own);
    const placed = withPictures(one.imported, new Map([...beside, ...one.inside]), one.path);
    drafts.push({
      ...one,
      doc: withDay(withSlug(placed.doc, one.path === '-' ? null : one.name.name), one),
      leftOut: placed.leftOut,
      changes: [],
    });
  }
  const map = new FolderMap(drafts.map(({ path, imported }) => ({ path, address: imported.address ?? null })));
  const known = await KnownArticles.of(ports.articles, open);
  const byPath = new Map<string, string>();
  const left: LeftFile[] = [];
  const coming: Draft[] = [];
  for (const draft of drafts) {
    const there = await known.same(draft.doc);
    byPath.set(draft.path, there ?? draft.id);
    if (there === null) coming.push(draft);
    else left.push({ file: draft.path, why: 'It is in the library already, word for word.' });
  }
  for (const draft of coming) {
    const find = (href: string) => {
      const id = byPath.get(map.find(draft.path, href) ?? '');
      return id === undefined ? null : { article: id };
    };
    draft.doc = linkUp(draft.doc, find, (href) => draft.leftOut.push({ line: null, text: href, why: NO_FILE }));
  }
  const originals = translated(coming, { map, byPath, library: (await ports.library.read()).settings.language });
  const articles = coming.map((draft): Article => ({ ...newArticle(checkDocument(draft.doc), ports), id: draft.id }));

  const resolver = new NeighbourFinder(coming, map, byPath, known);
  const placed: Placed[] = [];
  for (const draft of coming) placed.push(await resolver.placed(draft));
  const { runs, contradictions } = runsOf(placed);
  for (const { id, piece } of contradictions)
    coming
      .find((draft) => draft.id === id)
      ?.leftOut.push({
        line: null,
        text: piece.title,
        why: 'named as the piece beside it, but the others say something else; link it by hand',
      });
  const newIds = runs.map(() => ports.ids.next());
  let made: BatchReport['series'] = [];
  let apart: string[] = [];

  const report = (): BatchReport => ({
    taken: coming.map(({ path, id, doc, changes, leftOut }) => ({ file: path, id, headline: headlineOf(doc), changes, leftOut })),
    left: [
      ...left,
      ...apart.map((title) => ({
        file: title,
        why: 'An article of the library was named as a neighbour, but another piece stands beside it there. Link it by hand.',
      })),
    ],
    series: made,
  });
  const addSeries = (all: readonly Series[]): Series[] => {
    [made, apart] = [[], []];
    return runs.reduce<Series[]>(
      (series, run, at) => {
        const put = placeRun(series, run, newIds[at] ?? '');
        if (put.series) made = [...made, { name: put.series.name, pieces: put.series.entries.length }];
        apart.push(...put.apart);
        return put.all;
      },
      [...all],
    );
  };
  return {
    articles,
    originals: articles.filter(({ id }) => originals.has(id)),
    addSeries,
    told: report,
    tryOut: (all) => {
      addSeries(all);
      return report();
    },
  };
}

/** The day in the name of a Jekyll post is its date, unless it says another. Stet's own posts say their address, and their day is anybody's. */
function withDay(doc: DocJson, { name: { day }, imported }: Prepared): DocJson {
  if (day === null || doc.attrs.publishedAt !== null || imported.address !== undefined) return doc;
  return { ...doc, attrs: { ...doc.attrs, publishedAt: `${day}T00:00:00Z` } };
}

/** Joins translations to their originals, and tells of those that did not come along. Gives the ids of the originals. */
function translated(
  drafts: readonly Draft[],
  { map, byPath, library }: { map: FolderMap; byPath: ReadonlyMap<string, string>; library: string },
): ReadonlySet<string> {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const byAddress = new Map(
    drafts.flatMap(({ id, doc }) => (doc.attrs.canonicalUrl === null ? [] : [[doc.attrs.canonicalUrl, id]])),
  );
  const texts = drafts.map(({ id, name, path, doc, imported: { translations } }) => {
    const named = (translations?.alternates ?? []).map(({ language, href }) => ({
      language,
      id: byPath.get(map.find(path, href) ?? '') ?? byAddress.get(href) ?? null,
    }));
    const others = named.flatMap((one) => (one.id === null ? [] : [one.id]));
    return {
      text: {
        id,
        stem: name.stem,
        tag: name.tag,
        language: doc.attrs.language,
        slug: translations?.own ? doc.attrs.slug : null,
        day: doc.attrs.publishedAt,
        key: translations?.key ?? null,
        alternates: others,
        byDefault: named.find(({ language }) => language.toLowerCase() === 'x-default')?.id ?? null,
      },
      gone: [...new Set(named.filter((one) => one.id === null).map(({ language }) => language))],
    };
  });
  const originals = translationsOf(
    texts.map(({ text }) => text),
    library,
  );
  for (const [id, to] of originals) {
    const [draft, original] = [byId.get(id), byId.get(to)];
    if (!draft || !original) continue;
    draft.doc = { ...draft.doc, attrs: { ...draft.doc.attrs, translationOf: { article: to, revision: 1 } } };
    draft.changes.push(`Linked as the translation of “${headlineOf(original.doc)}”.`);
  }
  const joined = new Set([...originals.keys(), ...originals.values()]);
  for (const { text, gone } of texts) {
    const told = gone.length > 0 ? gone.join(', ') : text.key !== null && !joined.has(text.id) ? text.key : null;
    if (told !== null) byId.get(text.id)?.leftOut.push({ line: null, text: told, why: NO_TRANSLATION });
  }
  return new Set(originals.values());
}
