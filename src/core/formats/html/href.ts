import { isSafeUrl } from '../../article/url';
import { besideUrl } from '../beside';

/** As a base: relative addresses are kept for whoever knows the files beside the page. */
export const BESIDE = 'beside:';

/**
 * The address of a link on a page, or null when a document may not hold it. An absolute one that is fit is kept as it is;
 * a relative one is completed by `base` (where the page says it lives, never its `base` element).
 */
export function readHref(raw: string, base: string | null): string | null {
  const href = raw.trim();
  if (isSafeUrl(href)) return href;
  // Neither another host without a scheme, nor what a browser would read as that.
  if (href === '' || href.startsWith('#') || /^[\\/\s]*[\\/][\s]*[\\/]/u.test(href)) return null;
  const absolute = resolved(href, null) ?? (base === null ? null : base === BESIDE ? besideUrl(href) : resolved(href, base));
  return absolute !== null && isSafeUrl(absolute) ? absolute : null;
}

const TRACKING = /^(?:utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|mkt_tok)$/iu;

/** The address without what senders add to it to follow a reader; everything else of it stays as it was written. */
export function withoutTracking(url: string): string {
  const [, page = '', query = '', place = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/su.exec(url) ?? [];
  const pairs = query.split('&');
  const kept = pairs.filter((pair) => !TRACKING.test(pair.replace(/=.*$/su, '')));
  if (kept.length === pairs.length) return url;
  return `${page}${kept.length === 0 ? '' : `?${kept.join('&')}`}${place}`;
}

function resolved(href: string, base: string | null): string | null {
  try {
    return base === null ? new URL(href).href : new URL(href, base).href;
  } catch {
    return null; // not an address, which is the answer
  }
}
