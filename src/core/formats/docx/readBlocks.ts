import type { BlockJson, BlockOf } from '../../document/json';
import type { RawBlock } from '../page/page';
import { betweenPictures } from './betweenPictures';
import { inlineOf, lineOf } from './pieces';
import { ListStack } from './listStack';
import { readFigure, type PictureShelf } from './readPicture';
import type { Item, Para, TableItem } from './readParagraphs';
import type { RunReading } from './runReading';
import {
  ATTRIBUTION,
  attributionIn,
  CARD,
  cardIn,
  fits,
  looseWords,
  PULLED,
  pulledBy,
  RELATED,
  relatedIn,
} from './structuredLines';
import { areWords, boxOf, tableOf } from './tableOf';
import { DEEPEST_LEVEL } from './wordDocument';

type Paragraph = BlockOf<'paragraph'>;
const empty: Paragraph = { type: 'paragraph' };

/** Blocks from the paragraphs and tables of a document, by their styles. */
export class BlockReader {
  readonly blocks: BlockJson[] = [];
  private readonly lists: ListStack;
  /** The quotation that the next paragraph of that style belongs to. */
  private quote: BlockOf<'quote'> | null = null;
  private captionForTable: Para | null = null;

  constructor(
    private readonly reading: RunReading,
    private readonly shelf: PictureShelf,
    private readonly kindOfList: (list: { id: string; level: number }) => { ordered: boolean; start: number } | null,
    /** How far headings move: a document whose crossheads are headings of level 1 has them one level up. */
    private readonly shift: 0 | 1,
  ) {
    // Other programs give the items of one list several numbers.
    this.lists = new ListStack(this.blocks, reading.exact);
  }

  read(items: readonly Item[]): this {
    for (const [index, item] of items.entries()) {
      if (item.kind === 'table') this.table(item);
      else this.paragraph(item, items[index + 1]);
    }
    this.flushCaption();
    return this;
  }

  private paragraph(para: Para, next: Item | undefined): void {
    const { role, pieces } = para;
    if (role !== 'Quote' && role !== 'QuoteAttribution') this.quote = null;
    const isHeading = role === 'Heading1' || role === 'Heading2' || role === 'Heading3' || role === 'Title';
    if (para.list && !isHeading) return this.item(para, para.list);
    if (role === 'ListContinue' && this.lists.continue(this.words(para), para.indent - 1)) return;
    this.lists.end();
    if (pieces.some(({ picture }) => picture)) return this.pictures(para);
    switch (role) {
      case 'Title':
      case 'Heading1':
        return this.heading(para, 2);
      case 'Heading2':
        return this.heading(para, this.shift === 1 ? 3 : 2);
      case 'Heading3':
        return this.heading(para, 3);
      case 'Quote':
        return this.quoted(para);
      case 'QuoteAttribution':
        return this.attributed(para);
      case 'IntenseQuote': {
        const content = this.inline(para);
        return void (content.length > 0 && this.blocks.push({ type: 'pullQuote', attrs: { speaker: null }, content }));
      }
      case 'PullQuoteAttribution':
        return this.pulled(para);
      case 'Related':
        return this.structured(para, relatedIn(para, this.reading), RELATED, (attrs) =>
          this.blocks.push({ type: 'related', attrs }),
        );
      case 'LinkCard':
        return this.structured(para, cardIn(para, this.reading), CARD, (attrs) => this.blocks.push({ type: 'embed', attrs }));
      case 'ThematicBreak':
        return void this.blocks.push({ type: 'horizontalRule' });
      case 'HTMLPreformatted':
        return this.code(para);
      case 'Caption':
      case 'Credit':
        return this.caption(para, next);
      case 'TableCaption':
        this.flushCaption();
        this.captionForTable = para;
        return;
      case 'Gap':
        return lineOf(pieces).trim() === '' ? undefined : this.plain(para);
      default:
        return this.plain(para);
    }
  }

  private inline(para: Para) {
    return inlineOf(para.pieces, this.reading);
  }

  private words(para: Para): Paragraph {
    const content = this.inline(para);
    return content.length > 0 ? { type: 'paragraph', content } : empty;
  }

  private plain(para: Para): void {
    const words = lineOf(para.pieces).trim();
    if (!this.reading.ours && /^(?:\*[ \u00a0]?){3,}$|^(?:[-–—_][ \u00a0]?){3,}$/u.test(words))
      this.blocks.push({ type: 'horizontalRule' });
    else if (words !== '' || this.reading.ours) this.blocks.push(this.words(para));
  }

  private heading(para: Para, level: 2 | 3): void {
    const content = this.inline(para);
    if (content.length > 0) this.blocks.push({ type: 'heading', attrs: { level }, content });
  }

  private item(para: Para, list: { id: string; level: number }): void {
    const kind = this.kindOfList(list);
    if (kind === null) this.plain(para);
    else this.lists.item(this.words(para), { ...list, level: this.depthOf(para, list.level) }, kind);
  }

