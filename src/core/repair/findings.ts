import type { Finding } from '../checks/finding';
import type { PlacedEdit } from './applyEdits';
import { touches } from '../quotes/verbatim';
import type { Page } from './page';
import { edited, type Edit, type Repair } from './repair';

/** Finds the same words again after other edits: kind, words, and a little of what stands around them. */
export function fingerprintOf(kind: string, words: string, before: string, after: string): string {
  const near = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
  return [kind, words.normalize('NFC'), near(before).slice(-2).join(' '), near(after).slice(0, 2).join(' ')].join('\u241f');
}

const NEAR = 60;

/** What a repair says to the writer and to scripts. `place` and `edits` are what `applyEdits` takes. */
export function findingOf(page: Page, repair: Repair): Finding {
  const { kind, level, certainty, message, part, from, to } = repair;
  if (!part) return { kind, level, certainty, line: 0, before: '', message, fingerprint: fingerprintOf(kind, '', '', '') };
  const before = part.text.slice(from, to);
  const placed = (edits: readonly Edit[]): PlacedEdit[] =>
    edits.map(({ text, ...range }) => ({ path: part.path, attribute: part.attribute, ...range, content: text }));
  return {
    kind,
    level,
    certainty,
    ...(part.line === null ? {} : { line: part.line }),
    before,
    ...(repair.edits ? { after: edited(part.text, from, to, repair.edits), edits: placed(repair.edits) } : {}),
    ...(repair.choices
      ? {
          choices: repair.choices.map(({ edits }) => {
            const start = Math.min(from, ...edits.map((edit) => edit.from));
            const end = Math.max(to, ...edits.map((edit) => edit.to));
            return { before: part.text.slice(start, end), after: edited(part.text, start, end, edits), edits: placed(edits) };
          }),
        }
      : {}),
    ...(repair.fixes ? { fixes: repair.fixes } : {}),
    message,
    place: { path: part.path, attribute: part.attribute, from, to },
    ...(isQuoted(page, repair) ? { quoted: true } : {}),
    fingerprint: fingerprintOf(kind, before, part.text.slice(Math.max(0, from - NEAR), from), part.text.slice(to, to + NEAR)),
  };
}

/** True when accepting it would change somebody's words: those inside quotation marks or in a block quotation. */
function isQuoted(page: Page, { part, from, to, keepsWords }: Repair): boolean {
  return part !== null && !keepsWords && touches(page.verbatim[part.index] ?? [], from, to);
}

/**
 * The edits of all findings that propose one, for a bulk action; those that would change quoted words are left out and counted,
 * unless the writer says so.
 */
export function editsOf(findings: readonly Finding[], { quotedToo = false } = {}): { edits: PlacedEdit[]; skipped: number } {
  const proposed = findings.filter(({ edits }) => edits !== undefined);
  const taken = quotedToo ? proposed : proposed.filter(({ quoted }) => !quoted);
  return { edits: taken.flatMap(({ edits }) => edits ?? []), skipped: proposed.length - taken.length };
}
