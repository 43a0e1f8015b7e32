import { StetError } from '../../errors';
import type { PublicMarkName } from '../../document/blockNames';
import type { InlineJson, MarkJson, MarkOf } from '../../document/json';
import type { AnnotatedMark } from '../annotatedMark';
import { element, startTag } from './element';
import { escapeText, publicHref } from './escape';

type Tags = readonly [open: string, close: string];
type MarkTags = { [M in PublicMarkName]: (mark: MarkOf<M>) => Tags } & { annotated: (mark: AnnotatedMark) => Tags };

const plain =
  (name: string): (() => readonly [string, string]) =>
  () => [`<${name}>`, `</${name}>`];

/** How each mark is written, outermost first: a link or an abbreviation stays whole when its words are partly bold. */
const markTags = {
  annotated: ({ attrs: { ends, guarded } }) => [
    startTag('mark', { class: guarded ? 'guarded' : null }),
    `</mark>${ends.map(annotationReference).join('')}`,
  ],
  link: (mark) => {
    const target = mark.attrs?.target;
    const href = target && 'url' in target ? publicHref(target.url) : null;
    return href === null ? ['', ''] : [startTag('a', { href }), '</a>'];
  },
  abbreviation: (mark) => [startTag('abbr', { title: mark.attrs?.expansion || null }), '</abbr>'],
  bold: plain('strong'),
  italic: plain('em'),
  underline: plain('u'),
  strike: plain('s'),
  code: plain('code'),
} as const satisfies MarkTags;

/** The sign behind annotated words that leads to what is said of them. */
const annotationReference = (number: number): string =>
  element('sup', { class: 'ref' }, `${startTag('a', { id: `words-${number}`, href: `#annotation-${number}` })}${number}</a>`);

const rank = new Map<string, number>(Object.keys(markTags).map((name, index) => [name, index]));

/** Inline content as HTML, without any white space of its own. Errors: `export/unknown-node`. */
export function writeInline(content: readonly InlineJson[] | undefined): string {
  let html = '';
  let open: MarkJson[] = [];
  let closers: string[] = [];
  const closeFrom = (depth: number): void => {
    for (let index = closers.length - 1; index >= depth; index--) html += closers[index] ?? '';
    open = open.slice(0, depth);
    closers = closers.slice(0, depth);
  };
  for (const node of content ?? []) {
    if (node.type === 'hardBreak') {
      html += '<br>';
      continue;
    }
    if (node.type !== 'text') throw unknownNode((node as { type: string }).type);
    const marks = node.marks && node.marks.length > 1 ? [...node.marks].sort(byRank) : (node.marks ?? []);
    if (open.length > 0 || marks.length > 0) {
      let shared = 0;
      while (shared < open.length && shared < marks.length && sameMark(open[shared], marks[shared])) shared++;
      closeFrom(shared);
      for (const mark of marks.slice(shared)) {
        const [start, end] = tagsOf(mark);
        html += start;
        open.push(mark);
        closers.push(end);
      }
    }
    html += escapeText(node.text);
  }
  closeFrom(0);
  return html;
}

/** The refusal of a node or mark that no table names. */
export function unknownNode(type: string): StetError {
  return new StetError(
    'export/unknown-node',
    'This article has a part that this version of Stet cannot write as HTML. Update Stet and export again.',
    { type },
  );
}

function tagsOf(mark: MarkJson): readonly [string, string] {
  if (!Object.hasOwn(markTags, mark.type)) throw unknownNode(mark.type);
  return (markTags[mark.type as keyof MarkTags] as (mark: MarkJson) => readonly [string, string])(mark);
}

const byRank = (a: MarkJson, b: MarkJson): number => (rank.get(a.type) ?? 0) - (rank.get(b.type) ?? 0);

function sameMark(a: MarkJson | undefined, b: MarkJson | undefined): boolean {
  return a === b || (a?.type === b?.type && JSON.stringify(a?.attrs ?? null) === JSON.stringify(b?.attrs ?? null));
}
