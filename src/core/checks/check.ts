import type { DocJson } from '../document/json';
import type { Page } from '../repair/page';
import type { Finding } from './finding';

/** One check: reads an article and says what it sees. Pure, linear in the length of the text. */
export interface Check {
  /** As it stands in a finding. */
  readonly name: string;
  /** `text`: about the words, also of a page that was only just copied; `article`: about what the desk asks of an article. */
  readonly of: 'text' | 'article';
  find(doc: DocJson, page: Page): readonly Finding[];
}
