import { fingerprintOf } from '../repair/findings';
import type { Page } from '../repair/page';
import { partAt } from '../repair/partAt';
import type { Quotation } from '../quotes/quotations';
import { atPart } from './atPart';
import type { Finding, Level } from './finding';

/** A finding about the words of a quotation; `from` and `length` name some of them, in UTF-16 units of its words. */
export function atWords(
  page: Page,
  { ranges, words }: Quotation,
  kind: string,
  level: Level,
  message: string,
  some: { from: number; length: number } = { from: 0, length: Infinity },
): Finding {
  let before = 0;
  for (const { path, start, end } of ranges) {
    const at = some.from - before;
    before += end - start + 1;
    if (at > end - start) continue;
    const part = partAt(page, path);
    if (part) return atPart(part, start + at, Math.min(end, start + at + some.length), kind, level, message);
  }
  return { kind, level, before: words, message, fingerprint: fingerprintOf(kind, words, '', '') };
}
