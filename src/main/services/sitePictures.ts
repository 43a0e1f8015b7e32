import type { AssetStore } from '../../core/ports/assets';
import type { SiteFolders } from '../../core/ports/folders';

/** The pictures that the pages of a site can show. */
export interface SitePictures {
  /** Their names in the library. */
  names: ReadonlySet<string>;
  assets: AssetStore;
  /** True where the bytes of this SHA-256 lie on the site and no longer in the library. */
  isOnlyCopy(sha256: string): boolean;
}

/**
 * The pictures of the library, and those that Stet wrote into the folder of a site before their files in the library were lost: their
 * bytes are taken from there. `there` are the files of the site by path, with their SHA-256. Errors: those of storage.
 */
export async function sitePictures(
  { assets, sites }: { assets: AssetStore; sites: Pick<SiteFolders, 'read'> },
  folder: string,
  there: ReadonlyMap<string, string>,
): Promise<SitePictures> {
  const own = new Set((await assets.list()).map(({ asset }) => asset));
  const hashes = new Set([...own].map((asset) => asset.slice(0, 64)));
  const only = new Map<string, string>();
  for (const [path, sha256] of there) {
    const ending = /\.(?:jpg|png|webp|gif)$/u.exec(path)?.[0];
    if (ending !== undefined && !hashes.has(sha256)) only.set(`${sha256}${ending}`, path);
  }
  const onlyHere = new Set([...only.keys()].map((asset) => asset.slice(0, 64)));
  const read = async (asset: string): Promise<Uint8Array> => {
    const path = only.get(asset);
    return (path === undefined ? null : await sites.read(folder, path)) ?? assets.read(asset);
  };
  return {
    names: new Set([...own, ...only.keys()]),
    assets: {
      read,
      put: (bytes) => assets.put(bytes),
      list: () => assets.list(),
      remove: (asset) => assets.remove(asset),
    },
    isOnlyCopy: (sha256) => onlyHere.has(sha256),
  };
}
