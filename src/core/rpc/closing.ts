import * as v from 'valibot';

/** What a window that is about to close still holds: nothing, words that are not saved, or a paste that is still being read. */
const held = v.picklist(['nothing', 'words', 'paste']);
export type Held = v.InferOutput<typeof held>;

/** What a window says that it holds; words, where that is nothing that it could say. */
export const heldIn = (said: unknown): Held => (v.is(held, said) ? said : 'words');
