import type { Item, PageDraft } from '../draft';
import { isLabel } from '../label';
import { siteLabels } from '../labels/labels';
import { personIn } from '../person';
import { endsSentence, isRunning, isTitle, wordCount } from '../shape';

const LONGEST_WORDS = 10;
/** A label that points at nothing is a leftover of the site, no crosshead. */
const labels = siteLabels.flatMap(({ home, related, previous, next, quoteFrom }) =>
  [home, related.strong, related.weak, previous.strong, previous.weak, next.strong, next.weak, quoteFrom].flat(),
);

/**
 * A short line without a full stop between two paragraphs of running text is a crosshead. Only in plain lines, and
 * only when nothing else speaks against it: a list, a quotation, a credit, a name with a role stay paragraphs.
 */
export function recogniseCrossheads(page: PageDraft): void {
  if (page.guess !== 'lines') return;
  const body = page.items.filter((item) => item.block !== null);
  for (const [index, item] of body.entries()) {
    if (item.becomes !== null || item.block?.type !== 'paragraph' || item.text === null || !isCrosshead(item.text)) continue;
    if (!closesAbove(body[index - 1]) || !opensBelow(body[index + 1])) continue;
    item.block = { type: 'heading', attrs: { level: 2 }, content: item.block.content };
  }
}

const isCrosshead = (text: string): boolean =>
  text.length <= 80 &&
  wordCount(text) <= LONGEST_WORDS &&
  isTitle(text) &&
  !endsSentence(text) &&
  !isLabel(text, labels) &&
  !/[:@©|/“”„«»"•]|^\s*[-–—*(‘'#]|\)\s*$/u.test(text) &&
  !/^\s*\d+[.)]/u.test(text) &&
  (personIn(text, 2)?.role ?? null) === null;

/** What stands over a crosshead has come to an end: a sentence, or a block of its own. */
const closesAbove = (item: Item | undefined): boolean =>
  item !== undefined &&
  (item.block?.type === 'paragraph'
    ? item.text !== null && endsSentence(item.text) && wordCount(item.text) >= 4
    : item.block?.type !== 'heading');

const opensBelow = (item: Item | undefined): boolean =>
  item?.block?.type === 'paragraph' && item.becomes === null && item.text !== null && isRunning(item.text);
