import { hrefBeside } from '../../core/formats/beside';
import type { FolderMap } from '../../core/importing/folderMap';
import type { Named, Placed } from '../../core/importing/runs';
import type { OutsidePiece } from '../../core/series/series';
import type { Draft } from './assembleBatch';
import { headlineOf } from './importSlug';
import type { KnownArticles } from './knownArticles';

const NO_NEIGHBOUR = 'the address of a neighbouring piece that is not in this import; its title stays';

/** Finds the articles that pages name as their neighbours. */
export class NeighbourFinder {
  readonly #byHeadline = new Map<string, string | null>();
  readonly #byAddress = new Map<string, string | null>();

  constructor(
    drafts: readonly Draft[],
    private readonly map: FolderMap,
    private readonly byPath: ReadonlyMap<string, string>,
    private readonly known: KnownArticles,
  ) {
    const once = (seen: Map<string, string | null>, key: string, id: string) => seen.set(key, seen.has(key) ? null : id);
    for (const { doc, id } of drafts) {
      once(this.#byHeadline, headlineOf(doc), id);
      if (doc.attrs.canonicalUrl !== null) once(this.#byAddress, doc.attrs.canonicalUrl, id);
    }
  }

  async placed(draft: Draft): Promise<Placed> {
    const { seriesName, previous, next, place = null } = draft.imported.neighbours;
    return {
      id: draft.id,
      seriesName,
      place,
      day: draft.doc.attrs.publishedAt,
      previous: previous && (await this.#named(draft, previous)),
      next: next && (await this.#named(draft, next)),
    };
  }

  async #named(draft: Draft, { title, url }: OutsidePiece): Promise<Named> {
    const href = url === null ? null : hrefBeside(url);
    const piece = { title, url: href === null ? url : null };
    const sure = (article: string): Named => ({ article, sure: true, piece });
    if (href !== null) {
      const beside = this.byPath.get(this.map.find(draft.path, href) ?? '');
      if (beside !== undefined) return sure(beside);
    }
    const addressed = url === null ? null : (this.#byAddress.get(url) ?? null);
    if (addressed !== null && addressed !== draft.id) return sure(addressed);
    const there = await this.known.named(piece.title, href ?? url);
    if (there !== null) return sure(there);
    if (href !== null) draft.leftOut.push({ line: null, text: href, why: NO_NEIGHBOUR });
    const titled = this.#byHeadline.get(piece.title) ?? null;
    return { article: titled === draft.id ? null : titled, sure: false, piece };
  }
}
