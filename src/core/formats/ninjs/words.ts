import { parsePage } from '../html/parsePage';
import { visibleText } from '../html/tree';

/** A text on one line, without the control characters that no field may hold, cut to `most` UTF-16 units. */
export function cleanLine(text: string, most: number): string {
  const line = text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .replace(/ {2,}/gu, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** The words of a text that may be HTML. */
export function plainWords(text: string): string {
  if (!/<[a-z/!][^>]*>|&#?[a-z0-9]+;/iu.test(text)) return text;
  return parsePage(text)
    .childNodes.flatMap((node) => ('tagName' in node ? [visibleText(node)] : []))
    .join(' ')
    .trim();
}
