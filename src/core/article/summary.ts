import type { Article } from './article';
import { countWords } from './countWords';
import type { Status } from './fields';
import type { BlockJson, DocJson, InlineJson, MarkJson } from '../document/json';

/** What the library list and the index know of an article. Derived; never the only copy of anything. */
export interface ArticleSummary {
  id: string;
  revision: number;
  createdAt: number;
  editedAt: number;
  trashedAt: number | null;
  slug: string;
  kicker: string;
  headline: string;
  /** The first words of the body, at most 160 characters. */
  opening: string;
  section: string[];
  tags: string[];
  language: string;
  status: Status;
  words: number;
  /** Speakers of quotations, block and inline, each pair once, in order of appearance. */
  people: QuotedPerson[];
}

export interface QuotedPerson {
  name: string;
  role: string | null;
}

interface BlockFigures {
  words: number;
  people: QuotedPerson[];
}

// Saves replace only the blocks that changed, so the others keep their identity and their count.
const known = new WeakMap<object, BlockFigures>();

/** The text of a run of inline content; a hard break counts as a line feed, a link that shows a headline as an ellipsis: one unit each, as in the document. */
export function inlineText(content: readonly InlineJson[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : node.type === 'articleLink' ? '…' : '\n')).join('');
}

/** The words inside a block, one textblock a line; attributes (speaker, title of a "read also") not included. */
export function blockText(block: BlockJson): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
    case 'pullQuote':
      return inlineText(block.content);
    case 'related':
    case 'embed':
    case 'figure':
    case 'horizontalRule':
      return '';
    default:
      return (block.content ?? []).map((child) => blockText(child)).join('\n');
  }
}

function figuresOf(block: BlockJson, language: string): BlockFigures {
  let figures = known.get(block);
  if (!figures) {
    figures = { words: countWords(blockText(block), language), people: peopleIn(block) };
    known.set(block, figures);
  }
  return figures;
}

/** Who is named as the speaker of a block quotation, or of words inside the sentences of a block. */
function peopleIn(node: { type: string; attrs?: unknown; marks?: MarkJson[]; content?: readonly object[] }): QuotedPerson[] {
  const said = (node.type === 'quote' ? node.attrs : node.marks?.find(({ type }) => type === 'speech')?.attrs) as
    { speaker: string | null; role: string | null } | undefined;
  const own = said?.speaker ? [{ name: said.speaker, role: said.role }] : [];
  return [...own, ...(node.content ?? []).flatMap((child) => peopleIn(child as typeof node))];
}

function openingOf(blocks: readonly BlockJson[]): string {
  for (const block of blocks) {
    const text = block.type === 'paragraph' ? inlineText(block.content).trim() : '';
    if (text !== '')
      return text.length > 160
        ? `${text
            .slice(0, 159)
            .toWellFormed()
            .replace(/\ufffd$/u, '')}…`
        : text;
  }
  return '';
}

/** Words of standfirst and body: what a desk counts. */
export function wordsOf(doc: DocJson): number {
  const [, , standfirst, ...blocks] = doc.content;
  return blocks.reduce(
    (sum, block) => sum + figuresOf(block, doc.attrs.language).words,
    countWords(inlineText(standfirst.content), doc.attrs.language),
  );
}

/** Reads ahead for `summarise`, one block at least and until it is `enough`; true when nothing is left to read. */
export function readAhead({ doc }: Article, enough: () => boolean): boolean {
  let some = false;
  for (const block of doc.content.slice(3) as readonly BlockJson[]) {
    if (known.has(block)) continue;
    if (some && enough()) return false;
    figuresOf(block, doc.attrs.language);
    some = true;
  }
  return true;
}

/** The summary of an article. Costs only the blocks not seen before. */
export function summarise(article: Article): ArticleSummary {
  const { doc } = article;
  const [kicker, headline, , ...blocks] = doc.content;
  const people = new Map<string, QuotedPerson>();
  for (const block of blocks) {
    for (const person of figuresOf(block, doc.attrs.language).people) people.set(`${person.name}\n${person.role ?? ''}`, person);
  }
  return {
    id: article.id,
    revision: article.revision,
    createdAt: article.createdAt,
    editedAt: article.editedAt,
    trashedAt: article.trashedAt,
    slug: doc.attrs.slug,
    kicker: inlineText(kicker.content),
    headline: inlineText(headline.content),
    opening: openingOf(blocks),
    section: doc.attrs.section,
    tags: doc.attrs.tags,
    language: doc.attrs.language,
    status: doc.attrs.status,
    words: wordsOf(doc),
    people: [...people.values()],
  };
}
