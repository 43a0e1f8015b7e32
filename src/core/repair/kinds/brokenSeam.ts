import type { Kind } from '../kind';
import type { Repair } from '../repair';
import { lastWords } from '../words';

/** A sentence that goes on after a piece of code which held words: some of its own may have gone with it. */
export const brokenSeam: Kind = {
  name: 'words missing',
  find: ({ parts }) =>
    parts.flatMap((part) =>
      part.code.flatMap(({ from, to, heldWords }): Repair[] => {
        if (
          !heldWords ||
          !/[\p{L}\p{N},]\s?$/u.test(part.text.slice(Math.max(0, from - 2), from)) ||
          !/^\s?\p{Ll}/u.test(part.text.slice(to, to + 2))
        )
          return [];
        return [
          {
            kind: brokenSeam.name,
            level: 'warning',
            certainty: 'look',
            part,
            ...lastWords(part.text, from),
            edits: null,
            message:
              'The code stood in the middle of this sentence and held words: some may be missing here. Compare with the original.',
          },
        ];
      }),
    ),
};
