import * as v from 'valibot';
import { articleId } from '../article/fields';
import type { Finding } from '../checks/finding';
import type { QuotedPerson } from '../article/summary';
import type { QuotedWords } from '../quotes/quotedWords';
import { index } from './inputs';
import { answers } from './method';

/** Words of a person in an article of the library. */
export interface QuotedBefore extends QuotedWords {
  article: string;
  headline: string;
}

/** Where an examination goes on: which one, and the finding that comes next, from 0. */
const rest = v.strictObject({ examination: articleId, from: index });
export type RestOfFindings = v.InferOutput<typeof rest>;

/** Findings as they travel: a long text that is much damaged has thousands. */
export interface SomeFindings {
  findings: readonly Finding[];
  /** What to ask for next; null when these are the last. */
  rest: RestOfFindings | null;
}

/** What a sub-editor would point out, and whom the library quotes. */
export const checkMethods = {
  /** People quoted in the library whose name or role has a word that begins so; the most often quoted first. */
  'people.suggest': answers<readonly QuotedPerson[]>()(v.strictObject({ prefix: v.pipe(v.string(), v.maxLength(200)) })),

  /** Where a person was quoted in other articles, the newest first, and how many more there are. */
  'people.quoted': answers<{ quotations: readonly QuotedBefore[]; more: number }>()(
    v.strictObject({ name: v.pipe(v.string(), v.maxLength(300)), except: v.nullable(articleId) }),
  ),

  /**
   * What a sub-editor would point out in an article as the host holds it now, and the revision that this is: the first of it, the
   * rest by `checks.rest`.
   */
  'checks.examine': answers<{ revision: number } & SomeFindings>()(v.strictObject({ id: articleId })),

  /** More of an examination. Errors: `checks/gone` where others have come since. */
  'checks.rest': answers<SomeFindings>()(rest),
} as const;
