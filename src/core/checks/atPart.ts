import { fingerprintOf } from '../repair/findings';
import type { TextPart } from '../repair/page';
import type { Finding, Level } from './finding';

/** A finding about words that stand somewhere. */
export function atPart(part: TextPart, from: number, to: number, kind: string, level: Level, message: string): Finding {
  const before = part.text.slice(from, to);
  return {
    kind,
    level,
    ...(part.line === null ? {} : { line: part.line }),
    before,
    message,
    place: { path: part.path, attribute: part.attribute, from, to },
    fingerprint: fingerprintOf(kind, before, part.text.slice(Math.max(0, from - 60), from), part.text.slice(to, to + 60)),
  };
}
