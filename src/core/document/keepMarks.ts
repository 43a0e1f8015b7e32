import type { InlineJson } from './json';

type Mark = NonNullable<InlineJson['marks']>[number];

/** Inline content with those of its marks that `keeps` says, and neighbouring texts that then look alike as one, as the schema keeps them. */
export function keepMarks(content: readonly InlineJson[], keeps: (mark: Mark) => boolean): InlineJson[] {
  const joined: InlineJson[] = [];
  for (const node of content) {
    const marks = node.marks?.filter(keeps);
    const kept = { ...node };
    delete kept.marks;
    if (marks && marks.length > 0) kept.marks = marks;
    const last = joined.at(-1);
    if (last?.type === 'text' && kept.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(kept.marks ?? []))
      joined[joined.length - 1] = { ...last, text: last.text + kept.text };
    else joined.push(kept);
  }
  return joined;
}
