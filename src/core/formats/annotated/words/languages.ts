import type { CopyWords } from './copyWords';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import { nl } from './nl';
import { pt } from './pt';

const languages: Readonly<Record<string, CopyWords>> = { en, fr, de, es, it, pt, nl };

/** Every mark that an annotated copy may have, for those who must know one. */
export const annotatedMarks: readonly string[] = Object.values(languages).map(({ mark }) => mark);

/** The words of a copy of an article in a language (BCP 47), and which language they are in; English where Stet has none in it. */
export function copyWordsIn(language: string): CopyWords & { language: string } {
  const found = languages[new Intl.Locale(language).language];
  return found ? { ...found, language } : { ...en, language: 'en' };
}
