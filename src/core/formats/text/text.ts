import { isAnnotatedMark, refuseAnnotated } from '../annotated/refuseAnnotated';
import type { InlineJson } from '../../document/json';
import type { Importer } from '../format';
import { assemble, type RawBlock } from '../page/page';
import { linesOf, type TextLine } from './lines';
import { continues, rejoined, wrapWidth } from './wrapping';

/** Plain text: a page as it was copied from a site, or a few paragraphs. Takes anything. */
export const textImporter: Importer = {
  id: 'text',
  title: 'Plain text',
  extensions: ['txt', 'text'],
  recognise: () => 0.1,
  read(text, context) {
    const { lines, leftOut } = linesOf(text);
    refuseAnnotated(lines.slice(0, HEAD).some((line) => isAnnotatedMark(line.text)));
    const runs = runsOf(lines);
    const width = wrapWidth(runs);
    const blocks = runs.flatMap((run) => (context.part === 'page' ? paragraphsOf(run, width) : [fragmentOf(run, width)]));
    return assemble(blocks, {}, context, leftOut, 'lines');
  },
};

/** Lines among which the mark of an annotated copy stands when a program made plain text of one. */
const HEAD = 10;

/** Lines that stand together, without the blank ones between. */
function runsOf(lines: readonly TextLine[]): TextLine[][] {
  const runs: TextLine[][] = [];
  let open = false;
  for (const line of lines) {
    const blank = line.text.trim() === '';
    if (!blank && open) runs.at(-1)?.push(line);
    else if (!blank) runs.push([line]);
    open = !blank && !line.closes;
  }
  return runs;
}

/** On a page every line is a paragraph, unless a program wrapped the text. */
function paragraphsOf(run: readonly TextLine[], width: number | null): RawBlock[] {
  return joined(run, width).map(({ line, text }) => ({ line, block: { type: 'paragraph', content: [{ type: 'text', text }] } }));
}

/** In a fragment lines that stand together are one paragraph, with the writer's breaks in it. */
function fragmentOf(run: readonly TextLine[], width: number | null): RawBlock {
  const content = joined(run, width).flatMap(({ text }, index): InlineJson[] => [
    ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
    { type: 'text', text },
  ]);
  return { line: run[0]?.line ?? null, block: { type: 'paragraph', content } };
}

function joined(run: readonly TextLine[], width: number | null): { line: number; text: string }[] {
  const paragraphs: { line: number; parts: TextLine[] }[] = [];
  for (const line of run) {
    const last = paragraphs.at(-1)?.parts;
    const above = last?.at(-1);
    if (width !== null && last && above && continues(above, line, width)) last.push(line);
    else paragraphs.push({ line: line.line, parts: [line] });
  }
  return paragraphs.map(({ line, parts }) => ({ line, text: trimmed(rejoined(parts)) }));
}

// Only what indents or trails; a space that somebody chose (NBSP) stays.
const trimmed = (text: string): string => text.replace(/^[ \t]+/u, '').replace(TRAILING, '');
const TRAILING = /(?<![ \t])[ \t]+$/u;
