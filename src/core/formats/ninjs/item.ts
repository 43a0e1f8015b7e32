import { StetError } from '../../errors';

/** An item of ninjs: any JSON object; what is in it is looked at one property at a time. */
export type Item = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 100;

/** The one item of a file of ninjs. Errors: `import/unreadable`, `import/no-item` for other JSON, `import/too-deep`. */
export function itemIn(text: string): Item {
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (cause) {
    throw new StetError('import/unreadable', 'This is no JSON, or it is damaged. Get the item once more.', {}, { cause });
  }
  const [only, ...more] = Array.isArray(found) ? (found as unknown[]) : [found];
  if (more.length > 0)
    throw new StetError('import/unreadable', 'This file holds several items. Save each as a file of its own.', {
      items: more.length + 1,
    });
  if (!isItem(only) || !looksLikeItem(only))
    throw new StetError('import/no-item', 'This is JSON, but no article in ninjs. Stet reads no other JSON.');
  if (isDeep(only))
    throw new StetError('import/too-deep', 'The parts of this item are nested too deeply to be read.', { limit: MAX_DEPTH });
  return only;
}

/** True for an object of JSON. */
export const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What only a news item has. */
export const looksLikeItem = (item: Item): boolean =>
  (isItem(item['standard']) && item['standard']['name'] === 'ninjs') ||
  Object.keys(item).some((key) => key === 'bodies' || /^body_/u.test(key)) ||
  ('uri' in item && ('headline' in item || 'headlines' in item));

// Before anything walks it that could overflow.
function isDeep(item: Item): boolean {
  let level: unknown[] = [item];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : []));
  }
  return false;
}

/** A text that says something; null for anything else. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** The objects of a list; 2.x has an object by names where 3.x has a list. */
export function itemsOf(value: unknown): Item[] {
  if (Array.isArray(value)) return (value as unknown[]).filter(isItem);
  return isItem(value) ? Object.values(value).filter(isItem) : [];
}

/** The value for the first of these roles; 3.x has a list with roles where 2.x has a property for each. */
export function inRole(list: unknown, ...roles: readonly (string | null)[]): { value: string; html: boolean } | null {
  for (const role of roles) {
    const found = itemsOf(list).find((one) => (textOf(one['role']) ?? '').toLowerCase() === (role ?? ''));
    const value = found && textOf(found['value']);
    if (value != null) return { value, html: /html/u.test(textOf(found?.['contentType'] ?? found?.['contenttype']) ?? '') };
  }
  return null;
}
