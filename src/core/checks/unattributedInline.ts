import type { LanguageForms } from '../repair/data/forms';
import { quotationsOf } from '../quotes/quotations';
import { formsOf } from '../repair/data/languages';
import type { Page, TextPart } from '../repair/page';
import { firstWords } from '../repair/words';
import { atPart } from './atPart';
import type { Check } from './check';

const name = 'nobody near this quotation';
/** Fewer words in marks are a title, a nickname or an irony. */
const LEAST_WORDS = 6;
const WORD = /[\p{L}\p{M}’'-]+/gu;

/** Words in quotation marks where neither the paragraph nor its neighbours say who spoke. Languages without forms stay silent. */
export const unattributedInline: Check = {
  name,
  of: 'article',
  find: (doc, page) => {
    const forms = formsOf(page.language);
    if (!forms) return [];
    // What the writer has said of it counts as much as what the page says.
    const named = new Set(quotationsOf(doc).flatMap(({ speaker, ranges }) => (speaker === null ? [] : ranges.map(placeOf))));
    const spoken = page.parts.map((part) => saysWho(part, page, forms));
    return quotationsOn(page).flatMap(({ part, at, end, last }) => {
      if (part.type !== 'paragraph' || part.quotation !== null || named.has(placeOf({ path: part.path, from: at }))) return [];
      if ((part.text.slice(at + 1, end).match(WORD)?.length ?? 0) < LEAST_WORDS) return [];
      if (spoken.slice(Math.max(0, part.index - 1), last + 2).some(Boolean)) return [];
      const { from, to } = firstWords(part.text, at);
      return [atPart(part, from, to, name, 'hint', 'Who said this? Neither this paragraph nor those beside it say.')];
    });
  },
};

const placeOf = ({ path, from }: { path: readonly number[]; from: number }): string => [...path, from].join('.');

interface Run {
  part: TextPart;
  at: number;
  /** Where it ends in that part. */
  end: number;
  /** Index of the last part that it runs into. */
  last: number;
}

/** The outermost quotations in marks; one that opens anew in each paragraph is one. */
function quotationsOn({ quotations, parts }: Page): Run[] {
  const runs: Run[] = [];
  let runsOn = false;
  const outermost = quotations.pairs.filter(({ level }) => level === 0);
  for (const { open, close } of outermost.sort((a, b) => a.open.part - b.open.part || a.open.at - b.open.at)) {
    const part = parts[open.part];
    const before = runs.at(-1);
    if (!part) continue;
    if (runsOn && before && open.part === before.last + 1) before.last = close?.part ?? open.part;
    else
      runs.push({
        part,
        at: open.at,
        end: close?.part === open.part ? close.at : part.text.length,
        last: close?.part ?? open.part,
      });
    runsOn = close === null;
  }
  return runs;
}

/** True where words outside the marks tell of somebody speaking, or a colon leads into them. */
function saysWho(part: TextPart, { verbatim }: Page, { saying, sources }: LanguageForms): boolean {
  const ranges = verbatim[part.index] ?? [];
  if (ranges.some(({ from }) => /:\s?[“”„«»"]\s?$/u.test(part.text.slice(Math.max(0, from - 4), from)))) return true;
  let at = 0;
  let outside = '';
  for (const { from, to } of ranges) {
    outside += `${part.readable.slice(at, Math.max(at, from))} `;
    at = Math.max(at, to);
  }
  outside += part.readable.slice(at);
  return (outside.match(WORD) ?? []).some((word) => saying.has(word.toLowerCase()) || sources.has(word.toLowerCase()));
}
