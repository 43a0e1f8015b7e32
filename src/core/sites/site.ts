import * as v from 'valibot';
import { articleId, languageTag } from '../article/fields';
import { line } from '../article/text';

/** Formats that a site is made of. */
export const siteFormats = ['html', 'markdown', 'hugo', 'jekyll'] as const;

/** Folders below that of the site, joined by `/`: lower-case ASCII words, so that every disk and every address can hold them. */
const folder = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^(?:[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*)?$/u, 'must be lower-case words joined by hyphens'),
);

/**
 * A named target that one key exports to again. Where it lies on this computer stands elsewhere (`SiteFolders`): a library
 * may be shared by several computers, a path cannot.
 */
export const site = v.strictObject({
  /** Random and private: the name of an article in the folder's list of files is made with it. */
  key: articleId,
  name: v.pipe(line(60), v.minLength(1)),
  format: v.picklist(siteFormats),
  /** Of the site: pages in it have no language in their names. */
  language: languageTag,
  /** What goes there of all that is ready or published. */
  what: v.variant('kind', [
    v.strictObject({ kind: v.literal('all') }),
    v.strictObject({ kind: v.literal('section'), section: line(200) }),
    v.strictObject({ kind: v.literal('series'), series: articleId }),
  ]),
  /** Folders of sections, by the first name of a section; others have one named after them. */
  folders: v.pipe(v.array(v.strictObject({ section: line(200), folder })), v.maxLength(200)),
  /** Hugo: every page in a folder of its own. A page with pictures always is, since only there Hugo finds them. */
  bundles: v.boolean(),
  /** Web pages: pictures inside the page instead of beside it. */
  embed: v.boolean(),
  /** Whether Stet writes pages that list the others. */
  index: v.boolean(),
});
export type Site = v.InferOutput<typeof site>;

/** How a new site begins. */
export const blankSite: Omit<Site, 'key' | 'name' | 'language'> = {
  format: 'html',
  what: { kind: 'all' },
  folders: [],
  bundles: false,
  embed: false,
  index: true,
};

export const sites = v.pipe(v.array(site), v.maxLength(100));
