import * as v from 'valibot';
import { articleId, languageTag } from '../article/fields';
import type { FolderHandle } from '../ports/folders';
import type { Site } from '../sites/site';
import { answers } from './method';
import { nothing, handle } from './inputs';
import type { ExportedFile, EmbargoedArticle } from './exportMethods';

/** What an export to a site did, or would do. Paths are relative to its folder. */
export interface SiteReport {
  /** The folder's name. */
  folder: string;
  written: readonly string[];
  /** How many files were there already as they should be. */
  unchanged: number;
  removed: readonly string[];
  /**
   * Left as they are: changed since Stet wrote them, never written by Stet, perhaps of an article that cannot be read at present, or
   * the only copy of a picture whose file in the library is gone.
   */
  kept: readonly { path: string; why: 'changed' | 'foreign' | 'unsure' | 'only' }[];
  embargoed: readonly EmbargoedArticle[];
  /** Articles that belong to the site and are neither ready nor published. */
  drafts: number;
  /** What the pages that were written do not carry. */
  lost: readonly ExportedFile[];
}

/** A page of an article on a site, and how it stands to the article's present text. */
export interface SiteStanding {
  site: string;
  key: string;
  path: string;
  /** `old`: an export would write it anew. `changed`: by others, since Stet wrote it. `leaving`: an export would remove it. */
  standing: 'current' | 'old' | 'changed' | 'leaving';
}

/** Folders that one key exports to again. */
export const siteMethods = {
  /** The sites of the library, and where each lies on this computer. */
  'sites.list': answers<readonly { site: Site; folder: FolderHandle | null }[]>()(nothing),

  /** Makes a site of this name: web pages, everything that is ready or published. */
  'sites.make': answers<Site>()(
    v.strictObject({ name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)), language: languageTag }),
  ),

  /** Says where a site lies on this computer. */
  'sites.place': answers<null>()(v.strictObject({ key: articleId, folder: handle })),

  /**
   * Brings the folder of a site up to date: writes what changed, removes what Stet wrote and nothing wants any more, and leaves
   * everything that somebody else has touched unless told to `replace` it. `embargoed` names articles that Hugo gets in spite
   * of their embargo. Progress comes as events; `sites.cancel` stops it.
   */
  'sites.export': answers<SiteReport>()(
    v.strictObject({ key: articleId, dryRun: v.boolean(), replace: v.boolean(), embargoed: v.array(articleId) }),
  ),

  /** The pages of an article on the sites of this computer: which still have an old text. */
  'sites.standing': answers<readonly SiteStanding[]>()(v.strictObject({ id: articleId })),

  'sites.cancel': answers<null>()(nothing),
} as const;
