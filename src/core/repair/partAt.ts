import type { Page, TextPart } from './page';

interface Places {
  readonly byPath: ReadonlyMap<string, TextPart>;
  readonly inQuotation: ReadonlyMap<number, readonly TextPart[]>;
}

// Thousands of findings ask for the same page.
const known = new WeakMap<Page, Places>();

function placesOf(page: Page): Places {
  let places = known.get(page);
  if (places) return places;
  const byPath = new Map<string, TextPart>();
  const inQuotation = new Map<number, TextPart[]>();
  for (const part of page.parts) {
    const path = part.path.join('.');
    if (!byPath.has(path)) byPath.set(path, part);
    if (part.quotation === null) continue;
    const parts = inQuotation.get(part.quotation);
    if (parts) parts.push(part);
    else inQuotation.set(part.quotation, [part]);
  }
  known.set(page, (places = { byPath, inQuotation }));
  return places;
}

/** The first part of the page that stands at a path of the document. */
export const partAt = (page: Page, path: readonly number[]): TextPart | undefined => placesOf(page).byPath.get(path.join('.'));

/** The parts of the block quotation or pull quote that is this child of the document, in order. */
export const partsInQuotation = (page: Page, index: number): readonly TextPart[] => placesOf(page).inQuotation.get(index) ?? [];
