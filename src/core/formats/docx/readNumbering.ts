import { child, elementsOf, valOf, type XmlElement } from './readXml';
import type { WordPackage } from './wordPackage';

/** What kind of list a paragraph is in, and the number it begins with; null where its numbers are none. */
export function listKinds(
  pack: WordPackage,
): (list: { id: string; level: number }) => { ordered: boolean; start: number } | null {
  const part = pack.companion('numbering');
  const all = part ? elementsOf(part) : [];
  const byId = (name: string, key: string): Map<string, XmlElement> =>
    new Map(all.filter((each) => each.name === name).map((each) => [each.attrs[key] ?? '', each]));
  const kinds = byId('w:abstractNum', 'w:abstractNumId');
  const numbers = byId('w:num', 'w:numId');
  return ({ id, level }) => {
    const number = numbers.get(id);
    if (!number) return null;
    const override = at(number, 'w:lvlOverride', level);
    const base = at(kinds.get(valOf(number, 'w:abstractNumId') ?? '') ?? null, 'w:lvl', level);
    const own = child(override, 'w:lvl') ?? base;
    const format = valOf(own, 'w:numFmt') ?? 'decimal';
    if (format === 'none') return null;
    const start = Number(valOf(override, 'w:startOverride') ?? valOf(own, 'w:start') ?? 1);
    return { ordered: format !== 'bullet', start: Number.isInteger(start) && start >= 0 && start <= 999_999_999 ? start : 1 };
  };
}

const at = (of: XmlElement | null, name: string, level: number): XmlElement | null =>
  of ? (elementsOf(of).find((each) => each.name === name && each.attrs['w:ilvl'] === String(level)) ?? null) : null;
