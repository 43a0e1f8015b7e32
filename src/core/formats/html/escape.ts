import { isSafeUrl } from '../../article/url';

const IN_TEXT = /[&<>]/gu;
const IN_ATTRIBUTE = /[&<>"]/gu;
const NEEDED = /[&<>"]/u;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for between tags (HTML Living Standard, section 13.1.4). */
export function escapeText(text: string): string {
  return NEEDED.test(text) ? text.replace(IN_TEXT, (char) => entities[char] ?? char) : text;
}

/** Text for a value between double quotes (section 13.1.2.3). */
export function escapeAttribute(text: string): string {
  return NEEDED.test(text) ? text.replace(IN_ATTRIBUTE, (char) => entities[char] ?? char) : text;
}

/** A JSON value for a `script` data block: still JSON, and without any character that HTML could take for markup (section 4.12.1.3). */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[<>&\u2028\u2029]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A file beside this page, such as `ice-road.html`, or the way to another page of the same site, such as `../sea/thaw.html`: plain
 * names and steps up, nothing that could name a scheme or another host.
 */
const WAY = /^(?=.)(?:\.\/)?(?:\.\.\/)*(?:[a-z0-9][a-z0-9_-]*\/)*(?:[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*)?$/iu;

/** The address if a page may carry it: http, https, mailto, or a plain way to a file of the same site; else null. */
export function publicHref(url: string): string | null {
  return isSafeUrl(url) || WAY.test(url) ? url : null;
}
