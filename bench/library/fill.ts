import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import MiniSearch from 'minisearch';
import { parts, searchableOf } from '../../src/core/search/searchable';
import { articleFile } from '../../src/main/storage/articleFile';
import { nodeFileSystem } from '../../src/main/storage/nodeFileSystem';
import { openLibrary } from '../../src/main/storage/openLibrary';
import { draft } from '../drafts';
import { bootOn } from './boot';
import { miniSearchOptions } from './miniSearch';
import { libraryIn, lowdbIn, miniSearchIn } from './places';

/** Nothing of this has to outlast a power cut. */
const hasty = () => {
  const fs = nodeFileSystem();
  return Object.assign(fs, {
    syncFolder: () => Promise.resolve(),
    create: async (path: string) => Object.assign(await nodeFileSystem().create(path), { sync: () => Promise.resolve() }),
  });
};

/** Makes a library of made drafts with its index for searching, and the same for the peers. One that is there already is used again. */
export async function fillLibrary(folder: string, drafts: number): Promise<void> {
  if (existsSync(miniSearchIn(folder))) return;
  const library = libraryIn(folder);
  const articles = Array.from({ length: drafts }, (_, index) => draft(index));
  process.stderr.write(`writing ${drafts} drafts …\n`);
  await mkdir(`${library}/articles`, { recursive: true });
  for (const article of articles) await articleFile(hasty(), `${library}/articles`, article.id).write(article);
  // Opening it once makes its index; opening it as a window does makes the one for searching.
  const opened = await openLibrary(library);
  await opened.articles.list();
  await opened.close();
  process.stderr.write('indexing them …\n');
  const stet = await bootOn(library);
  await stet.handlers['search.find']({ query: 'a', limit: 1, trashed: false, whole: true });
  await stet.close();
  process.stderr.write('the same for lowdb and MiniSearch …\n');
  await writeFile(
    lowdbIn(folder),
    JSON.stringify({ articles: Object.fromEntries(articles.map((one) => [one.id, one])) }, null, 2),
  );
  const peer = new MiniSearch<Record<string, unknown>>(miniSearchOptions);
  for (const { id, doc } of articles) {
    const found = searchableOf(doc).parts;
    peer.add({ id, ...Object.fromEntries(parts.map((part) => [part, found[part].join('\n')])) });
  }
  await writeFile(miniSearchIn(folder), JSON.stringify(peer));
}
