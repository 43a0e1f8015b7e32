import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import { nl } from './nl';
import { pt } from './pt';

/** Words that sites of one language put around articles. All are compared without regard to case. */
export interface SiteLabels {
  /** Primary language subtag (BCP 47). */
  language: string;
  /** The first step of a breadcrumb. */
  home: readonly string[];
  /** Labels over a headline that say what kind of piece it is. */
  kickers: readonly string[];
  /** Labels of a pointer to another piece; `strong` ones are never the beginning of a sentence of the story. */
  related: { strong: readonly string[]; weak: readonly string[] };
  /** Labels of the neighbours; `strong` ones name a piece ("Previous article"), `weak` ones only a side. */
  previous: { strong: readonly string[]; weak: readonly string[] };
  next: { strong: readonly string[]; weak: readonly string[] };
  /** What stands before the speaker under a quotation: "A quote from". */
  quoteFrom: readonly string[];
  /** What stands before the author's name. */
  by: readonly string[];
  /** Between the last two of several names, and after a hyphen that only waits for its word ("pre- and post-war"). */
  and: readonly string[];
  /** Words that make what follows a name a role. */
  roles: readonly string[];
  /** The commonest words that other languages of this list do not share much: how the language is told. */
  functionWords: readonly string[];
}

export const siteLabels: readonly SiteLabels[] = [en, fr, de, es, it, nl, pt];
