import { de } from './de';
import { en } from './en';
import { es } from './es';
import type { SpeechForms } from './forms';
import { fr } from './fr';

const languages: readonly SpeechForms[] = [en, fr, de, es];

/** How a language (BCP 47; the primary subtag counts) says who said something; null where Stet does not know. */
export const speechFormsOf = (language: string): SpeechForms | null =>
  languages.find((forms) => forms.language === language.split('-')[0]) ?? null;
