import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { articleId } from '../../core/article/fields';
import type { Imported } from '../../core/formats/format';
import type { Io } from './command';
import { readHere, readSource } from './source';

/** True when an argument names an article of the library rather than a file. */
export async function isArticle(what: string, io: Io): Promise<boolean> {
  // A file that happens to be named like an id is what the writer sees in the folder.
  return v.is(articleId, what) && !(await isFile(resolve(io.cwd, what)));
}

/** A file as its importer reads it; `-` is standard input. Errors: those of `readSource` and of the importer. */
export async function readText(what: string, values: { from?: string | undefined }, io: Io): Promise<Imported> {
  return readHere(await readSource(what, io), values.from ?? null);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false; // no such file: then it is an id
  }
}
