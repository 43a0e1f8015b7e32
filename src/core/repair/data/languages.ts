import { de } from './de';
import { en } from './en';
import { es } from './es';
import type { LanguageForms } from './forms';
import { fr } from './fr';

const languages: readonly LanguageForms[] = [en, fr, de, es];

/** The forms of a language (BCP 47; the primary subtag counts), or null where Stet has none: kinds that need them stay silent. */
export const formsOf = (language: string): LanguageForms | null =>
  languages.find((forms) => forms.language === language.split('-')[0]) ?? null;
