/** A picture in the library: its name there, and its size in pixels. */
export interface StoredAsset {
  asset: string;
  width: number;
  height: number;
}

/** Pictures, each once, named by their content (`isAssetName`). */
export interface AssetStore {
  /**
   * Keeps a picture without its metadata and resolves when it is durable; one that is there already is not written again.
   * Errors: those of `readPicture`, `pictures/turned` for one that is not upright, and those of writing.
   */
  put(bytes: Uint8Array): Promise<StoredAsset>;
  /** Errors: `pictures/missing`, `storage/failed`. */
  read(asset: string): Promise<Uint8Array>;
  /** All of them, and when they were stored, in milliseconds since 1970. */
  list(): Promise<readonly { asset: string; storedAt: number }[]>;
  /** Nothing when it is not there. */
  remove(asset: string): Promise<void>;
}

/**
 * Something that may need pictures (articles, history): the names of all that it needs, or null while it cannot tell, and then
 * nothing is removed. Each is asked before a picture is removed; see `collectAssets`.
 */
export type NeededAssets = () => Promise<ReadonlySet<string> | null>;
