import * as v from 'valibot';
import { articleId } from '../article/fields';
import { answers } from './method';
import { formatId } from './sources';
import { nothing, ids, handle, index } from './inputs';

/**
 * `embed`: pictures stand inside the page, where the format can hold them, instead of beside it. `metadata`: byline, tags, section and
 * dates in the properties of the file, where it has any; otherwise none of them.
 */
const exportOptions = v.strictObject({
  whole: v.boolean(),
  embed: v.optional(v.boolean()),
  metadata: v.optional(v.boolean()),
});

/** How an article can be copied for another program. */
const copiedAs = ['rich', 'html', 'markdown', 'wordpress'] as const;

export type CopiedAs = (typeof copiedAs)[number];

/** What an annotated copy can be. */
export const annotatedAs = ['docx', 'html'] as const;

export type AnnotatedAs = (typeof annotatedAs)[number];

export interface ExportedFile {
  article: string;
  name: string;
  /** What the format does not carry of it, in a writer's words. */
  lost: readonly string[];
}

/** Why an export ended before its end, in the writer's words (null where the writer asked for it), and the files that were not written. */
export interface StoppedExport {
  because: string | null;
  left: readonly string[];
}

/** An article that a batch left out because it is under embargo. */
export interface EmbargoedArticle {
  article: string;
  headline: string;
  /** As its own export would begin: `Embargoed until 1 March 2026, 06:00, Europe/Berlin (UTC+01:00)`. */
  line: string;
}

/** What leaves: files, copies for other programs, annotated copies. */
export const exportMethods = {
  'export.formats':
    answers<
      readonly { id: string; title: string; extension: string; previewable: boolean; embeds: boolean; metadata: boolean }[]
    >()(nothing),

  /** The text that would be written, the key of a page that shows it (`/preview/<key>`) where the format has one, and what the format cannot carry. */
  'export.preview': answers<{ name: string; text: string; preview: string | null; lost: readonly string[] }>()(
    v.strictObject({ id: articleId, format: formatId, options: exportOptions }),
  ),

  /**
   * An article as text for the clipboard, guarded as an export is: as HTML with its pictures in it and `plain` beside it (`rich`), or
   * as the words of a format. It counts as filed once `export.copied` says that the clipboard has it.
   */
  'export.copy': answers<{
    copy: number;
    text: string;
    plain: string | null;
    lost: readonly string[];
    embargoed: boolean;
  }>()(v.strictObject({ id: articleId, as: v.picklist(copiedAs) })),

  /** The clipboard took the copy of this number; any but the last is forgotten and counts for nothing. */
  'export.copied': answers<null>()(v.strictObject({ copy: index })),

  /**
   * Writes the articles into a folder; neighbours in the same export become relative links. Each text is read back and compared
   * first. Never replaces a file of that name unless it is told to (`replace`), and writes nothing that would lose a part of an
   * article before the writer has been told (`anyway`). A batch (several, or what says so) leaves out what is under embargo and
   * names it; one alone is written with the line of its embargo on top. Progress comes as events; `export.cancel` stops it. `stopped`
   * says why a run ended early (null where it was asked to) and which files it did not come to; `files` are then all that it wrote.
   */
  'export.run': answers<
    | { files: readonly ExportedFile[]; embargoed: readonly EmbargoedArticle[]; stopped: StoppedExport | null }
    | { exists: readonly string[] }
    | { loses: readonly ExportedFile[] }
  >()(
    v.strictObject({
      ids,
      format: formatId,
      folder: handle,
      options: exportOptions,
      replace: v.boolean(),
      batch: v.optional(v.boolean()),
      anyway: v.boolean(),
    }),
  ),

  'export.cancel': answers<null>()(nothing),

  /**
   * An article with everything that is private in it (notes, evidence, who said what), for a lawyer or a fact-checker: marked as such
   * on every page and in its name, never filed, never part of another export. `guarded` leaves out who protected sources are; `printed`
   * are names of such sources that the article's own text has. Never replaces a file unless told to.
   */
  'export.annotated': answers<{ name: string; printed: readonly string[] } | { exists: string }>()(
    v.strictObject({
      id: articleId,
      as: v.picklist(annotatedAs),
      folder: handle,
      guarded: v.boolean(),
      replace: v.boolean(),
    }),
  ),
} as const;
