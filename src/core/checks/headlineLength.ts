import { lengthOf } from './length';

/** A headline that will be cut off. */
export const headlineLength = lengthOf(
  'headline',
  (length, limit) => `The headline has ${length} characters; over ${limit} it is cut.`,
);
