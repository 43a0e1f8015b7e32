import type { BlockJson, DocJson, InlineJson } from '../document/json';
import { fingerprintOf } from '../repair/findings';
import type { Check } from './check';

/** One abbreviation that is expanded in two ways. */
export const abbreviationTwice: Check = {
  name: 'abbreviation expanded in two ways',
  of: 'text',
  find: (doc) => {
    const expansions = new Map<string, Set<string>>();
    for (const { short, long } of abbreviationsIn(doc)) {
      const known = expansions.get(short) ?? new Set<string>();
      expansions.set(short, known.add(long));
    }
    return [...expansions].flatMap(([short, long]) =>
      long.size < 2
        ? []
        : [
            {
              kind: 'abbreviation expanded in two ways',
              level: 'warning' as const,
              before: short,
              message: `“${short}” is expanded in two ways: ${[...long].map((words) => `“${words}”`).join(', ')}.`,
              fingerprint: fingerprintOf('abbreviation expanded in two ways', short, '', ''),
            },
          ],
    );
  },
};

function* abbreviationsIn(
  node: DocJson | BlockJson | InlineJson | { content?: readonly unknown[] },
): Generator<{ short: string; long: string }> {
  if ('text' in node) {
    for (const mark of node.marks ?? [])
      if (mark.type === 'abbreviation' && mark.attrs?.expansion)
        yield { short: node.text.trim(), long: mark.attrs.expansion.trim() };
    return;
  }
  for (const child of ('content' in node ? node.content : undefined) ?? []) yield* abbreviationsIn(child as BlockJson);
}
