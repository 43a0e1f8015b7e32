/** A folder that the writer chose. The handle crosses the wire, the path does not. */
export interface FolderHandle {
  handle: string;
  /** The folder's name as the writer knows it. */
  label: string;
}

export interface FolderListing extends FolderHandle {
  parent: FolderHandle | null;
  folders: FolderHandle[];
}

export interface Places {
  /** The platform's own chooser; null when the writer cancelled. Errors: `places/no-dialog` where the host has none. */
  choose(): Promise<FolderHandle | null>;
  /** Where a chooser drawn by Stet starts, and what is in a folder. Errors: `places/unknown`, `places/unreadable`. */
  list(handle: string | null): Promise<FolderListing>;
  /** Makes a folder. Errors: `places/unknown`, `places/exists`, `places/failed`. */
  make(parent: string, name: string): Promise<FolderHandle>;
  /** Names of the files in a folder, so that nothing is overwritten unseen. */
  names(handle: string): Promise<readonly string[]>;
  /** Writes a file durably, replacing one of that name. Errors: `places/unknown`, `places/failed`. */
  write(handle: string, name: string, content: string | Uint8Array): Promise<void>;
  /** As `write`, for content that comes piece by piece; readable by its owner only, as drafts are. Errors: as `write`, and those of the pieces. */
  writePieces(handle: string, name: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** A file of a folder, whole. Errors: `places/unknown`, `places/unreadable`. */
  read(handle: string, name: string): Promise<Uint8Array>;
}

/** The folders that sites are exported to, and the files in them. Paths of files are relative and joined by `/`. */
export interface SiteFolders {
  /** Where a site lies on this computer; null where none was chosen here, or it is not there. */
  folderOf(site: string): Promise<FolderHandle | null>;
  /** Keeps that for the next export. Errors: `places/unknown`, those of writing. */
  keep(site: string, folder: string): Promise<void>;
  /** SHA-256 in hexadecimal. */
  sha256(content: string | Uint8Array): string;
  /** A file, whole; null where there is none. Errors: `sites/refused` through a link, `sites/failed`. */
  read(folder: string, path: string): Promise<Uint8Array | null>;
  /** The SHA-256 of each of these files that is there. Errors: as `read`. */
  hashes(folder: string, paths: readonly string[]): Promise<Map<string, string>>;
  /** Writes a file durably, in one step, and makes the folders that it needs. Errors: as `read`. */
  write(folder: string, path: string, content: string | Uint8Array): Promise<void>;
  /** Removes a file, and the folders that are empty then. Errors: as `read`. */
  remove(folder: string, path: string): Promise<void>;
}
