import { partsInQuotation } from '../repair/partAt';
import { firstWords } from '../repair/words';
import type { Check } from './check';
import { atPart } from './atPart';

/** A block quotation that does not say whose words it gives. */
export const unattributed: Check = {
  name: 'unattributed quotation',
  of: 'text',
  find: (doc, page) =>
    doc.content.flatMap((block, index) => {
      if (block.type !== 'quote' || block.attrs?.speaker || block.attrs?.sourceTitle) return [];
      const part = partsInQuotation(page, index).find(({ text }) => text.trim() !== '');
      if (!part) return [];
      const { from, to } = firstWords(part.text);
      return [atPart(part, from, to, 'unattributed quotation', 'warning', 'The desk will ask: who said this?')];
    }),
};
