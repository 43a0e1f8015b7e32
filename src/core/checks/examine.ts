import type { DocJson } from '../document/json';
import { findingOf } from '../repair/findings';
import type { Lexicon } from '../repair/lexicon';
import { readPage } from '../repair/page';
import { repairsIn } from '../repair/registry';
import type { Finding } from './finding';
import { checks } from './registry';

export interface Examination {
  /** `text` for a page that was only just read from a file: what concerns its words; `article` for all that a desk would ask. */
  of: 'text' | 'article';
  /** Words of the article's language (`loadLexicon`). */
  lexicon: Lexicon;
  /** Line in the source for each child of the document that came from one. */
  lines?: ReadonlyMap<number, number>;
}

/** What a sub-editor would point out: damage first, in reading order, then the checks. Pure, linear in the length of the text. */
export function examine(doc: DocJson, { of, lexicon, lines }: Examination): Finding[] {
  const page = readPage(doc, lines);
  return [
    ...repairsIn(page, lexicon).map((repair) => findingOf(page, repair)),
    ...checks.filter((check) => of === 'article' || check.of === 'text').flatMap((check) => check.find(doc, page)),
  ];
}
