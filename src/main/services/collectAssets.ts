import { picturesIn } from '../../core/document/pictures';
import type { ArticleStore } from '../../core/ports/articles';
import type { AssetStore, NeededAssets } from '../../core/ports/assets';
import type { Clock } from '../../core/ports/clock';
import type { HistoryStore } from '../../core/ports/history';

/** A picture younger than this, in milliseconds, stays whatever happens: the edit that needs it may not be saved yet. */
const YOUNG_MS = 24 * 60 * 60 * 1000;

/**
 * Removes the pictures that are older than a day and that nobody needs, and gives their names. Where one of `needs` cannot
 * tell, or fails, everything stays. Errors: those of the stores.
 */
export async function collectAssets(
  { assets, clock }: { assets: AssetStore; clock: Clock },
  needs: readonly NeededAssets[],
): Promise<readonly string[]> {
  const now = clock.now();
  // A clock that was set back makes pictures of the future: they are young.
  const old = (await assets.list()).filter(({ storedAt }) => now - storedAt > YOUNG_MS).map(({ asset }) => asset);
  if (old.length === 0) return [];
  const needed = new Set<string>();
  for (const ask of needs) {
    const names = await ask();
    if (names === null) return [];
    for (const name of names) needed.add(name);
    // Whoever is asked last (the history) reads most, and mostly need not be asked.
    if (old.every((asset) => needed.has(asset))) return [];
  }
  const removed = old.filter((asset) => !needed.has(asset));
  for (const asset of removed) await assets.remove(asset);
  return removed;
}

/** What the articles of a library need, those in the trash included. Cannot tell while one of them cannot be read. */
export const neededByArticles =
  (articles: ArticleStore): NeededAssets =>
  async () => {
    const needed = new Set<string>();
    for (const { id } of await articles.list()) {
      const { doc } = await articles.read(id);
      for (const asset of picturesIn(doc)) needed.add(asset);
    }
    return (await articles.damaged()).length > 0 ? null : needed;
  };

/** What the versions of all articles need. Cannot tell while one of them is damaged or of a newer Stet. */
export const neededByHistory =
  (history: HistoryStore): NeededAssets =>
  async () => {
    const needed = new Set<string>();
    for (const id of await history.articles()) {
      const kept = await history.versions(id);
      if (kept.lost > 0 || kept.newer) return null;
      for (const { version } of kept.versions) {
        const doc = kept.rough(version);
        if (!doc) return null;
        for (const asset of picturesIn(doc)) needed.add(asset);
      }
    }
    return needed;
  };
