import type { DefaultTreeAdapterTypes } from 'parse5';
import type { BlockJson, InlineJson } from '../../document/json';
import type { LeftOut } from '../format';
import type { RawBlock } from '../page/draft';
import { handlerOf } from './elements';
import { dividedAtBlankLines, InlineRun } from './inlineRun';
import { styled, type TextStyle } from './style';
import { isElement, isHtml, lineOf, visibleText, type Element, type Node } from './tree';

/** What holds for the whole page that is being read. */
export interface PageReading {
  /** Where the page lives, to complete relative links; null when it does not say. */
  base: string | null;
  /** The same for links that may lead to an article; also `BESIDE`. */
  linkBase: string | null;
  /** A page of our own: every character is the writer's, nothing is furniture. */
  exact: boolean;
  leftOut: LeftOut[];
  /** Files may lie beside the page: their pictures are taken over. */
  pictures: boolean;
  /** As in `ImportContext`. */
  beside: boolean;
  /** Elements that were read as something else already (headline, breadcrumb). */
  taken: ReadonlySet<Node>;
  /** Why an element is not part of the article; null when it is. */
  furniture(element: Element): string | null;
}

/** Reads elements of a page into blocks. Words of elements that mean nothing to a document are kept, and never glued together. */
export class BlockReader {
  readonly blocks: RawBlock[] = [];
  readonly run = new InlineRun();
  private line: number | null = null;

  constructor(
    readonly page: PageReading,
    readonly listDepth = 0,
    private readonly outermost = true,
  ) {}

  /** True where a picture may stand: between the blocks of the page itself. */
  get takesPictures(): boolean {
    return this.page.pictures && this.outermost;
  }

  /** A reader for the inside of a block. */
  inside(listDepth = this.listDepth): BlockReader {
    return new BlockReader(this.page, listDepth, false);
  }

  /** A reader for the inside of a block that passes over some of its elements. */
  insideWithout(drawn: ReadonlySet<Node>): BlockReader {
    return new BlockReader({ ...this.page, taken: new Set([...this.page.taken, ...drawn]) }, this.listDepth, false);
  }

  readAll(nodes: readonly Node[], style: TextStyle): void {
    for (const node of nodes) this.read(node, style);
  }

  read(node: Node, style: TextStyle): void {
    if (this.page.taken.has(node)) return this.flush(style);
    if (isElement(node)) return this.readElement(node, style);
    if (node.nodeName !== '#text') return;
    const { value, sourceCodeLocation } = node as DefaultTreeAdapterTypes.TextNode;
    if (this.run.blank) this.line = sourceCodeLocation?.startLine ?? null;
    this.run.add(value, style.marks, style.spacing);
  }

  /** Children as blocks of their own: words before, inside and after never share a line. */
  readBlock(element: Element, style: TextStyle): void {
    this.flush(style);
    this.readAll(element.childNodes, style);
    this.flush(style);
  }

  /** The blocks inside an element, apart from those of this reader. */
  blocksIn(element: Element, style: TextStyle, listDepth = this.listDepth): RawBlock[] {
    const reader = this.inside(listDepth);
    reader.readBlock(element, style);
    return reader.blocks;
  }

  /** Ends the paragraph that is being read. */
  flush(style: TextStyle): void {
    const content = this.run.take(style.spacing);
    if (content.length === 0) return;
    const parts: InlineJson[][] = this.page.exact ? [content] : dividedAtBlankLines(content);
    for (const part of parts) this.blocks.push({ line: this.line, block: { type: 'paragraph', content: part } });
  }

  emit(block: BlockJson, element: Element, style: TextStyle): void {
    this.flush(style);
    this.blocks.push({ line: lineOf(element), block });
  }

  /** Tells the writer about a part that is not taken over. */
  leaveOut(element: Element, text: string, why: string): void {
    this.page.leftOut.push({ line: lineOf(element), text, why });
  }

  private readElement(element: Element, style: TextStyle): void {
    if (!isHtml(element)) return this.readForeign(element, style);
    const why = this.page.exact ? null : this.page.furniture(element);
    if (why !== null) {
      const text = visibleText(element);
      if (text !== '') this.leaveOut(element, text, why);
      return this.flush(style);
    }
    handlerOf(element)(element, styled(style, element), this);
  }

  /** A formula keeps its words; a drawing has none that belong to the story. */
  private readForeign(element: Element, style: TextStyle): void {
    const text = visibleText(element);
    if (element.tagName === 'math') this.run.add(text, style.marks, style.spacing);
    else if (text !== '') this.leaveOut(element, text, 'words in a drawing, which Stet does not take over');
  }
}
