import type { HouseStyle } from '../../article/houseStyle';
import { plainStyle } from '../../article/houseStyle';
import type { DocJson } from '../../document/json';
import { noLexicon } from '../../repair/lexicon';
import type { Check } from '../check';
import { examine, type Examination } from '../examine';
import type { Finding } from '../finding';

type Look = Partial<Omit<Examination, 'style'>> & { style?: Partial<HouseStyle> };

/** What one check finds, everything asked of it. */
export const looking = (check: Check, doc: DocJson, { style, ...rest }: Look = {}): Finding[] =>
  examine(doc, { of: 'article', lexicon: noLexicon, ...rest, style: { ...plainStyle, ...style } }).filter(
    ({ kind }) => kind === check.name,
  );

/** The same as `level before → after`; what only a person can settle as `level before`. */
export const seen = (check: Check, doc: DocJson, look: Look = {}): string[] =>
  looking(check, doc, look).map(
    ({ level, before, after }) => `${level} ${before ?? ''}${after === undefined ? '' : ` → ${after}`}`,
  );
