import { markNames, privateMarkNames } from './blockNames';
import { orBlank } from './blank';
import type { ArticleLinkJson, InlineJson, MarkJson, TextJson } from './json';
import type { Resolver } from './resolver';

const hiddenMarks: ReadonlySet<string> = new Set(privateMarkNames);
const order = new Map<string, number>(markNames.map((name, index) => [name, index]));

const sameMarks = (a: readonly MarkJson[], b: readonly MarkJson[]): boolean =>
  a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));

function publicMarks(marks: readonly MarkJson[] | undefined, resolver: Resolver): MarkJson[] {
  if (marks === undefined) return [];
  return marks
    .flatMap((mark): MarkJson[] => {
      if (hiddenMarks.has(mark.type)) return [];
      if (mark.type !== 'link') return [mark];
      const target = mark.attrs?.target;
      if (!target) return [];
      const url = 'url' in target ? target.url : resolver.addressOf(target.article);
      return url === null ? [] : [{ type: 'link', attrs: { target: { url } } }];
    })
    .sort((a, b) => (order.get(a.type) ?? 0) - (order.get(b.type) ?? 0));
}

/** A link that shows a headline, as words; null where the headline may not be named: then nothing of it is kept. */
function headlineLink({ attrs: { article }, marks = [] }: ArticleLinkJson, resolver: Resolver): TextJson | null {
  const headline = orBlank(resolver.headlineOf(article) ?? '').trim();
  const others = marks.filter(({ type }) => type !== 'link');
  return headline === ''
    ? null
    : { type: 'text', text: headline, marks: [...others, { type: 'link', attrs: { target: { article } } }] };
}

/** Words as the public sees them: joined, without private marks and without breaks at either end; none where nothing is left to read. */
export function publicInline(content: readonly InlineJson[] | undefined, resolver: Resolver): InlineJson[] {
  const joined: InlineJson[] = [];
  for (const node of content ?? []) {
    const shown = node.type === 'articleLink' ? headlineLink(node, resolver) : node;
    if (shown === null) continue;
    const marks = publicMarks(shown.marks, resolver);
    const last = joined.at(-1);
    if (shown.type === 'text' && last?.type === 'text' && sameMarks(last.marks ?? [], marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + shown.text };
    } else if (shown.type === 'text') {
      joined.push(marks.length > 0 ? { type: 'text', text: shown.text, marks } : { type: 'text', text: shown.text });
    } else {
      joined.push({ type: 'hardBreak' });
    }
  }
  // Breaks at either end show nothing in print, and no format can carry them.
  while (joined[0]?.type === 'hardBreak') joined.shift();
  while (joined.at(-1)?.type === 'hardBreak') joined.pop();
  return joined.every((node) => node.type !== 'text' || node.text.trim() === '') ? [] : joined;
}
