import { MANIFEST, readFiles } from '../sites/manifest';
import type { BatchFile } from './batch';

const PAGE = /\.(?:md|html)$/u;
const LARGEST = 32_000_000;

/** The pages in folders of Stet's sites that only list others, by their manifests. */
export async function listedPages(files: readonly BatchFile[]): Promise<ReadonlySet<string>> {
  const lists = new Set<string>();
  for (const file of files) {
    if (!file.path.endsWith(MANIFEST) || file.size > LARGEST) continue;
    const folder = file.path.slice(0, -MANIFEST.length);
    const known = readFiles(new TextDecoder().decode(await file.read()));
    for (const [path, { page }] of known ?? []) if (page === undefined && PAGE.test(path)) lists.add(`${folder}${path}`);
  }
  return lists;
}
