import type { Kind } from '../kind';
import { partsInQuotation } from '../partAt';
import { firstWords } from '../words';
import type { Repair } from '../repair';

/** A block quotation of several sentences that ends with a mark and begins with none: it may begin later. */
export const quotationStart: Kind = {
  name: 'start of quotation not marked',
  find: (page) =>
    page.quotations.unpaired.flatMap((mark): Repair[] => {
      const part = page.parts[mark.part];
      if (!part || part.quotation === null || mark.side !== 'close' || part.text.slice(mark.at + 1).trim() !== '') return [];
      const first = partsInQuotation(page, part.quotation)[0] ?? part;
      const starts = sentencesOf(first.text);
      if (starts.length === 0 && first === part) return [];
      return [
        {
          kind: quotationStart.name,
          level: 'hint',
          certainty: 'look',
          part: first,
          ...firstWords(first.text),
          edits: null,
          message: `The end of this quotation is marked, its beginning is not. The whole of it was taken${
            starts[0] === undefined
              ? '.'
              : `; it may begin only at “${first.text.slice(starts[0]).split(/\s+/u).slice(0, 2).join(' ')} …”.`
          }`,
        },
      ];
    }),
};

/** Where the second and later sentences begin. */
const sentencesOf = (text: string): number[] =>
  [...text.matchAll(/[.!?…]\s+(?=[\p{Lu}«“"])/gu)].map((found) => found.index + found[0].length);
