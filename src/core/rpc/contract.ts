import * as v from 'valibot';
import type { Article } from '../article/article';
import { articleId, languageTag } from '../article/fields';
import { sessionData, settings, type SessionData, type Settings } from '../article/library';
import type { Finding } from '../checks/finding';
import { isAssetName } from '../article/picture';
import type { ArticleSummary, QuotedPerson } from '../article/summary';
import type { BlockChange } from '../document/blockChanges';
import { documentChanges } from '../document/changes';
import type { Imported, LeftOut } from '../formats/format';
import type { Version } from '../history/version';
import type { WordChange } from '../history/wordChange';
import type { FieldName } from '../article/fields';
import type { BlockJson, DocJson } from '../document/json';
import type { Damaged, FolderHandle, FolderListing, SearchResults, WordPlace } from '../ports';
import type { QuotedWords } from '../quotes/quotedWords';
import type { ReturnedCopy } from '../returned/material';
import type { Site } from '../sites/site';
import type { Recovery } from '../recovery';
import { outsidePiece, type Neighbours, type Series } from '../series/series';
import { batchMethods } from './batchMethods';
import { answers, type Method } from './method';
import { formatId, packed, text } from './sources';

const nothing = v.optional(v.null(), null);
const ids = v.pipe(v.array(articleId), v.minLength(1), v.maxLength(20_000));
const side = v.picklist(['previous', 'next']);
const handle = v.pipe(v.string(), v.maxLength(100));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const versionName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
/**
 * `embed`: pictures stand inside the page, where the format can hold them, instead of beside it. `metadata`: byline, tags, section and
 * dates in the properties of the file, where it has any; otherwise none of them.
 */
const exportOptions = v.strictObject({
  whole: v.boolean(),
  embed: v.optional(v.boolean()),
  metadata: v.optional(v.boolean()),
});
/** Pictures that lie beside a page: as the page names them, and in the library. */
const picturesBeside = v.optional(
  v.pipe(
    v.array(v.strictObject({ name: v.pipe(v.string(), v.maxLength(500)), asset: v.pipe(v.string(), v.check(isAssetName)) })),
    v.maxLength(1000),
  ),
);

const backupSource = v.strictObject({ folder: v.nullable(handle), name: v.pipe(v.string(), v.maxLength(255)) });

/** How the articles of a backup stand to those of the library, in numbers, and its series that the library can take. */
export interface BackupContents {
  /** ISO 8601. */
  madeAt: string;
  /** Not in the library. */
  missing: number;
  /** In the library, but in an earlier revision. */
  older: number;
  /** In the library as they are in the backup. */
  same: number;
  /** In the library in the same or a later revision, with other words: left as they are. */
  newer: number;
  series: number;
  /** Files of the backup that are damaged and left out. */
  damaged: number;
}

const removal = v.strictObject({
  words: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200)),
  by: v.pipe(v.string(), v.trim(), v.maxLength(100)),
  inside: v.boolean(),
});

/** Where words to be removed stand. */
export interface FoundWords {
  /** At how many places of an article’s text, and in how many of its versions. */
  articles: readonly { id: string; text: number; versions: number }[];
  places: readonly { kind: 'series' | 'sites' | 'house-words' | 'left-versions' | WordPlace['kind']; count: number }[];
  /** Articles that cannot be read, so that nobody can say. */
  damaged: number;
}

/** How an article can be copied for another program. */
const copiedAs = ['rich', 'html', 'markdown', 'wordpress'] as const;
export type CopiedAs = (typeof copiedAs)[number];

/** What an annotated copy can be. */
export const annotatedAs = ['docx', 'html'] as const;
export type AnnotatedAs = (typeof annotatedAs)[number];

/** How a removal went: articles that could not be changed, and places that still hold the words. */
export interface RemovedWords {
  changed: number;
  failed: readonly string[];
  places: readonly { kind: 'search' | WordPlace['kind']; left: number }[];
}

export interface AppInfo {
  host: 'electron' | 'loopback' | 'cli';
  version: string;
  platform: 'darwin' | 'win32' | 'linux';
  /** True where `places.choose` opens the platform's chooser; otherwise the window draws one with `places.list`. */
  nativeDialogs: boolean;
  /** The library's folder name as the writer knows it, and why it cannot be written, if so. */
  library: { label: string; readOnly: string | null };
}

/** Words of a person in an article of the library. */
export interface QuotedBefore extends QuotedWords {
  article: string;
  headline: string;
}

/** The draft of a window that saves, and which of its saves this is. */
const sender = v.strictObject({ id: v.pipe(v.string(), v.uuid()), turn: index });
export type Sender = v.InferOutput<typeof sender>;

/** `base` is answered when somebody else saved in between; both versions are then kept. */
export type SaveAnswer = { saved: { revision: number; editedAt: number } } | { conflict: { revision: number } };

/** `ask` when the other piece already stands elsewhere in a series: the writer says "move it here" or "join the two". */
export type LinkAnswer = { linked: Series } | { ask: { series: Series; with: string } };

