import type { Lexicon } from './lexicon';
import type { Page } from './page';
import type { Repair } from './repair';

/** One kind of damage: finds it on a page, in time linear in the length of the text. Pure. */
export interface Kind {
  /** As it stands in a finding. */
  readonly name: string;
  find(page: Page, lexicon: Lexicon): Repair[];
}
