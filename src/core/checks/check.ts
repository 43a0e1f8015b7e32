import type { HouseStyle } from '../article/houseStyle';
import type { DocJson } from '../document/json';
import type { Page } from '../repair/page';
import type { Finding } from './finding';
import type { Surroundings } from './surroundings';

/** What a check may know besides the article itself. */
export interface Context {
  readonly style: HouseStyle;
  /** Null where nobody can say: a file that belongs to no library. */
  readonly surroundings: Surroundings | null;
  /** Milliseconds since 1970; null where the time does not matter. */
  readonly now: number | null;
}

/** One check: reads an article and says what it sees. Pure, linear in the length of the text. */
export interface Check {
  /** As it stands in a finding. */
  readonly name: string;
  /** `text`: about the words, also of a page that was only just copied; `article`: about what the desk asks of an article. */
  readonly of: 'text' | 'article';
  find(doc: DocJson, page: Page, context: Context): readonly Finding[];
}
