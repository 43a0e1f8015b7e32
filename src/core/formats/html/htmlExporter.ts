import type { Exporter } from '../format';
import { writeBlocks } from './blocks';
import { embargoLine } from './embargoLine';
import { writePage } from './page';
import { withPicturesInside } from './pictures';

/**
 * HTML: a whole page that stands alone, or (not `whole`) the body's blocks and nothing else, for a CMS that has its own
 * fields for headline, standfirst, byline and neighbours, and its own look. Both begin with the embargo while there is one. Errors: `export/unknown-node`.
 */
export const htmlExporter: Exporter = {
  id: 'html',
  title: 'Web page',
  extension: 'html',
  mime: 'text/html',
  previewable: true,
  readBy: 'html',
  carries: null,
  embeds: true,
  write: (view, { whole, inside = new Map(), place }) =>
    withPicturesInside(
      whole
        ? writePage(view, inside, place)
        : `${[...embargoLine(view.fields), writeBlocks(view.body, view.fields.language)].join('\n')}\n`,
      inside,
    ),
};
