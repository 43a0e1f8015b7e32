import type { Kind } from '../kind';
import { firstWords } from '../words';

/** A "read also" that leads nowhere. */
export const relatedAddress: Kind = {
  name: 'read also without address',
  find: ({ parts, relatedWithoutTarget }) =>
    parts
      .filter(({ index }) => relatedWithoutTarget.has(index))
      .map((part) => ({
        kind: relatedAddress.name,
        level: 'hint',
        certainty: 'sure',
        part,
        ...firstWords(part.text),
        edits: null,
        message: 'This “read also” has no address: readers cannot follow it.',
      })),
};
