import { isSafeUrl } from '../../article/url';

/**
 * The address of a link on a page, or null when a document may not hold it. An absolute one that is fit is kept as it is,
 * tracking included; a relative one is completed by `base` (where the page says it lives, never its `base` element).
 */
export function readHref(raw: string, base: string | null): string | null {
  const href = raw.trim();
  if (isSafeUrl(href)) return href;
  // Neither another host without a scheme, nor what a browser would read as that.
  if (href === '' || href.startsWith('#') || /^[\\/\s]*[\\/][\s]*[\\/]/u.test(href)) return null;
  const absolute = resolved(href, null) ?? (base === null ? null : resolved(href, base));
  return absolute !== null && isSafeUrl(absolute) ? absolute : null;
}

function resolved(href: string, base: string | null): string | null {
  try {
    return base === null ? new URL(href).href : new URL(href, base).href;
  } catch {
    return null; // not an address, which is the answer
  }
}
