import { isPictureFile } from '../article/picture';
import { isLine } from '../article/text';

/**
 * Where relative addresses of a batch stand until it is known which file they mean: a name that no network resolves (RFC 2606,
 * section 2), so that they pass the gate as links. Nothing that is stored holds one (`linkUp`).
 */
const PLACE = 'https://beside.invalid/#';
const LONGEST = 500;

/** A relative address of a page as one that a document may hold for a while; null for what is none. */
export function besideUrl(href: string): string | null {
  const relative = href !== '' && !/^(?:#|[a-z][a-z0-9+.-]*:|[\\/\s]*[\\/]\s*[\\/])/iu.test(href);
  if (!relative || href.length > LONGEST || !isLine(href) || !href.isWellFormed()) return null;
  return `${PLACE}${encodeURIComponent(href)}`;
}

/** The relative address that such a one stands for; null for every other address. */
export function hrefBeside(url: string): string | null {
  if (!url.startsWith(PLACE)) return null;
  try {
    return decodeURIComponent(url.slice(PLACE.length));
  } catch {
    return null; // somebody wrote this address himself
  }
}

/** The same for pictures that lie elsewhere among the files: a name that passes for one below the page. */
const PICTURES = 'beside.invalid/';

/** Where a picture of a batch lies, seen from its text: from the root of the site, or so many folders up, and then downwards. */
export interface PictureWay {
  root: boolean;
  up: number;
  down: string;
}

/**
 * The file that the address of a picture means, as a document may name it; null for an address on the web and for whatever is no
 * picture. With other files at hand (`beside`) also one that lies above the text or is named from the root of the site (`wayOf`).
 */
export function pictureBeside(address: string, beside: boolean): string | null {
  const path = pathIn(beside ? address.trim().replace(/[?#].*$/su, '') : address);
  if (path === null || isPictureFile(path)) return path;
  if (!beside || /^\/\/|\\/u.test(path)) return null;
  const root = path.startsWith('/');
  const down: string[] = [];
  let up = 0;
  for (const step of path.split('/')) {
    if (step === '..') up += down.pop() === undefined && !root ? 1 : 0;
    else if (step !== '.' && step !== '') down.push(step);
  }
  const name = `${root ? `${PICTURES}root/` : up > 0 ? `${PICTURES}up/${up}/` : ''}${down.join('/')}`;
  return isPictureFile(down.join('/')) && isPictureFile(name) ? name : null;
}

function pathIn(address: string): string | null {
  try {
    return decodeURI(address).replace(/^\.\//u, '');
  } catch {
    return null; // a stray % sign: no file is called so in an address
  }
}

/** Where the picture lies that `pictureBeside` named so. */
export function wayOf(name: string): PictureWay {
  const [, up, down] = /^beside\.invalid\/(?:root|up\/(\d+))\/(.+)$/u.exec(name) ?? [];
  return { root: down !== undefined && up === undefined, up: Number(up ?? 0), down: down ?? name };
}

/** Its address as a reader of a report knows it. */
export function shownPicture(name: string): string {
  const { root, up, down } = wayOf(name);
  return `${root ? '/' : '../'.repeat(up)}${down}`;
}
