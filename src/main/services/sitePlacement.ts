import type { Series } from '../../core/series/series';
import { articleOf } from '../../core/series/settle';
import { wayTo, type SitePage } from '../../core/sites/arrange';
import type { Site } from '../../core/sites/site';
import type { Placement } from './exportAround';

/** How the pages of a site point to one another, and what they say of their place. */
export function placementOf(site: Site, placed: ReadonlyMap<string, SitePage>, series: readonly Series[]): Placement {
  return {
    wayTo: (from, to) => {
      const [here, there] = [placed.get(from), placed.get(to)];
      return here && there ? wayTo(here.address, there.address) : null;
    },
    pictureStem: (id) => placed.get(id)?.pictures.stem ?? '',
    place: (id) => {
      const page = placed.get(id);
      const entries = series.flatMap(({ entries: all }) => (all.some((entry) => articleOf(entry) === id) ? [all] : []))[0];
      const among = (entries ?? []).flatMap((entry) => articleOf(entry) ?? []).filter((other) => placed.has(other));
      return {
        ...(entries ? { weight: among.indexOf(id) + 1 } : {}),
        ...(page?.translationKey == null ? {} : { translationKey: page.translationKey }),
        ...(site.format === 'jekyll' && page ? { permalink: `/${page.address}` } : {}),
      };
    },
  };
}
