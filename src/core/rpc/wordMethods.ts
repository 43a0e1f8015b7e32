import * as v from 'valibot';
import { articleId } from '../article/fields';
import type { WordPlace } from '../ports/library';
import { answers } from './method';
import { nothing } from './inputs';

const removal = v.strictObject({
  words: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200)),
  by: v.pipe(v.string(), v.trim(), v.maxLength(100)),
  inside: v.boolean(),
});

/** Where words to be removed stand. */
export interface FoundWords {
  /** At how many places of an article’s text, and in how many of its versions. */
  articles: readonly { id: string; text: number; versions: number }[];
  places: readonly {
    /** `arriving`: articles of an import under way, into which nobody has looked. */
    kind: 'series' | 'sites' | 'house-words' | 'left-versions' | 'arriving' | WordPlace['kind'];
    count: number;
  }[];
  /** Articles that cannot be read, so that nobody can say. */
  damaged: number;
}

/** How a removal went: articles that could not be changed, and places that still hold the words. */
export interface RemovedWords {
  changed: number;
  failed: readonly string[];
  places: readonly { kind: 'list' | 'search' | 'arriving' | WordPlace['kind']; left: number }[];
}

/** Words that must disappear everywhere. */
export const wordMethods = {
  /** Where words stand in all that the library keeps. Progress comes as events; `words.cancel` stops the look. */
  'words.find': answers<FoundWords>()(removal),

  'words.cancel': answers<null>()(nothing),

  /**
   * Removes words from these articles and their versions, and from everything else that the library keeps. There is no undo, or the
   * words would be kept for it.
   */
  'words.remove': answers<RemovedWords>()(
    v.strictObject({ ...removal.entries, ids: v.pipe(v.array(articleId), v.maxLength(20_000)) }),
  ),
} as const;
