import type { InlineJson, MarkJson } from '../../document/json';

/**
 * What happens to white space: `collapse` as CSS does by default, `keep` as under `white-space: pre-wrap`,
 * `exact` on a page of our own, where only what a tool put around line ends is not the writer's.
 */
export type Spacing = 'collapse' | 'keep' | 'exact';

// C1 controls stay: they are curly quotes read in the wrong encoding, and can be repaired only while they are there.
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/gu;

/** Words and line breaks on their way into one textblock. */
export class InlineRun {
  private nodes: InlineJson[] = [];

  /** True while nothing but white space has come. */
  get blank(): boolean {
    return this.nodes.every((node) => node.type !== 'text' || node.text.trim() === '');
  }

  add(source: string, marks: readonly MarkJson[], spacing: Spacing): void {
    // A vertical tab is a word processor's line break; other control characters cannot be carried by anything.
    const text = source.toWellFormed().replace(CONTROL, (char) => (char === '\u000b' ? '\n' : ''));
    if (spacing === 'exact') this.push(text.includes('\n') ? text.replace(/[ \t]*\n[ \t\n]*/gu, ' ') : text, marks);
    else if (spacing === 'keep') this.addLines(text.replace(/\r\n?|\f/gu, '\n').split('\n'), marks);
    else this.addCollapsed(text.replace(/[ \t\n\r\f]+/gu, ' '), marks);
  }

  break(spacing: Spacing): void {
    if (spacing === 'collapse') this.trimEnd();
    this.nodes.push({ type: 'hardBreak' });
  }

  /** What came since the last time, and begins anew. */
  take(spacing: Spacing): InlineJson[] {
    if (spacing === 'collapse') this.trimEnd();
    const taken = this.blank ? [] : this.nodes;
    this.nodes = [];
    return taken;
  }

  private addLines(lines: readonly string[], marks: readonly MarkJson[]): void {
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.nodes.push({ type: 'hardBreak' });
      this.push(line, marks);
    }
  }

  private addCollapsed(text: string, marks: readonly MarkJson[]): void {
    const last = this.nodes.at(-1);
    const spaced = last?.type !== 'text' || last.text.endsWith(' ');
    this.push(spaced && text.startsWith(' ') ? text.slice(1) : text, marks);
  }

  private push(text: string, marks: readonly MarkJson[]): void {
    if (text !== '') this.nodes.push(marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text });
  }

  /** A space before a line end shows nothing (CSS Text, section 4.1.2). */
  private trimEnd(): void {
    const last = this.nodes.at(-1);
    if (last?.type !== 'text' || !last.text.endsWith(' ')) return;
    if (last.text === ' ') this.nodes.pop();
    else this.nodes[this.nodes.length - 1] = { ...last, text: last.text.slice(0, -1) };
  }
}

/** A run of lines divided where an empty line stands: two breaks are how old pages write a paragraph. */
export function dividedAtBlankLines(content: readonly InlineJson[]): InlineJson[][] {
  const parts: InlineJson[][] = [[]];
  for (const [index, node] of content.entries()) {
    const beside = (other: InlineJson | undefined): boolean => other?.type === 'hardBreak';
    if (node.type !== 'hardBreak' || (!beside(content[index - 1]) && !beside(content[index + 1]))) parts.at(-1)?.push(node);
    else if (parts.at(-1)?.length) parts.push([]);
  }
  return parts.filter((part) => part.some((node) => node.type === 'text' && node.text.trim() !== ''));
}
