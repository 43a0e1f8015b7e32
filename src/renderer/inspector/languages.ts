import * as v from 'valibot';
import { languageTag } from '../../core/article/fields';
import { fold } from '../state/fold';

/** Languages offered first; any other well-formed tag (BCP 47) can be typed. */
const offered = [
  'en', 'en-GB', 'en-US', 'fr', 'de', 'es', 'it', 'pt', 'pt-BR', 'nl', 'pl', 'uk', 'ru', 'tr', 'ar', 'fa', 'he', 'el', 'ro', 'cs', 'sk', 'hu', 'sv', 'da',
  'nb', 'fi', 'et', 'lv', 'lt', 'bg', 'sr', 'hr', 'sl', 'sq', 'ca', 'eu', 'ga', 'hi', 'bn', 'ur', 'id', 'vi', 'th', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'sw', 'am', 'ka', 'hy', 'kk',
] as const; // prettier-ignore

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** A language as English names it; the tag itself when it has no name. */
export function languageName(tag: string): string {
  return v.is(languageTag, tag) ? (names.of(tag) ?? tag) : tag;
}

/** The tag of what a writer typed, a name or a tag; null when it is neither. */
export function readLanguage(typed: string): string | null {
  const text = typed.trim();
  const wanted = fold(text);
  const byName = offered.find((tag) => fold(languageName(tag)) === wanted);
  if (byName) return byName;
  // "english" is well-formed as a tag; a tag without a name is more likely a mistyped name.
  return v.is(languageTag, text) && (text.includes('-') || names.of(text) !== text)
    ? (Intl.getCanonicalLocales(text)[0] ?? null)
    : null;
}

/** Languages whose name has a word that begins so, or whose tag does. */
export function suggestLanguages(typed: string): readonly { value: string; detail: string }[] {
  const wanted = fold(typed.trim());
  return offered
    .map((tag) => ({ value: languageName(tag), detail: tag }))
    .filter(({ value, detail }) => [...fold(value).split(/[\s(]+/u), fold(detail)].some((word) => word.startsWith(wanted)));
}
