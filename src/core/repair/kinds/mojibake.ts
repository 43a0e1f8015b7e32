import type { Kind } from '../kind';
import { readBack } from '../misread';
import type { Repair } from '../repair';
import { oneATouch, wholeTokens } from '../words';

/** Text read in the wrong encoding: `â€™`, `Ã©`. One finding a word; what cannot be read back is only shown. */
export const mojibake: Kind = {
  name: 'wrong encoding',
  find: ({ parts }) =>
    parts.flatMap((part): Repair[] => {
      const lost = [...part.text.matchAll(/\ufffd+/gu)].map(({ index, 0: run }) => ({ from: index, to: index + run.length }));
      return [
        ...oneATouch(
          readBack(part.text).map((edit) => ({
            kind: mojibake.name,
            level: 'warning',
            certainty: 'sure',
            part,
            ...wholeTokens(part.text, edit.from, edit.to),
            edits: [edit],
            message: 'These characters were read in the wrong encoding.',
            keepsWords: true,
          })),
        ),
        ...lost.map((range): Repair => ({
          kind: mojibake.name,
          level: 'warning',
          certainty: 'look',
          part,
          ...wholeTokens(part.text, range.from, range.to),
          edits: null,
          message: 'A character was lost here in a wrong encoding: compare with the original.',
        })),
      ];
    }),
};
