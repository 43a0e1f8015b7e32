import { lengthOf } from './length';

/** A standfirst that has become a paragraph. */
export const standfirstLength = lengthOf(
  'standfirst',
  (length, limit) => `The standfirst has ${length} characters; the house asks for ${limit} at most.`,
);
