import { wayOf } from '../formats/beside';
import { splitTag } from './languageTag';

/** A text of a batch that shows a picture. */
export interface ShownIn {
  of: string;
  /** Its address on its site, from the root, where the page says it. */
  address: string | null;
}

const SETTINGS = /(?:^|\/)(?:(?:hugo|config)\.(?:toml|ya?ml|json)|_config\.ya?ml)$/u;
/** Where generators keep what they copy to the root of a site. */
const COPIED = ['', 'static/', 'assets/', 'public/'];

/**
 * Finds the picture of a batch that a page means: beside the text, above it, or from the root of its site. Only what came with
 * the batch is ever found, so no address leads out of what the writer chose.
 */
export class PictureMap {
  readonly #pictures: ReadonlySet<string>;
  readonly #roots: ReadonlySet<string>;

  constructor(pictures: Iterable<string>, all: Iterable<string>) {
    this.#pictures = new Set(pictures);
    const roots = new Set<string>();
    for (const path of all) {
      const settings = SETTINGS.exec(path);
      if (settings) roots.add(folderOf(path));
      const [root, ...posts] = `/${path}`.split('/_posts/');
      if (posts.length > 0 && root !== undefined) roots.add(root === '' ? '' : `${root.slice(1)}/`);
    }
    this.#roots = roots;
  }

  /** The path of the picture, or null. `name` as `pictureBeside` gives it. */
  find({ of, address }: ShownIn, name: string): string | null {
    const { root, up, down } = wayOf(name);
    if (root) return this.#fromRoot(of, down);
    const beside = placesOf(of).flatMap((place) => above(place, up) ?? []);
    const found = this.#first(beside.map((place) => `${place}${down}`));
    if (found !== null || !/(?:^|\/)_posts\//u.test(of)) return found;
    // The page of a Jekyll post is elsewhere, and its pictures are beside the page.
    const page = address === null ? null : above(`${decoded(address.slice(1)).replace(/\/*$/u, '')}/`, up);
    const there = page === null ? null : this.#fromRoot(of, `${page}${down}`);
    return there ?? (up === 0 ? this.#only(down) : null);
  }

  #first(paths: readonly string[]): string | null {
    return paths.find((path) => this.#pictures.has(path)) ?? null;
  }

  #only(down: string): string | null {
    const [only, ...more] = [...this.#pictures].filter((path) => path.endsWith(`/${down}`));
    return only !== undefined && more.length === 0 ? only : null;
  }

  /** From the root of a site whose settings are there, else of what was chosen, else of the one folder in it that has the file. */
  #fromRoot(of: string, down: string): string | null {
    const folders = ancestors(of);
    const sites = folders.filter((folder) => this.#roots.has(folder)).reverse();
    const chosen = folders.slice(0, 2);
    for (const folder of [...sites, ...chosen]) {
      const found = this.#first(COPIED.map((copied) => `${folder}${copied}${down}`));
      if (found !== null) return found;
    }
    const deeper = folders.slice(2).flatMap((folder) => this.#first(COPIED.map((copied) => `${folder}${copied}${down}`)) ?? []);
    return deeper.length === 1 ? (deeper[0] ?? null) : null;
  }
}

/** True when the address of a picture leads above all that the writer chose. `name` as `pictureBeside` gives it. */
export function leadsOut(of: string, name: string): boolean {
  const { up } = wayOf(name);
  return up > 0 && up >= of.split('/').length - 1;
}

const folderOf = (path: string): string => path.replace(/[^/]*$/u, '');

/** The folders that a file lies in, each ending in `/`, the outermost first: that of the batch itself is `''`. */
function ancestors(path: string): string[] {
  const steps = path.split('/').slice(0, -1);
  return ['', ...steps.map((_step, at) => `${steps.slice(0, at + 1).join('/')}/`)];
}

/** The folder of a text, and that of the page which a generator makes of it (`north/ice.md` at `north/ice/`). */
function placesOf(of: string): string[] {
  const folder = folderOf(of);
  const { stem } = splitTag(of.slice(folder.length).replace(/\.[^.]+$/u, ''));
  return stem.toLowerCase() === 'index' ? [folder] : [folder, `${folder}${stem}/`];
}

/** So many folders up; null where that leads out. */
function above(folder: string, up: number): string | null {
  const steps = folder.split('/').slice(0, -1);
  if (up > steps.length) return null;
  const kept = steps.slice(0, steps.length - up);
  return kept.length === 0 ? '' : `${kept.join('/')}/`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % sign
  }
}
