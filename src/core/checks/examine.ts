import { plainStyle, type HouseStyle } from '../article/houseStyle';
import type { DocJson } from '../document/json';
import { findingOf } from '../repair/findings';
import type { Lexicon } from '../repair/lexicon';
import { readPage } from '../repair/page';
import { kinds, repairsIn } from '../repair/registry';
import { apart } from './apart';
import type { Finding } from './finding';
import { checks } from './registry';
import type { Surroundings } from './surroundings';

export interface Examination {
  /** `text` for a page that was only just read from a file: what concerns its words; `article` for all that a desk would ask. */
  of: 'text' | 'article';
  /** Words of the article's language (`loadLexicon`). */
  lexicon: Lexicon;
  /** Line in the source for each child of the document that came from one. */
  lines?: ReadonlyMap<number, number>;
  /** What the desk decided for itself; usual limits and no words where it is left out. */
  style?: HouseStyle;
  /** The library around the article; without it nothing is said about other articles. */
  surroundings?: Surroundings;
  /** Milliseconds since 1970; without it nothing is said about what is past or near. */
  now?: number;
  /** Called after each kind of damage and each check, so that whoever waits knows that the work goes on. */
  onStep?: () => void;
}

/**
 * What a sub-editor would point out: damage first, in reading order, then the checks. The edits of no two findings touch, so that
 * all of them can be made at once. Pure but for `onStep`, linear in the length of the text.
 */
export function examine(doc: DocJson, { of, lexicon, lines, style, surroundings, now, onStep }: Examination): Finding[] {
  const page = readPage(doc, lines);
  const context = { style: style ?? plainStyle, surroundings: surroundings ?? null, now: now ?? null };
  return apart([
    ...repairsIn(page, lexicon, kinds, onStep).map((repair) => findingOf(page, repair)),
    ...checks
      .filter((check) => of === 'article' || check.of === 'text')
      .flatMap((check) => {
        const found = check.find(doc, page, context);
        onStep?.();
        return found;
      }),
  ]);
}
