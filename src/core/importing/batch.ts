import type { LeftOut } from '../formats/format';

/** A file that came in, wherever from: a folder, a zip, a chooser. */
export interface BatchFile {
  /** As the writer knows it, its folders joined by `/`. */
  path: string;
  /** In bytes, as far as its source says. */
  size: number;
  /** Errors: those of its source, in the writer's words. */
  read(): Promise<Uint8Array>;
  /** The writer named this very file: it is read whatever it is called. */
  chosen?: boolean;
  /** It only leads to another place, where nobody looks. */
  link?: boolean;
}

/** How much comes in at once: far more than a newsroom has, far less than memory. */
export const limits = {
  /** Files that are looked at. */
  files: 20_000,
  /** Texts that are read. */
  texts: 5_000,
  /** Bytes of one text. */
  text: 32_000_000,
  /** Bytes of all texts. */
  allTexts: 128_000_000,
  /** Folders in folders. */
  depth: 32,
  /** Bytes of a zip. */
  zip: 512_000_000,
} as const;

/** A file that became an article. */
export interface TakenFile {
  file: string;
  id: string;
  headline: string;
  /** What Stet did to it beside reading it, in a sentence each. */
  changes: readonly string[];
  leftOut: readonly LeftOut[];
}

/** A file, or several of a kind, that became none. */
export interface LeftFile {
  file: string;
  why: string;
  /** It should have become one, or be shown in one. */
  failed?: boolean;
}

/** What became of a batch. */
export interface BatchReport {
  taken: readonly TakenFile[];
  left: readonly LeftFile[];
  /** Series that were made or went on, by their names; null for one without. */
  series: readonly { name: string | null; pieces: number }[];
}
