import { parseDocument } from 'yaml';

/** Front matter as its keys and values, every scalar as the text that stands there; and the text after it. */
export interface Split {
  entries: ReadonlyMap<string, unknown>;
  body: string;
  /** Lines before the body. */
  lines: number;
}

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;

/** The front matter of a text, or null when it has none: what stands between the lines is not a YAML mapping. */
export function splitFrontMatter(text: string): Split | null {
  const found = FENCED.exec(text);
  if (!found) return null;
  // `failsafe`: every scalar is text, so `no`, `12:30` and `1.0` stay what was written.
  const yaml = parseDocument(found[1] ?? '', { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  if (yaml.errors.length > 0) return null;
  let value: unknown;
  try {
    value = yaml.toJS({ mapAsMap: true, maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof ReferenceError) return null; // an alias without its anchor, or a bomb of them: not front matter
    throw error;
  }
  if (!(value instanceof Map)) return null;
  const entries = new Map<string, unknown>([...value].map(([key, content]) => [String(key), content]));
  return { entries, body: text.slice(found[0].length), lines: found[0].split('\n').length - 1 };
}

/** The text of a scalar; null for anything else, and for a blank one. */
export function scalar(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The texts of a list of scalars; a single one stands for a list of it. Null when anything else is in it. */
export function scalars(value: unknown): string[] | null {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.every((item) => typeof item === 'string') ? (list as string[]) : null;
}

/** A value as the writer can read it in a report. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Map) return [...value].map(([key, content]) => `${String(key)}: ${shown(content)}`).join(', ');
  return Array.isArray(value) ? value.map(shown).join(', ') : '';
}
