import * as v from 'valibot';
import { isLine } from './text';

const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);
const HAS_SCHEME = /^[a-z]+:/iu;
/** A browser reads `https:a` and `https:\\a` on a page of its own scheme as a path: only `//` says the same everywhere. */
const HAS_HOST = /^https?:\/\/[^/\\]/iu;
/** They turn the order of what is shown, so that an address looks like another one (Unicode, UTR 36 section 3.6). */
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Of RFC 6068; some mail programs take others, such as files to attach. */
const MAIL_FIELDS: ReadonlySet<string> = new Set(['subject', 'body', 'cc', 'bcc', 'to']);

/**
 * True for an address that may stand in a document: absolute, `https`, `http` or `mailto`,
 * without spaces, control characters or marks that turn the writing direction, and not protocol-relative.
 */
export function isSafeUrl(text: string): boolean {
  if (text.length > 4000 || !isLine(text) || /\s/u.test(text) || BIDI_CONTROL.test(text) || !HAS_SCHEME.test(text)) return false;
  try {
    const url = new URL(text);
    return SCHEMES.has(url.protocol) && (url.protocol === 'mailto:' ? url.pathname.length > 0 : HAS_HOST.test(text));
  } catch {
    return false; // not an address at all, which is the answer
  }
}

/**
 * True for a safe address that may be handed to the system. A web address with a name before its host (`https://bank.example@evil.test`)
 * leads elsewhere than it seems, and carries passwords; a mail address may set only what the writer sees in the letter.
 */
export function isOpenable(text: string): boolean {
  if (!isSafeUrl(text)) return false;
  const url = new URL(text);
  return url.protocol === 'mailto:'
    ? [...url.searchParams.keys()].every((name) => MAIL_FIELDS.has(name.toLowerCase()))
    : url.username === '' && url.password === '';
}

/** What a writer types in an address field: completes `example.org/a` to https and `name@host` to mailto; null when no safe address comes of it. */
export function readUrl(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  if (isSafeUrl(text)) return text;
  if (HAS_SCHEME.test(text) && !/^[^/]+\.[^/]+:\d+/u.test(text)) return null;
  const guess = /^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/u.test(text) ? `mailto:${text}` : `https://${text}`;
  return /\./u.test(text) && !text.startsWith('/') && isSafeUrl(guess) ? guess : null;
}

export const safeUrl = v.pipe(v.string(), v.check(isSafeUrl, 'must be an https, http or mailto address'));