/** A version as the timeline shows it. */
export interface ListedVersion extends Version {
  /** Words that came and went since the version before it in the list; null for the first, and where blocks are lost. */
  words: WordChange | null;
  /** The same since the sitting before it. */
  sittingWords: WordChange | null;
  /** Fields that changed since the version before it. */
  fields: readonly FieldName[];
  /** False when it is damaged on the disk. */
  readable: boolean;
}

export interface ListedHistory {
  /** Those that a timeline shows, oldest first. */
  versions: readonly ListedVersion[];
  /** How many entries could not be read at all. */
  lost: number;
  /** True when a newer Stet wrote some of it: then nothing is added. */
  newer: boolean;
}

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

/** What an export to a site did, or would do. Paths are relative to its folder. */
export interface SiteReport {
  /** The folder's name. */
  folder: string;
  written: readonly string[];
  /** How many files were there already as they should be. */
  unchanged: number;
  removed: readonly string[];
  /** Left as they are: changed since Stet wrote them, never written by Stet, or perhaps of an article that cannot be read at present. */
  kept: readonly { path: string; why: 'changed' | 'foreign' | 'unsure' }[];
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

/** The article that another one translates, as it is now. */
export interface TranslatedOriginal {
  headline: string;
  language: string;
  revision: number;
  editedAt: number;
  /** What changed for readers since the revision that was translated; null where that revision was not kept. */
  changes: readonly BlockChange[] | null;
}

/** Every call between a window (or command line) and the services, once. `noun.verb`. */
export const contract = {
  'app.info': answers<AppInfo>()(nothing),

  /**
   * All summaries, or those of the articles named (after an event): one that is gone is simply not among them. `newest` asks only for
   * so many of those outside the trash that were edited last: the first screen, which need not wait for all.
   */
  'articles.list': answers<{ articles: readonly ArticleSummary[]; damaged: readonly Damaged[] }>()(
    v.nullish(
      v.strictObject({
        ids: v.optional(ids),
        newest: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500))),
      }),
      {},
    ),
  ),
  'articles.open': answers<Article>()(v.strictObject({ id: articleId })),
  /** A blank article, or one with this document (a copy kept from a conflict). The document passes the gate. */
  'articles.create': answers<Article>()(v.strictObject({ doc: v.optional(v.unknown()) })),
  /** With a `sender`, a later save upon the same revision takes the place of that sender's earlier one: what a closing window sends. */
  'articles.save': answers<SaveAnswer>()(
    v.strictObject({ id: articleId, baseRevision: index, changes: documentChanges, sender: v.optional(sender) }),
  ),
  'articles.trash': answers<{ trashed: readonly string[] }>()(v.strictObject({ ids })),
  'articles.restore': answers<{ restored: readonly string[] }>()(v.strictObject({ ids })),

  /**
   * The articles whose words, people, notes and tags are as asked for (docs/search.md), the best first. `reading` says how far the
   * library has been read, null when all of it; `whole` waits until then.
   */
  'search.find': answers<SearchResults & { reading: { done: number; total: number } | null }>()(
    v.strictObject({
      query: v.pipe(v.string(), v.maxLength(1000)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
      trashed: v.optional(v.boolean(), false),
      whole: v.optional(v.boolean(), false),
    }),
  ),

  /** What would go with articles that are deleted for good: their kept versions, and the pictures in any of them. */
  'trash.weigh': answers<{ versions: number; pictures: number }>()(v.strictObject({ ids })),
  /** Deletes articles that lie in the trash, with their versions and the pictures that nothing else needs. There is no undo. */
  'trash.delete': answers<{ deleted: readonly string[] }>()(v.strictObject({ ids })),

  /** How an article stands to the revision of it that was translated. */
  'translations.original': answers<TranslatedOriginal>()(v.strictObject({ article: articleId, revision: index })),

  /** Keeps the text that is translated as a version, so that what changed since can be told; nothing where the article is past that revision. */
  'translations.paired': answers<null>()(v.strictObject({ article: articleId, revision: index })),

  'series.list': answers<readonly Series[]>()(nothing),
  'series.neighbours': answers<{ series: Series | null } & Neighbours>()(v.strictObject({ id: articleId })),
  'series.link': answers<LinkAnswer>()(
    v.strictObject({
      id: articleId,
      side,
      target: v.union([v.strictObject({ article: articleId }), outsidePiece]),
      when: v.picklist(['ask', 'move', 'join']),
    }),
  ),
  /** Takes the link on one side away: the series is cut there. */
  'series.unlink': answers<null>()(v.strictObject({ id: articleId, side })),
  /** Takes an entry out of its series; its neighbours then stand side by side. */
  'series.remove': answers<Series | null>()(v.strictObject({ series: articleId, index })),
  'series.move': answers<Series>()(v.strictObject({ series: articleId, from: index, to: index })),
  'series.rename': answers<Series>()(
    v.strictObject({ series: articleId, name: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(300))) }),
  ),
  /** Puts back the series as they were: the undo of the calls above. */
  'series.restore': answers<null>()(v.strictObject({ series: v.unknown() })),

  'history.list': answers<ListedHistory>()(v.strictObject({ id: articleId })),
  'history.read': answers<{ version: number; doc: DocJson }>()(v.strictObject({ id: articleId, version: index })),
  /** Names a version, or takes its name away. */
  'history.name': answers<null>()(v.strictObject({ id: articleId, version: index, name: v.nullable(versionName) })),
  /** Makes a version of the article as it stands, and names it if there is a name; durable when answered. */
  'history.keep': answers<{ version: number }>()(v.strictObject({ id: articleId, name: v.nullable(versionName) })),

  /** People quoted in the library whose name or role has a word that begins so; the most often quoted first. */
  'people.suggest': answers<readonly QuotedPerson[]>()(v.strictObject({ prefix: v.pipe(v.string(), v.maxLength(200)) })),
  /** Where a person was quoted in other articles, the newest first, and how many more there are. */
  'people.quoted': answers<{ quotations: readonly QuotedBefore[]; more: number }>()(
    v.strictObject({ name: v.pipe(v.string(), v.maxLength(300)), except: v.nullable(articleId) }),
  ),

  /** What a sub-editor would point out in an article as the host holds it now, in reading order, and the revision that this is. */
  'checks.examine': answers<{ revision: number; findings: readonly Finding[] }>()(v.strictObject({ id: articleId })),

  ...batchMethods,
  /** Reads a page without making an article: for a paste or a drop into an empty one. */
  'import.page': answers<Imported>()(
    v.strictObject({
      text,
      packed,
      name: v.nullable(v.pipe(v.string(), v.maxLength(500))),
      format: v.nullable(formatId),
      pictures: picturesBeside,
    }),
  ),
  /** Reads pasted text without making an article: the blocks to insert. */
  'import.fragment': answers<{ blocks: readonly BlockJson[]; leftOut: readonly LeftOut[] }>()(
    v.strictObject({ text, format: formatId, language: languageTag }),
  ),

  /**
   * A copy that came back from a desk, beside the version of the article that it was made of (the filed one that it differs least
   * from, else the article as it stands). The copy becomes no article. Errors: `returned/format`, those of reading a file.
   */
  'returned.compare': answers<ReturnedCopy>()(
    v.strictObject({
      id: articleId,
      text,
      packed,
      name: v.nullable(v.pipe(v.string(), v.maxLength(500))),
      format: v.nullable(formatId),
    }),
  ),

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

  'places.choose': answers<FolderHandle | null>()(nothing),
  'places.list': answers<FolderListing>()(v.strictObject({ handle: v.nullable(handle) })),
  'places.make': answers<FolderHandle>()(
    v.strictObject({ parent: handle, name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  ),

  /**
   * Writes the library, or one article with its versions, into a folder as an archive, and reads it back before it says so.
   * Progress comes as events; `backup.cancel` ends it and leaves nothing behind.
   */
  'backup.make': answers<{ name: string; articles: number }>()(
    v.strictObject({ folder: handle, article: v.nullable(articleId) }),
  ),
  'backup.cancel': answers<null>()(nothing),
  /** The archives in a folder; without one, those that Stet made by itself. Newest first. */
  'backup.list': answers<readonly string[]>()(v.strictObject({ folder: v.nullable(handle) })),
  /** What restoring would do. */
  'backup.examine': answers<BackupContents>()(backupSource),
  /** Adds what the library lacks, brings older articles up to date, and replaces nothing that is newer here. */
  'backup.restore': answers<BackupContents>()(backupSource),

  /** What was found after an unclean end, until it is dismissed; null where there is nothing to say. */
  'recovery.get': answers<Recovery | null>()(nothing),
  'recovery.dismiss': answers<null>()(nothing),

  /** Where words stand in all that the library keeps. Progress comes as events; `words.cancel` stops the look. */
  'words.find': answers<FoundWords>()(removal),
  'words.cancel': answers<null>()(nothing),
  /**
   * Removes words from these articles and their versions, and from everything else that the library keeps. There is no undo, or the
   * words would be kept for it.
   */
  'words.remove': answers<RemovedWords>()(
    v.strictObject({ ...removal.entries, ids: v.pipe(v.array(articleId), v.maxLength(20_000)) }),
  ),

  'settings.get': answers<Settings>()(nothing),
  'settings.put': answers<Settings>()(v.partial(settings)),
  'session.get': answers<SessionData>()(nothing),
  'session.put': answers<null>()(sessionData),

  /** Opens an address in the system's browser; the window has shown it. */
  'links.open': answers<null>()(v.strictObject({ url: v.pipe(v.string(), v.maxLength(4000)) })),
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type InputOf<N extends MethodName> = Contract[N] extends Method<infer I, unknown> ? I : never;
export type OutputOf<N extends MethodName> =
  Contract[N] extends Method<never, infer O> ? O : Contract[N] extends Method<infer _I, infer O> ? O : never;

/** One function a method: forgetting one does not compile. */
export type Handlers = { [N in MethodName]: (input: InputOf<N>) => Promise<OutputOf<N>> };
