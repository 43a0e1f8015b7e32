import type { Imported } from '../formats/format';

const PARTS = 3;
const KEPT = /^(?:paragraph|heading [23]|list|quote words|pull quote|fact box|related|link card|table|code|rule)$/u;

/**
 * Line in the source for each child of an imported document that stands on one. Empty where the importer did not say for every
 * block, so that no finding ever names a wrong line.
 */
export function sourceLines({ doc, lines }: Pick<Imported, 'doc' | 'lines'>): Map<number, number> {
  const body = lines.filter(({ becomes }) => KEPT.test(becomes));
  const found = new Map<number, number>();
  const headline = lines.find(({ becomes }) => becomes === 'headline');
  const kicker = lines.find(({ becomes }) => becomes === 'kicker');
  if (kicker) found.set(0, kicker.line);
  if (headline) found.set(1, headline.line);
  if (body.length === doc.content.length - PARTS) body.forEach(({ line }, at) => found.set(at + PARTS, line));
  return found;
}
