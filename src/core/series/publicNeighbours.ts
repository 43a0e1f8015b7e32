import type { Status } from '../article/fields';
import type { PublicPiece, PublicView } from '../document/publicView';
import type { Resolver } from '../document/resolver';
import { neighboursOf, seriesOf } from './neighbours';
import type { Series, SeriesEntry } from './series';

/** What an export knows of an article that another one points to. */
export interface Pointed {
  headline: string;
  status: Status;
  canonicalUrl: string | null;
  trashed: boolean;
  /** Under embargo at the moment of the export, or not known not to be. */
  embargoed: boolean;
  /** Its file name in the same export; null when it is not part of it. */
  file: string | null;
}

/** Answers what is known of an article; null when it is not in the library. */
export type Look = (articleId: string) => Pointed | null;

const mayBeNamed: ReadonlySet<Status> = new Set<Status>(['ready', 'published']);

/**
 * True when a public page may name this article: it goes out in the same export, or is out or about to be. Never under
 * embargo, even in the same export: the page that would name it may go out earlier.
 */
const isPublic = (piece: Pointed) => !piece.trashed && !piece.embargoed && (piece.file !== null || mayBeNamed.has(piece.status));

/**
 * Where public links to articles lead: to the file in the same export, else to the canonical address.
 * An article that may not be named has no address either, because an address often spells the headline.
 */
export function resolverFor(look: Look): Omit<Resolver, 'fileOf'> {
  return {
    headlineOf: (articleId) => {
      const piece = look(articleId);
      return piece && isPublic(piece) ? piece.headline : null;
    },
    addressOf: (articleId) => {
      const piece = look(articleId);
      return piece && isPublic(piece) ? (piece.file ?? piece.canonicalUrl) : null;
    },
  };
}

/**
 * The series of an article as the public may see it (PRODUCT "Series"). A neighbour under embargo, or a draft, being edited or killed
 * and not in the same export, is `null`, never skipped: the page would otherwise call the one after it "next".
 */
export function publicNeighbours(all: readonly Series[], articleId: string, look: Look): PublicView['series'] {
  const { previous, next } = neighboursOf(all, articleId, (id) => look(id)?.trashed === false);
  const resolver = resolverFor(look);
  const shown = (entry: SeriesEntry | null): PublicPiece | null => {
    if (entry === null) return null;
    if (!('article' in entry)) return { title: entry.title, url: entry.url };
    const piece = look(entry.article);
    return piece && isPublic(piece) && piece.headline.trim() !== ''
      ? { title: piece.headline, url: resolver.addressOf(entry.article) }
      : null;
  };
  return { name: seriesOf(all, articleId)?.name ?? null, previous: shown(previous), next: shown(next) };
}
