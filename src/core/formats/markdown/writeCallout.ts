import { escapeAttribute } from './escape';
import { indented } from './indented';
import type { CalloutName } from './signs';

/** A block that is marked in its first line, as GitHub, Obsidian and Hugo know them: `> [!FACTBOX] Title`, then what it holds. */
export function writeCallout(name: CalloutName, title: string, inside: string): string {
  const head = title === '' ? `[!${name}]` : `[!${name}] ${escapeAttribute(title)}`;
  return indented(inside === '' ? head : `${head}\n\n${inside}`, '> ', '> ');
}
