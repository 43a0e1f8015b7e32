import type { Kind } from './kind';
import { brokenSeam } from './kinds/brokenSeam';
import { capitals } from './kinds/capitals';
import { doubledWords } from './kinds/doubledWords';
import { foreignMarks } from './kinds/foreignMarks';
import { headlineRepeated } from './kinds/headlineRepeated';
import { hiddenCharacters } from './kinds/hiddenCharacters';
import { joinedWords } from './kinds/joinedWords';
import { lineEndHyphens } from './kinds/lineEndHyphens';
import { lostMarks } from './kinds/lostMarks';
import { mojibake } from './kinds/mojibake';
import { quotationStart } from './kinds/quotationStart';
import { relatedAddress } from './kinds/relatedAddress';
import { siteFrame } from './kinds/siteFrame';
import { strayAttribution, strayNeighbour } from './kinds/strayLines';
import { unpairedMark } from './kinds/unpairedMark';
import { webCode } from './kinds/webCode';
import { wrongDirection } from './kinds/wrongDirection';
import type { Lexicon } from './lexicon';
import type { Page } from './page';
import type { Repair } from './repair';

/** Every kind of damage. Where two would change the same words, the earlier one counts. */
export const kinds: readonly Kind[] = [
  headlineRepeated,
  siteFrame,
  strayNeighbour,
  webCode,
  mojibake,
  hiddenCharacters,
  lineEndHyphens,
  joinedWords,
  doubledWords,
  wrongDirection,
  foreignMarks,
  unpairedMark,
  lostMarks,
  brokenSeam,
  quotationStart,
  relatedAddress,
  strayAttribution,
  capitals,
];

/** What is damaged on a page, in reading order; for the whole page first. No two findings change the same words. */
export function repairsIn(page: Page, lexicon: Lexicon, which: readonly Kind[] = kinds, onStep?: () => void): Repair[] {
  const found = which.flatMap((kind) => {
    const repairs = kind.find(page, lexicon);
    onStep?.();
    return repairs;
  });
  const taken = page.parts.map(() => new Set<number>());
  // Of a line that should go as a whole nothing else is worth saying.
  const going = new Map(
    found
      .filter(goesWhole)
      .reverse()
      .map((repair) => [repair.part, repair]),
  );
  const kept = found.filter((repair) => {
    const { part, edits, from, to } = repair;
    if (!part) return true;
    if ((going.get(part) ?? repair) !== repair) return false;
    if (!edits) return true;
    const units = taken[part.index] ?? new Set<number>();
    for (let at = from; at < to; at++) if (units.has(at)) return false;
    for (let at = from; at < to; at++) units.add(at);
    return true;
  });
  return kept
    .map((repair, order) => ({ repair, order }))
    .sort((a, b) => place(a.repair) - place(b.repair) || a.repair.from - b.repair.from || a.order - b.order)
    .map(({ repair }) => repair);
}

const goesWhole = ({ part, edits }: Repair): boolean =>
  part !== null && edits?.length === 1 && edits[0]?.text === '' && edits[0].from === 0 && edits[0].to === part.text.length;

const place = ({ part }: Repair): number => part?.index ?? -1;