  /** What stands in further than the ninth level of a document of Stet's is deeper than Word can say. */
  private depthOf({ indent }: Para, level: number): number {
    return this.reading.ours && level === DEEPEST_LEVEL ? Math.max(level, indent - 1) : level;
  }

  private quoted(para: Para): void {
    const paragraph = this.words(para);
    if (this.quote) this.quote.content?.push(paragraph);
    else {
      const attrs = { speaker: null, role: null, sourceTitle: null, sourceUrl: null, saidOn: null };
      this.quote = { type: 'quote', attrs, content: [paragraph] };
      this.blocks.push(this.quote);
    }
  }

  /** A line that says who, what or where to, as `attrs`; null makes it the paragraph that it looks like. */
  private structured<A>(para: Para, attrs: A | null, roles: readonly string[], put: (attrs: A) => void): void {
    if (attrs === null) return this.plain(para);
    put(attrs);
    this.reading.leftOut.push(...looseWords(para, roles, this.reading.ours));
  }

  private attributed(para: Para): void {
    const { quote } = this;
    this.quote = null;
    this.structured(para, quote && attributionIn(para, this.reading), ATTRIBUTION, (attrs) => quote && (quote.attrs = attrs));
  }

  private pulled(para: Para): void {
    const last = this.blocks.at(-1);
    const pull = last?.type === 'pullQuote' ? last : null;
    this.structured(para, pull && pulledBy(para), PULLED, (attrs) => pull && (pull.attrs = attrs));
  }

  private code(para: Para): void {
    const text = para.pieces.map(({ text }) => text).join('');
    const last = this.blocks.at(-1);
    // Other programs have a paragraph for each line of code.
    if (!this.reading.ours && last?.type === 'codeBlock')
      last.content = [{ type: 'text', text: `${last.content?.[0]?.text ?? ''}\n${text}` }];
    else if (text !== '') this.blocks.push({ type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text }] });
  }

  private pictures({ pieces, ...para }: Para): void {
    for (const part of betweenPictures(pieces)) {
      const attrs = Array.isArray(part) ? null : readFigure(part, this.shelf);
      if (Array.isArray(part)) this.plain({ ...para, pieces: part });
      else if (attrs) this.blocks.push({ type: 'figure', attrs });
    }
  }

  private caption(para: Para, next: Item | undefined): void {
    const last = this.blocks.at(-1);
    const key = para.role === 'Credit' ? 'credit' : 'caption';
    const text = this.reading.ours ? lineOf(para.pieces) : lineOf(para.pieces).trim();
    if (last?.type === 'figure' && last.attrs?.[key] === '' && fits('figure', { ...last.attrs, [key]: text }))
      last.attrs = { ...last.attrs, [key]: text };
    else if (next?.kind === 'table') this.captionForTable = para;
    else if (last?.type === 'table' && last.attrs?.caption === '' && fits('table', { ...last.attrs, caption: text }))
      last.attrs = { ...last.attrs, caption: text };
    else this.plain(para);
  }

  private flushCaption(): void {
    const waiting = this.captionForTable;
    this.captionForTable = null;
    if (waiting) this.plain(waiting);
  }

  private table(item: TableItem): void {
    this.quote = null;
    this.lists.end();
    if (item.box) {
      this.flushCaption();
      return this.box(item);
    }
    const given = this.captionForTable ? lineOf(this.captionForTable.pieces) : '';
    const caption = this.reading.ours ? given : given.trim();
    if (!fits('table', { headerRow: item.headerRow, caption })) this.flushCaption();
    const named = this.captionForTable !== null;
    this.captionForTable = null;
    const before = this.reading.leftOut.length;
    const rows = item.rows.map((cells) => cells.map((cell) => this.inside(cell).blocks));
    // A table that lays out a page is read through.
    if (!areWords(rows)) {
      this.reading.leftOut.length = before;
      for (const cells of item.rows) for (const cell of cells) this.read(cell);
      return;
    }
    const table = tableOf(rows, { headerRow: item.headerRow, caption: named ? caption : '' });
    if (table) this.blocks.push(table);
  }

  private box(item: TableItem): void {
    const [first, ...rest] = item.rows.flat(2);
    const titled = first?.kind === 'paragraph' && first.role === 'FactBoxTitle';
    const title = titled ? lineOf(first.pieces) : '';
    const box = boxOf(title, this.inside(titled ? rest : item.rows.flat(2)).blocks);
    if (box && fits('factBox', { title })) this.blocks.push(box);
    else this.read(item.rows.flat(2));
  }

  private inside(items: readonly Item[]): BlockReader {
    return new BlockReader(this.reading, this.shelf, this.kindOfList, this.shift).read(items);
  }
}

/** Blocks as the page takes them; a document of this kind has no lines. */
export const rawBlocks = (blocks: readonly BlockJson[]): RawBlock[] => blocks.map((block) => ({ line: null, block }));
