import type { QuoteMark } from '../../quotes/inlineQuotations';
import { formsOf } from '../data/languages';
import { quoteMarksOf } from '../../typography/quoteMarks';
import type { Kind } from '../kind';
import type { Page, TextPart } from '../page';
import type { Edit, Repair } from '../repair';
import { lastWords } from '../words';

const LONGEST_SENTENCE = 1000;
/** With more lonely marks in one paragraph no offer is worth reading. */
const MOST_CHOICES = 8;

/** A quotation mark that closes what was not opened, or opens what is not closed. */
export const unpairedMark: Kind = {
  name: 'quote mark without partner',
  find: (page) => {
    const times = new Map<number, number>();
    return [...page.quotations.unpaired, ...endedUnseen(page)].flatMap((mark) => {
      const part = page.parts[mark.part];
      if (!part) return [];
      const seen = (times.get(mark.part) ?? 0) + 1;
      times.set(mark.part, seen);
      return [repairOf(page, part, mark, seen <= MOST_CHOICES)];
    });
  },
};

const SPEAKS = /,[\s\u00a0]+([\p{L}\p{M}’-]{2,30})[\s\u00a0]+\p{Lu}/gu;

/** Opening marks that seem to run on into the next paragraph, but somebody is named as speaking before the paragraph ends. */
function endedUnseen({ quotations, parts, language }: Page): QuoteMark[] {
  const saying = formsOf(language)?.saying;
  return quotations.pairs.flatMap(({ open, close }) => {
    const rest = close === null ? (parts[open.part]?.readable.slice(open.at + 1) ?? '') : '';
    return [...rest.matchAll(SPEAKS)].some(([, verb = '']) => saying?.has(verb)) ? [open] : [];
  });
}

function repairOf(page: Page, part: TextPart, mark: QuoteMark, offer: boolean): Repair {
  const common = { kind: unpairedMark.name, level: 'warning' as const, part, keepsWords: true, ...shown(part.text, mark) };
  const without = [withoutMark(part.text, mark)];
  if (edgeOfQuotation(page, part, mark)) {
    const message =
      mark.side === 'close'
        ? 'This mark closes a quotation that no mark opens. The whole paragraph already stands as a quotation, so it can go.'
        : 'This mark opens a quotation that no mark closes. The whole paragraph already stands as a quotation, so it can go.';
    return { ...common, certainty: 'sure', edits: without, message };
  }
  return {
    ...common,
    certainty: 'likely',
    edits: null,
    ...(offer ? { choices: [{ edits: [partnerFor(page, part.text, mark)] }, { edits: without }] } : {}),
    message:
      mark.side === 'close'
        ? 'This mark closes a quotation that no mark opens: where do the words begin?'
        : 'This mark opens a quotation that no mark closes: where do the words end?',
  };
}

/** At the very beginning or end of a block quotation. */
function edgeOfQuotation({ parts }: Page, part: TextPart, { side, at }: QuoteMark): boolean {
  if (part.quotation === null) return false;
  if (side === 'open') return parts[part.index - 1]?.quotation !== part.quotation && part.text.slice(0, at).trim() === '';
  return parts[part.index + 1]?.quotation !== part.quotation && part.text.slice(at + 1).trim() === '';
}

/** The mark with the word that it stands at. */
function shown(text: string, { at, side }: QuoteMark): { from: number; to: number } {
  if (side === 'close') {
    const word = /\S+\s?$/u.exec(text.slice(Math.max(0, at - 100), at));
    return { from: at - (word?.[0].length ?? 0), to: at + 1 };
  }
  const word = /^\s?\S+/u.exec(text.slice(at + 1, at + 101));
  return { from: at, to: at + 1 + (word?.[0].length ?? 0) };
}

function withoutMark(text: string, { at, side }: QuoteMark): Edit {
  const space = /\s/u;
  if (side === 'close') return { from: space.test(text[at - 1] ?? '') ? at - 1 : at, to: at + 1, text: '' };
  return { from: at, to: space.test(text[at + 1] ?? '') ? at + 2 : at + 1, text: '' };
}

/** The partner at the end of the sentence's paragraph, or at the beginning of the sentence: an offer, no more. */
function partnerFor({ language }: Page, text: string, { at, side, mark }: QuoteMark): Edit {
  const { levels, accepted } = quoteMarksOf(language);
  const pairs = [...levels, ...accepted];
  if (side === 'open') {
    const close = pairs.find(([first]) => first === mark)?.[1] ?? mark;
    const end = text.trimEnd().length;
    return { from: end, to: end, text: close === '»' ? `\u00a0${close}` : close };
  }
  const open = pairs.find(([, last]) => last === mark)?.[0] ?? mark;
  const end = Math.max(0, lastWords(text, at).from);
  const low = Math.max(0, end - LONGEST_SENTENCE);
  const sentence = [...text.slice(low, end).matchAll(/[.!?…]\s+/gu)].at(-1);
  const from = sentence ? low + sentence.index + sentence[0].length : low;
  return { from, to: from, text: open === '«' ? `${open}\u00a0` : open };
}
