import { conventionsOf, NARROW, NO_BREAK, type Conventions } from './conventions';
import { openMarks } from './openMarks';
import { isAddress, mayBecomeAddress } from './technical';

/** What stands at the cursor in place of what was typed: the last `back` UTF-16 units before it and the sign become `text`. */
export interface Retyped {
  readonly back: number;
  readonly text: string;
}

/** How much text before the cursor is looked at; no quotation in one paragraph is longer. */
const REACH = 8_000;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const WORD_START = /^[\p{L}\p{N}]/u;

/**
 * What one typed sign becomes in a language, given the text of its block on both sides of the cursor; null when it stays. Knows
 * opening and closing, nesting, apostrophes at word starts, feet and inches, and leaves addresses alone. Pure.
 */
export function retyped(before: string, sign: string, after: string, language: string): Retyped | null {
  const start = Math.max(0, before.length - REACH);
  const near = before.slice(start);
  const written = write(near, sign, after, conventionsOf(language));
  if (written === near + sign) return null;
  let same = 0;
  while (same < near.length && same < written.length && near[same] === written[same]) same++;
  return { back: near.length - same, text: written.slice(same) };
}

function write(before: string, sign: string, after: string, language: Conventions): string {
  const token = /\S{0,200}$/u.exec(before)?.[0] ?? '';
  if (isAddress(token)) return before + sign;
  const text = healed(before, sign, language);
  switch (sign) {
    case '"':
      return double(text, after, language);
    case "'":
      return single(text, after, language);
    case '-':
      return hyphen(text, language);
    case '.':
      return /(?<![.…/\\])\.\.$/u.test(text) ? `${text.slice(0, -2)}…` : `${text}.`;
    case '«':
      return `${text}«${language.inside}`;
    case '»':
      return language.inside === '' ? `${text}»` : `${withoutSpace(text)}${language.inside}»`;
    case ' ':
      // Stet has set that space already.
      return language.inside !== '' && text.endsWith(`«${language.inside}`) ? text : `${text} `;
    default:
      return spaced(text, sign, language);
  }
}

/** An apostrophe that was taken for an opening mark shows itself by what follows it; so does the colon of an address. */
function healed(before: string, sign: string, { singles, clipped }: Conventions): string {
  const isLetter = LETTER.test(sign);
  if (isLetter && /\p{N}'$/u.test(before)) return `${before.slice(0, -1)}’`;
  if (sign === '/' && /\p{L}[\u202f\u00a0]:$/u.test(before)) return `${before.slice(0, -2)}:`;
  if (!singles) return before;
  if (isLetter && singles[1] === '‘' && /\p{L}‘$/u.test(before)) return `${before.slice(0, -1)}’`;
  const at = before.lastIndexOf(singles[0]);
  if (at < 0 || before.length - at > 9 || (at > 0 && LETTER.test(before[at - 1] ?? ''))) return before;
  const word = before.slice(at + 1);
  const isYear = isLetter ? sign === 's' && /^\d\d$/u.test(word) : /^\d\d[.,]?$/u.test(word) && /[\s)\]!?:;"'’”]/u.test(sign);
  const isClipped = !isLetter && !DIGIT.test(sign) && clipped.has(word.toLowerCase());
  return isYear || isClipped ? `${before.slice(0, at)}’${word}` : before;
}

function double(text: string, after: string, language: Conventions): string {
  const { levels, inside } = language;
  const open = openMarks(text, language);
  const innermost = open.at(-1);
  if (opensHere(text, after, open.length > 0, language)) {
    const [mark] = levels[innermost === undefined ? 0 : (innermost + 1) % levels.length] ?? ['“'];
    return `${text}${mark}${mark === '«' ? inside : ''}`;
  }
  // Inches and seconds.
  if (innermost === undefined && DIGIT.test(text.at(-1) ?? '')) return `${text}"`;
  const [, mark] = levels[innermost ?? 0] ?? ['“', '”'];
  return mark === '»' && inside !== '' ? `${withoutSpace(text)}${inside}»` : `${text}${mark}`;
}

function single(text: string, after: string, language: Conventions): string {
  const { levels, singles } = language;
  const open = openMarks(text, language).map((level) => levels[level]?.[0]);
  const isOpen = singles !== null && open.includes(singles[0]);
  // Feet and minutes; a letter behind makes an apostrophe of it.
  if (DIGIT.test(text.at(-1) ?? '') && !isOpen && !WORD_START.test(after)) return `${text}'`;
  if (!singles) return `${text}’`;
  if (opensHere(text, after, isOpen, { ...language, joins: false })) return `${text}${singles[0]}`;
  return `${text}${isOpen && !WORD_START.test(after) ? singles[1] : '’'}`;
}

function opensHere(text: string, after: string, isOpen: boolean, { levels, joins }: Conventions): boolean {
  const last = text.at(-1);
  if (last === undefined) return true;
  // A no-break space stands before a closing mark, unless it belongs to the opening one.
  if (last === NARROW || last === NO_BREAK) return !isOpen || text.at(-2) === '«';
  if (/[\s([{/]/u.test(last)) return true;
  if (levels.some(([first, end]) => first === last && end !== last)) return true;
  if (/[-–—]/u.test(last)) return !isOpen || WORD_START.test(after);
  if (last === '…') return !isOpen && /(?:^|\s)…$/u.test(text);
  return joins && /\p{L}’$/u.test(text);
}

function hyphen(text: string, { twoHyphens }: Conventions): string {
  if (/(?<![-–—!<|])-$/u.test(text)) return `${text.slice(0, -1)}${twoHyphens}`;
  return twoHyphens === '–' && /(?<![-–—])–$/u.test(text) ? `${text.slice(0, -1)}—` : `${text}-`;
}

/** Text and sign with the space that the language sets between them. Only the end of the text counts. */
export function spaced(text: string, sign: string, { before }: Conventions): string {
  const space = before[sign];
  const plain = text.endsWith(' ');
  const last = (plain ? text.at(-2) : text.at(-1)) ?? '';
  if (space === undefined || last === '' || /[\s;:!?([{/«“„‘<]/u.test(last)) return text + sign;
  if (plain) return `${text.slice(0, -1)}${space}${sign}`;
  if (sign === ':' && DIGIT.test(last)) return text + sign;
  if (sign === ';' && /&#?[a-z0-9]{1,32}$/iu.test(text)) return text + sign;
  return mayBecomeAddress(/\S{0,200}$/u.exec(text)?.[0] ?? '') ? text + sign : `${text}${space}${sign}`;
}

const withoutSpace = (text: string): string => text.replace(/[ \u00a0\u202f]$/u, '');
