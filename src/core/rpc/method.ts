import type * as v from 'valibot';

/** A method of the contract: what it takes, checked on arrival, and the type that it answers. */
export interface Method<I, O> {
  readonly input: v.GenericSchema<unknown, I>;
  /** Never set: carries the answer's type. */
  readonly output?: O;
}

/** `answers<Output>()(inputSchema)`; the answer is made by our own side, so its type is enough. */
export const answers =
  <O>() =>
  <I>(input: v.GenericSchema<unknown, I>): Method<I, O> => ({ input });
