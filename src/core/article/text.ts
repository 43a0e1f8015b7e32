import * as v from 'valibot';

const CONTROL_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
const CONTROL_IN_PROSE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;

/** True for text that may stand in one line: well-formed UTF-16, no control characters, no line or paragraph separators. */
export function isLine(text: string): boolean {
  return text.isWellFormed() && !CONTROL_IN_LINE.test(text);
}

/** True for text of several lines: as `isLine`, but tab and line feed are allowed. */
export function isProse(text: string): boolean {
  return text.isWellFormed() && !CONTROL_IN_PROSE.test(text);
}

/** A one-line string of at most `max` UTF-16 units. */
export const line = (max = 1000) =>
  v.pipe(v.string(), v.maxLength(max), v.check(isLine, 'must be one line without control characters'));

/** A string of several lines of at most `max` UTF-16 units. */
export const prose = (max = 100_000) =>
  v.pipe(v.string(), v.maxLength(max), v.check(isProse, 'must not contain control characters'));
