import type { Node } from '@tiptap/pm/model';
import { inlineQuotations } from '../../core/quotes/inlineQuotations';
import { touches, verbatimRanges, type TextRange } from '../../core/quotes/verbatim';
import { textblocksIn, verbatimTexts } from '../editor/textblocks';

/** Places of a document, parted into those that are the writer's own words and those that are somebody else's. */
export interface Parted {
  readonly own: readonly TextRange[];
  readonly spoken: readonly TextRange[];
}

/** Parts places, which are in order and each inside one textblock, by whether changing them would change somebody's words. */
export function partSpoken(doc: Node, places: readonly TextRange[]): Parted {
  const blocks = textblocksIn(doc);
  const texts = verbatimTexts(blocks);
  const verbatim = verbatimRanges(texts, inlineQuotations(texts, String(doc.attrs.language)));
  const own: TextRange[] = [];
  const spoken: TextRange[] = [];
  let at = 0;
  for (const place of places) {
    while (at + 1 < blocks.length && (blocks[at + 1]?.start ?? 0) <= place.from) at++;
    const start = blocks[at]?.start ?? 0;
    (touches(verbatim[at] ?? [], place.from - start, place.to - start) ? spoken : own).push(place);
  }
  return { own, spoken };
}
