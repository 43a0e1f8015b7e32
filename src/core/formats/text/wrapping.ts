import { siteLabels } from '../page/labels/labels';
import type { TextLine } from './lines';

/** Columns that programs wrap at; a longer line is a paragraph. */
const NARROWEST = 40;
const WIDEST = 100;
const LEAST_JOINTS = 3;
/** Share of line ends at which the next word would not have fitted any more. */
const LEAST_FULL = 0.8;
/** A line counts as full when the next word would have passed this part of the width (programs even lines out). */
const FULL = 0.9;

const conjunctions = new Set(siteLabels.flatMap(({ and }) => and));

/**
 * The width that a text was wrapped at by a program, or null when its lines are lines. Told by whether lines break only
 * where the next word would not fit, as a poem, a list or one paragraph a line do not.
 */
export function wrapWidth(runs: readonly (readonly TextLine[])[]): number | null {
  let width = 0;
  for (const run of runs) for (const { text } of run) width = Math.max(width, text.trimEnd().length);
  if (width < NARROWEST || width > WIDEST) return null;
  let joints = 0;
  let full = 0;
  for (const run of runs) {
    for (let at = 1; at < run.length; at++) {
      joints++;
      if (isFull(run[at - 1], run[at], width)) full++;
    }
  }
  return joints >= LEAST_JOINTS && full / joints >= LEAST_FULL ? width : null;
}

/** True when `next` carries on the sentence of `line` in a text wrapped at `width`. */
export function continues(line: TextLine, next: TextLine, width: number): boolean {
  if (/^\s*(?:[-–—*•]|\d{1,3}[.)])\s/u.test(next.text)) return false;
  return isFull(line, next, width) || (/^\s*\p{Ll}/u.test(next.text) && !/[.!?:]\s*$/u.test(line.text.slice(-8)));
}

/** The lines of one wrapped paragraph as one line. A word broken at its hyphen keeps the hyphen and gets no space. */
export function rejoined(lines: readonly TextLine[]): string {
  const [first, ...others] = lines;
  if (!first || others.length === 0) return first?.text ?? '';
  const parts = [first.text.trimEnd()];
  for (const { text } of others) {
    const rest = text.trim();
    parts.push(breaksWord(parts.at(-1) ?? '', rest) ? '' : ' ', rest);
  }
  return parts.join('');
}

const breaksWord = (line: string, next: string): boolean =>
  /[\p{L}\p{N}]-$/u.test(line.slice(-3)) && /^\p{L}/u.test(next) && !conjunctions.has(next.slice(0, 12).split(/\s/u)[0] ?? '');

function isFull(line: TextLine | undefined, next: TextLine | undefined, width: number): boolean {
  const word = /^\s*(\S+?(?:-|(?=\s|$)))/u.exec(next?.text.slice(0, WIDEST) ?? '')?.[1] ?? '';
  return (line?.text.trimEnd().length ?? 0) + 1 + word.length > width * FULL;
}
