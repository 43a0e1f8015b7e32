import * as v from 'valibot';
import { articleId } from '../article/fields';

export const nothing = v.optional(v.null(), null);
export const ids = v.pipe(v.array(articleId), v.minLength(1), v.maxLength(20_000));
export const handle = v.pipe(v.string(), v.maxLength(100));
export const index = v.pipe(v.number(), v.integer(), v.minValue(0));
