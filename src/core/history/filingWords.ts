import { de } from './filingLanguages/de';
import { en } from './filingLanguages/en';
import { es } from './filingLanguages/es';
import { fr } from './filingLanguages/fr';
import { it } from './filingLanguages/it';
import { nl } from './filingLanguages/nl';
import { pt } from './filingLanguages/pt';

/** What an advisory counts: blocks by what a desk calls them. */
export type CountedBlock =
  'paragraph' | 'heading' | 'quote' | 'pullQuote' | 'factBox' | 'table' | 'figure' | 'related' | 'embed' | 'list';

/** The words, in one language, of the line for a desk and of a drafted correction. */
export interface FilingWords {
  updates: string;
  corrects: string;
  /** Between the parts of the line. */
  between: string;
  and: string;
  added: string;
  removed: string;
  changed: string;
  moved: string;
  kicker: string;
  headline: string;
  standfirst: string;
  byline: string;
  leadImage: string;
  blocks: Readonly<Record<CountedBlock, readonly [one: string, many: string]>>;
  /** Sentences of a correction around the words that were printed and those that should have been. */
  said: (was: string, is: string) => string;
  alsoSaid: (was: string, is: string) => string;
}

const languages: Readonly<Record<string, FilingWords>> = { de, en, es, fr, it, nl, pt };

/** The words for an article of a language (BCP 47); English, with `known` false, where Stet has none in it. */
export function filingWords(language: string): FilingWords & { known: boolean } {
  const found = languages[new Intl.Locale(language).language];
  return { ...(found ?? en), known: found !== undefined };
}
