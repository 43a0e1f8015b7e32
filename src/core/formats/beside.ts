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
