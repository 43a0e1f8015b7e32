import type { PublicView } from '../document/publicView';
import type { DocJson } from '../document/json';
import type { OutsidePiece } from '../series/series';
import type { Carries } from './carrying';

/** Something on a page that is not part of the article and was not taken over: told to the writer, never silent. */
export interface LeftOut {
  /** Line in the source, from 1; null where the format has no lines. */
  line: number | null;
  text: string;
  /** In a colleague's words: "start of a breadcrumb". */
  why: string;
}

/** How line `line` of a text was understood: for the report, and for tests. */
export interface Understood {
  line: number;
  becomes: string;
}

/** The series that a page names, and the pieces before and after it. */
export interface NamedNeighbours {
  seriesName: string | null;
  previous: OutsidePiece | null;
  next: OutsidePiece | null;
  /** Its number in that series, where it says one. */
  place?: number;
}

/** What a file says of itself beside its text, each as it stands there; without what it does not say. */
export type FileProperties = Partial<Record<PropertyName, string>>;
export const propertyNames = ['title', 'slug', 'language', 'author', 'keywords', 'category', 'created', 'modified'] as const;
export type PropertyName = (typeof propertyNames)[number];

/** What a page says of its translations. */
export interface SaidTranslations {
  /** The same for an article and its translations, as `translationKey` of Hugo. */
  key: string | null;
  /** Pages in other languages, this one perhaps among them: a language (BCP 47, or `x-default`) and an address as it stands there. */
  alternates: readonly { language: string; href: string }[];
  /** Stet wrote it, and its slug is what it was called. */
  own: boolean;
}

/** What an importer makes of a text. `doc` has passed the gate (`checkDocument`). */
export interface Imported {
  doc: DocJson;
  /** Pieces beside it that the page named. */
  neighbours: NamedNeighbours;
  leftOut: LeftOut[];
  lines: Understood[];
  /** Where the page says that it stands on its site, from the root (`/north/ice-road/`); absent where it does not say. */
  address?: string;
  /** What it says of its translations; absent where it says nothing. */
  translations?: SaidTranslations;
  /** What the file says of itself beside its text, where that is its own kind of place. */
  properties?: FileProperties;
  /** Pictures that came inside the file, by the names that the document has for them until the host has stored them. */
  pictures?: readonly { name: string; base64: string }[];
}

export interface ImportContext {
  /** Language to assume where the text does not say. */
  language: string;
  /** The file's name, for a slug; null for a paste. */
  name: string | null;
  /** A whole page (headline, section, neighbours are looked for), or a fragment pasted into a text (only blocks come of it). */
  part: 'page' | 'fragment';
  /** Other files are at hand: relative addresses are kept for whoever knows them (`besideUrl`) instead of being left out. */
  beside?: boolean | undefined;
}

export interface Importer {
  id: string;
  /** As the writer knows it: "Web page". */
  title: string;
  /** Without the dot, lower case. */
  extensions: readonly string[];
  /** The text of a file that is not one; formats without it are texts. Errors: `import/unreadable`, `import/too-large`. */
  unpack?: (bytes: Uint8Array) => string;
  /** How sure it is that a text without a name is of this format: 0 no, 1 certain. */
  recognise(text: string): number;
  /** Errors: `import/unreadable`, `import/too-deep`. */
  read(text: string, context: ImportContext): Imported;
}

export interface ExportOptions {
  /** A whole page, or a bare fragment for a CMS (formats that know no difference ignore it). */
  whole: boolean;
  /** Addresses (`data:`) that stand in a page for the files of its pictures; pictures without one are named as files. */
  inside?: ReadonlyMap<string, string>;
  /** Byline, tags, section and dates in the properties of the file, for formats that have such (`metadata`); otherwise none of them. */
  metadata?: boolean;
  /** Where it stands in a site, for formats that say so. */
  place?: SitePlace;
}

/** What a page says of its place among others, beside the article itself. */
export interface SitePlace {
  /** Its number in its series, from 1. */
  weight?: number;
  /** The same for an article and its translations, and for nothing else. */
  translationKey?: string;
  /** Its address on the site, from the root. */
  permalink?: string;
  /** Itself and its translations that go out with it: the language (BCP 47), and the way to the page from this one. */
  alternates?: readonly { language: string; href: string }[];
}

export interface Exporter {
  id: string;
  title: string;
  /** Without the dot. */
  extension: string;
  mime: string;
  /** True when what it writes is a page, or a part of one, that a browser can show as it will look, or nearly so. */
  previewable: boolean;
  /** The importer that reads a whole page again to an equal public view; null where the format is only written. */
  readBy: string | null;
  /** What of an article it cannot carry; null when everything comes through. */
  carries: Carries | null;
  /**
   * The view as exactly as the format can say it (times in seconds, say): the same facts, and so no loss. Reading what was
   * written gives this.
   */
  told?: (view: PublicView) => PublicView;
  /** The properties of its files; `metadata` as in `ExportOptions`. */
  properties?: (view: PublicView, metadata: boolean) => FileProperties;
  /** True when pictures can stand inside what it writes, `always` when they stand nowhere else. */
  embeds?: boolean | 'always';
  /** True when the file has properties beside its text, which are only filled when somebody chose so. */
  metadata?: true;
  /** Pure: the same view gives the same bytes. */
  write(view: PublicView, options: ExportOptions): string;
  /** The file, where that is not the text itself: `write` then gives all that the file holds. As pure as that. */
  pack?: (view: PublicView, options: ExportOptions) => Uint8Array;
}
