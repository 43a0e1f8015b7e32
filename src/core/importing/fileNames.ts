import { MANIFEST } from '../sites/manifest';
import { splitTag } from './languageTag';

/** What a file is to a batch by its path; `text` may still turn out to be none. */
export type Role =
  | { kind: 'text'; name: TextName }
  | { kind: 'picture' }
  /** Told once for all of its kind. */
  | { kind: 'other'; what: string }
  /** Of no use to a library, and told by itself. */
  | { kind: 'list'; why: string }
  /** Left, and told by itself. */
  | { kind: 'left'; why: string }
  /** What an operating system puts into folders, and Stet into those of sites: told to nobody. */
  | { kind: 'nothing' };

/** What the path of a text says of it. */
export interface TextName {
  /** The file's name as an importer should see it: of a page bundle the folder's, without language and day. */
  name: string;
  /** Language that the name says (`ice.de.md`), in lower case; null for none. */
  tag: string | null;
  /** Day that the name of a Jekyll post says, `YYYY-MM-DD`. */
  day: string | null;
  /** The same for an article and its translations. */
  stem: string;
}

const TEXT = /\.(?:md|markdown|mdown|mkd|html?|xhtml|txt|text|docx|docm|dotx|json)$/iu;
const PICTURE = /\.(?:jpe?g|png|webp|gif)$/iu;
const SYSTEM = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/iu;
/** Folders of Jekyll, of version control and of packages: what lies in them is no article. */
const TOOLS = /^(?:\.[^.].*|_(?:layouts|includes|sass|site|data|plugins)|node_modules|__MACOSX)$/u;

/** What a file is to a batch. */
export function roleOf(path: string): Role {
  const steps = path.split('/');
  const file = steps.at(-1) ?? '';
  const folders = steps.slice(0, -1);
  if (SYSTEM.test(file) || file === MANIFEST || folders.includes('__MACOSX')) return { kind: 'nothing' };
  if (file.startsWith('.') || folders.some((folder) => TOOLS.test(folder))) return { kind: 'other', what: 'files of tools' };
  if (PICTURE.test(file)) return { kind: 'picture' };
  if (!TEXT.test(file)) {
    if (/\.zip$/iu.test(file)) return { kind: 'left', why: 'A zip in a folder or zip is not opened. Import it by itself.' };
    if (/\.(?:doc|rtf|odt|pages)$/iu.test(file))
      return { kind: 'left', why: 'Stet does not read this kind of document. Save it as .docx and import that.' };
    return { kind: 'other', what: /\.[^.]+$/u.exec(file)?.[0].toLowerCase() ?? 'files without an ending' };
  }
  if (/^_index\.[a-z.-]+$/iu.test(file))
    return { kind: 'list', why: 'The page of a section of a Hugo site, which lists others.' };
  return { kind: 'text', name: textName(path) };
}

/** What the path of a text says of it; see `TextName`. */
export function textName(path: string): TextName {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const ending = /\.[^.]+$/u.exec(file)?.[0] ?? '';
  const { stem: whole, tag } = splitTag(file.slice(0, file.length - ending.length));
  const post = folders.includes('_posts') || folders.includes('_drafts');
  const [, day = null, rest = whole] = post ? (/^(\d{4}-\d{2}-\d{2})-(.+)$/u.exec(whole) ?? []) : [];
  const folder = folders.at(-1);
  const stem = rest.toLowerCase() === 'index' && folder !== undefined ? folder : rest;
  return { name: `${stem}${ending}`, tag, day, stem: [...folders, rest].join('/') };
}
