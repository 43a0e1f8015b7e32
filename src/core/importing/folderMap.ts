import { splitTag } from './languageTag';

/** A file by which a link may mean it. */
export interface MappedFile {
  path: string;
  /** Its address on its site, from the root, where the page says it. */
  address: string | null;
}

/**
 * Finds the file that a relative address on a page means: as files lie beside one another, and as Hugo and Jekyll publish
 * them (`north/ice.md` at `north/ice/`). An address that could mean two files means none.
 */
export class FolderMap {
  readonly #files = new Map<string, string | null>();
  readonly #addresses = new Map<string, string | null>();
  readonly #bases = new Map<string, { file: string; pages: string[] }>();

  constructor(files: readonly MappedFile[]) {
    for (const { path, address } of files) {
      const pages = pagesOf(path, address);
      this.#bases.set(path, { file: path, pages });
      put(this.#files, path, path);
      for (const page of pages) put(this.#addresses, page, path);
    }
  }

  /** The path of the file, or null. */
  find(from: string, href: string): string | null {
    const base = this.#bases.get(from);
    const [target = ''] = href.split(/[?#]/u);
    if (!base || target === '') return null;
    if (target.startsWith('/')) return this.#fromRoot(decoded(target.slice(1)));
    const beside = this.#files.get(joined(base.file, target)) ?? null;
    // On a site of pages without endings, a link goes from page to page.
    const onSite = base.pages.flatMap((page) => this.#addresses.get(folder(joined(page, target))) ?? []);
    const [first, ...others] = [...new Set(onSite)];
    return beside ?? (others.length === 0 ? (first ?? null) : null);
  }

  /** An address from the root of a site whose root may be a folder of the batch: only one file may end so. */
  #fromRoot(target: string): string | null {
    const known = [...this.#files, ...this.#addresses].filter(([address]) =>
      [target, folder(target)].some((one) => address === one || address.endsWith(`/${one}`)),
    );
    const found = new Set(known.map(([, path]) => path));
    return found.size === 1 ? ([...found][0] ?? null) : null;
  }
}

function put(map: Map<string, string | null>, key: string, path: string): void {
  const before = map.get(key);
  map.set(key, before === undefined || before === path ? path : null);
}

/** Where a site may publish a file, each ending in `/`. */
function pagesOf(path: string, address: string | null): string[] {
  const [, before = '', file = ''] = /^(.*?)([^/]*)$/u.exec(path) ?? [];
  const { stem, tag } = splitTag(file.replace(/\.[^.]+$/u, ''));
  const own = stem.toLowerCase() === 'index' ? before : `${before}${stem}/`;
  const [root, ...more] = before.split('/_posts/');
  const said =
    address === null
      ? []
      : [folder(decoded(address.slice(1))), ...(more.length > 0 ? [`${root}/${folder(decoded(address.slice(1)))}`] : [])];
  if (tag === null) return [own, ...said];
  // The language stands in front of the whole address; where the site begins in the batch, nobody knows.
  const steps = own.split('/');
  return [...steps.slice(0, -1).map((_step, at) => [...steps.slice(0, at), tag, ...steps.slice(at)].join('/')), ...said];
}

const folder = (address: string): string => (address === '' || address.endsWith('/') ? address : `${address}/`);

/** A relative address from a file or page, with its dots resolved; one that leads out of the batch ends at its root. */
function joined(from: string, href: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of decoded(href).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % sign
  }
}
