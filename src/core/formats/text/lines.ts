import type { LeftOut } from '../format';

/** One line of a text, without its end. */
export interface TextLine {
  /** From 1. */
  line: number;
  text: string;
  /** The line is followed by a paragraph separator or a page break, which is as good as a blank line. */
  closes: boolean;
}

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029\v\f]/gu;
// C1 (U+0080–U+009F) stays: it is what is left of curly quotes read in the wrong encoding, and can be repaired only while it is there.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The lines of a text: ends of Unix, Windows and old Macs, NEL, U+2028, U+2029, vertical tab and form feed all end one.
 * A byte order mark is dropped. Characters that no document can carry are taken out and reported, once for each kind.
 */
export function linesOf(text: string): { lines: TextLine[]; leftOut: LeftOut[] } {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const lines: TextLine[] = [];
  const removed = new Map<string, { line: number; times: number }>();
  let start = 0;
  const add = (end: number, closes: boolean): void => {
    const line = lines.length + 1;
    lines.push({ line, text: cleaned(source.slice(start, end), line, removed), closes });
  };
  for (const { index, 0: mark } of source.matchAll(LINE_END)) {
    add(index, mark === '\u2029' || mark === '\f');
    start = index + mark.length;
  }
  add(source.length, false);
  return { lines, leftOut: [...removed].map(([name, found]) => ({ line: found.line, text: name, why: whyOf(found.times) })) };
}

function cleaned(text: string, line: number, removed: Map<string, { line: number; times: number }>): string {
  return text.replace(CONTROL, (character) => {
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    const found = removed.get(name);
    if (found) found.times++;
    else removed.set(name, { line, times: 1 });
    return '';
  });
}

const whyOf = (times: number): string => `a control character that no article can hold${times > 1 ? ` (${times} times)` : ''}`;
