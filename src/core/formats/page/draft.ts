import { inlineText } from '../../article/summary';
import type { Fields, Person } from '../../article/fields';
import type { BlockJson, InlineJson } from '../../document/json';
import type { ImportContext, Imported, LeftOut } from '../format';

/** A block as the format delivered it; a line of plain text is a paragraph. */
export interface RawBlock {
  /** Line in the source, from 1; null where the format has no lines. */
  line: number | null;
  block: BlockJson;
}

/** What the format knows for certain (meta tags, front matter). Guesses never override it. */
export interface KnownHead extends Partial<
  Pick<
    Fields,
    | 'dateline'
    | 'section'
    | 'tags'
    | 'leadImage'
    | 'language'
    | 'canonicalUrl'
    | 'publishedAt'
    | 'updatedAt'
    | 'slug'
    | 'embargo'
    | 'corrections'
    | 'tagline'
  >
> {
  kicker?: string;
  headline?: string;
  standfirst?: InlineJson[];
  byline?: Person[];
  neighbours?: Imported['neighbours'];
}

/**
 * How much may be read into the blocks: `lines` for plain lines (everything is guessed), `page` for a format that
 * marks its own headings and headline (no headline, kicker or crosshead is guessed from the look of a line),
 * `nothing` for a page that says what everything is, such as Stet's own exports.
 */
export type Guess = 'lines' | 'page' | 'nothing';

/** A block on its way into the document. */
export interface Item {
  readonly line: number | null;
  /** What stands in the document for it; null when it is not part of the body. */
  block: BlockJson | null;
  /** Its words if it is a paragraph of one line or a heading, else null. */
  readonly text: string | null;
  /** How it was understood; null for "as it came". */
  becomes: string | null;
}

/**
 * A page while it is being understood. Every recogniser takes items out of the body or changes them, and says where
 * their characters went: a field, `leaveOut`, or `furniture` (label text and separators whose meaning is now structure).
 */
export class PageDraft {
  readonly items: Item[];
  readonly leftOut: LeftOut[];
  /** Label text and separators: the only characters of the source that stand in neither the result nor the report. */
  readonly furniture: string[] = [];
  headline: string | null;
  kicker: string | null;
  section: string[] | null;
  byline: Person[] | null;
  readonly neighbours: Imported['neighbours'];

  constructor(
    blocks: readonly RawBlock[],
    readonly known: KnownHead,
    readonly context: ImportContext,
    readonly guess: Guess,
    /** Of the article, as far as it could be told. */
    readonly language: string,
    leftOut: readonly LeftOut[] = [],
  ) {
    this.items = blocks.map(({ line, block }) => ({ line, block, text: wordsOf(block), becomes: null }));
    this.leftOut = [...leftOut];
    this.headline = known.headline ?? null;
    this.kicker = known.kicker ?? null;
    this.section = known.section ?? null;
    this.byline = known.byline ?? null;
    this.neighbours = { seriesName: null, previous: null, next: null, ...known.neighbours };
  }

  /** Items that no recogniser has taken, in order. */
  free(): Item[] {
    return this.items.filter((item) => item.becomes === null && item.block !== null);
  }

  /** Takes an item out of the body: its characters now stand elsewhere. */
  take(item: Item, becomes: string): void {
    item.block = null;
    item.becomes = becomes;
  }

  /** Reports words that are not taken over. */
  leaveOut(item: Item, text: string, why: string): void {
    if (text !== '') this.leftOut.push({ line: item.line, text, why });
  }
}

function wordsOf(block: BlockJson): string | null {
  if (block.type !== 'paragraph' && block.type !== 'heading') return null;
  if (block.content?.some((node) => node.type === 'hardBreak')) return null;
  return inlineText(block.content);
}
