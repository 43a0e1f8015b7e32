import type { Strike } from '../../core/words/strike';

/** Files beside the articles that hold what was once an article or the library's own file. */
export const SET_ASIDE = /(?:\.corrupt-\d+|\.kept-[0-9a-f]+|\.bak)$|^\..+\.tmp$/u;

/** Whatever the file is: its text as it stands, and with the signs that JSON writes as numbers. */
export function holdsInText(bytes: Uint8Array, strike: Strike): boolean {
  const text = Buffer.from(bytes).toString('utf8');
  const plain = text.replace(/\\u([0-9a-f]{4})/giu, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  return [text, plain].some((one) => strike(one).count > 0) || strike(parsed(text)).count > 0;
}

/** Null where it is no JSON; the text itself is looked through all the same. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
