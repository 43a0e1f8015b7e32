import type { Ids } from '../../core/ports/clock';
import type { Previews } from '../../core/ports/desktop';

/** Pages kept: the dialog shows one, a reload of it asks for the last few. */
const LIMIT = 20;

/** Previews in memory under random keys; the oldest makes room for the newest. */
export function createPreviews(ids: Ids): Previews {
  const pages = new Map<string, string>();
  return {
    put(html) {
      const key = ids.next();
      pages.set(key, html);
      const [oldest] = pages.keys();
      if (pages.size > LIMIT && oldest !== undefined) pages.delete(oldest);
      return key;
    },
    get(key) {
      const page = pages.get(key);
      if (page === undefined) return null;
      // A page that is looked at moves to the newest end.
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
  };
}
