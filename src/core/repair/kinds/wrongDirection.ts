import { quoteMarksOf } from '../../typography/quoteMarks';
import type { Kind } from '../kind';
import type { Repair } from '../repair';
import { inOrder, oneATouch, wholeTokens } from '../words';

/** A mark that turns its back to the words it belongs to, in a pair: `”Yes”`. */
export const wrongDirection: Kind = {
  name: 'quote mark the wrong way round',
  find: ({ quotations, parts, language }) => {
    const { levels, accepted } = quoteMarksOf(language);
    const pairs = [...levels, ...accepted];
    // Marks that are not at home in the language are another kind of damage.
    const home = new Set(pairs.flat());
    const found = quotations.pairs
      .flatMap(({ open, close }) => (close && home.has(open.mark) && home.has(close.mark) ? [open, close] : []))
      .filter(({ wrongWay }) => wrongWay)
      .flatMap(({ part: index, at, mark, side }): Repair[] => {
        const part = parts[index];
        const pair = pairs.find((each) => each.includes(mark));
        const text = pair?.[side === 'open' ? 0 : 1];
        if (!part || text === undefined || text === mark) return [];
        return [
          {
            kind: wrongDirection.name,
            level: 'warning',
            certainty: 'sure',
            part,
            ...wholeTokens(part.text, at, at + 1),
            edits: [{ from: at, to: at + 1, text }],
            keepsWords: true,
            message: `This mark is the wrong way round: ${text} ${side === 'open' ? 'opens' : 'closes'} a quotation.`,
          },
        ];
      });
    return oneATouch(inOrder(found));
  },
};
