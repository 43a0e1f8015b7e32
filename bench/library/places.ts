import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a measurement over a large library works on, in one folder. */
export const libraryIn = (folder: string): string => join(folder, 'library');
/** The same drafts in lowdb's own single file. */
export const lowdbIn = (folder: string): string => join(folder, 'lowdb.json');
/** The same drafts indexed by MiniSearch. */
export const miniSearchIn = (folder: string): string => join(folder, 'minisearch.json');
/** The built thread of the index for searching. */
export const workerUrl = pathToFileURL(resolve('out/main/searchWorker.js'));
