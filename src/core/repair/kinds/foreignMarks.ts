import { quoteMarksOf } from '../../typography/quoteMarks';
import type { QuoteMark, QuotePair } from '../../quotes/inlineQuotations';
import type { Kind } from '../kind';
import type { Page } from '../page';
import type { Edit, Repair } from '../repair';
import { inOrder, oneATouch, wholeTokens } from '../words';

const languageOf: Readonly<Record<string, string>> = {
  '«': 'French',
  '»': 'French',
  '„': 'German',
  '‚': 'German',
  '‹': 'French',
  '›': 'French',
};

/** Quotation marks that the language of the page does not use: in pairs to be replaced, alone a trace of a translation. */
export const foreignMarks: Kind = {
  name: 'foreign quote marks',
  find: (page) => {
    const { levels, accepted } = quoteMarksOf(page.language);
    const pairs = [...levels, ...accepted];
    const home = new Set(pairs.flat());
    return [
      ...oneATouch(
        inOrder(page.quotations.pairs.flatMap((pair) => (isForeign(pair, pairs) ? replaced(page, pair, levels) : []))),
      ),
      ...page.quotations.unpaired.flatMap((mark) => (home.has(mark.mark) || mark.mark === '"' ? [] : alone(page, mark))),
    ];
  },
};

type Pairs = readonly (readonly [string, string])[];

function isForeign({ open, close }: QuotePair, pairs: Pairs): boolean {
  if (!close || open.mark === '"' || close.mark === '"') return false;
  // Turned round, they are a matter of direction.
  if (open.wrongWay || close.wrongWay) return !pairs.flat().includes(open.mark) || !pairs.flat().includes(close.mark);
  return !pairs.some(([first, last]) => first === open.mark && last === close.mark);
}

function replaced(page: Page, { open, close, level }: QuotePair, levels: Pairs): Repair[] {
  const [first, last] = levels[Math.min(level, levels.length - 1)] ?? ['“', '”'];
  return [[open, first] as const, ...(close ? [[close, last] as const] : [])].flatMap(([mark, text]): Repair[] => {
    const part = page.parts[mark.part];
    if (!part || mark.mark === text) return [];
    const edit = withoutInnerSpace(part.text, mark, text);
    return [
      {
        kind: foreignMarks.name,
        level: 'warning',
        certainty: 'likely',
        part,
        ...wholeTokens(part.text, edit.from, edit.to),
        edits: [edit],
        keepsWords: true,
        message: `Quotation marks of another language: ${first} and ${last} stand here.`,
      },
    ];
  });
}

function withoutInnerSpace(text: string, { at, side }: QuoteMark, mark: string): Edit {
  if (mark === '«' || mark === '»') return { from: at, to: at + 1, text: side === 'open' ? `${mark}\u202f` : `\u202f${mark}` };
  const inner = side === 'open' ? text[at + 1] : text[at - 1];
  if (inner === undefined || !/\s/u.test(inner)) return { from: at, to: at + 1, text: mark };
  return side === 'open' ? { from: at, to: at + 2, text: mark } : { from: at - 1, to: at + 1, text: mark };
}

function alone(page: Page, { part: index, at, mark, side }: QuoteMark): Repair[] {
  const part = page.parts[index];
  const from = languageOf[mark];
  if (!part || from === undefined) return [];
  return [
    {
      kind: 'translation mark',
      level: 'hint',
      certainty: 'look',
      part,
      from: at,
      to: at + 1,
      edits: null,
      message: `A ${from} ${side === 'close' ? 'closing' : 'opening'} mark: the words were probably translated and are not the speaker’s own.`,
    },
  ];
}
