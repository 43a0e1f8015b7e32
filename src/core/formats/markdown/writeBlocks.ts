import { StetError } from '../../errors';
import type { BlockAttributes } from '../../document/attributes';
import type { BlockName } from '../../document/blockNames';
import type { BlockJson, BlockOf, InlineJson } from '../../document/json';
import { writeAttribution, writeSource } from './attribution';
import { escapeAttribute, escapeDash } from './escape';
import { CAPTION, CARD } from './signs';
import { writeCallout } from './writeCallout';
import { writeTable } from './writeTable';
import { indented } from './indented';
import { writePicture } from './pictures';
import { longestRun, writeInline } from './writeInline';

/** What a block must know of its place. */
interface Beside {
  /** Follows a list of the same kind: other markers keep the two apart. */
  other: boolean;
  /** Follows a table, which takes a paragraph that looks like its caption. */
  belowTable: boolean;
}
type Writer<B extends BlockName> = (block: BlockOf<B>, beside: Beside) => string;

const writers = {
  paragraph: ({ content }, { belowTable }) => {
    const written = writeInline(content, { boldAsTag: looksRelated(content) || looksLikeCard(content) });
    return belowTable && written.startsWith(CAPTION) ? written.replace(':', '\\:') : written;
  },
  heading: ({ attrs, content }) => `${'#'.repeat(attrs?.level ?? 2)} ${writeInline(content, { oneLine: true })}`,
  bulletList: ({ content }, { other }) => writeItems(content, () => (other ? '* ' : '- ')),
  orderedList: ({ attrs, content }, { other }) => {
    const start = attrs?.start ?? 1;
    // Ten digits are no list marker any more (CommonMark 0.31 section 5.2); only the first number counts.
    return writeItems(content, (index) => `${Math.min(start + index, 999_999_999)}${other ? ')' : '.'} `);
  },
  listItem: ({ content }) => writeBlocks(content, tight({ type: 'listItem', content }) ? '\n' : '\n\n'),
  quote: ({ attrs, content }) => {
    const attribution = attrs ? writeAttribution(attrs) : null;
    const paragraphs = (content ?? []).map((paragraph) => writeBlock(paragraph, alone));
    const last = paragraphs.pop();
    if (last !== undefined) paragraphs.push(attribution === null ? escapeDash(last) : last);
    return indented([...paragraphs, ...(attribution === null ? [] : [attribution])].join('\n\n'), '> ', '> ');
  },
  related: ({ attrs }) => {
    const { label, title, target } = attrs ?? { label: '', title: '', target: null };
    const name = label === '' ? '→' : `${escapeAttribute(label).replace(/\\!$/u, '!')}:`;
    return `**${name}** ${writeSource(title, target && 'url' in target ? target.url : null)}`;
  },
  pullQuote: ({ attrs, content }) => {
    const speaker = attrs?.speaker ?? null;
    const attribution = speaker === null ? null : writeAttribution({ ...nobody, speaker });
    const words = writeInline(content);
    return writeCallout('PULLQUOTE', '', attribution === null ? escapeDash(words) : `${words}\n\n${attribution}`);
  },
  factBox: ({ attrs, content }) => writeCallout('FACTBOX', attrs?.title ?? '', writeBlocks(content)),
  embed: ({ attrs }) => {
    const { url = null, title = '', provider = '', description = '' } = attrs ?? {};
    const source = title === '' && url === null ? '' : ` ${writeSource(title, url)}`;
    const from = provider === '' ? '' : ` · ${writeSource(provider, null)}`;
    return `**${CARD}**${source}${from}${description === '' ? '' : `\\\n${escapeAttribute(description)}`}`;
  },
  table: writeTable,
  tableRow: (row) => writeTable({ type: 'table', content: [row] }),
  tableCell: (cell) => writeTable({ type: 'table', content: [{ type: 'tableRow', content: [cell] }] }),
  figure: ({ attrs }) => (attrs ? writePicture(attrs) : ''),
  codeBlock: ({ attrs, content }) => {
    const text = (content ?? []).map((node) => node.text).join('');
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}${attrs?.language ?? ''}\n${text}\n${fence}`;
  },
  horizontalRule: () => '***', // `---` at the top of a file would begin front matter
} satisfies { [B in BlockName]: Writer<B> };

const alone: Beside = { other: false, belowTable: false };
const nobody: BlockAttributes['quote'] = { speaker: null, role: null, sourceTitle: null, sourceUrl: null, saidOn: null };

/** Blocks as GitHub Flavored Markdown, without a line end after the last. Errors: `export/unknown-node`. */
export function writeBlocks(blocks: readonly BlockJson[] | undefined, between = '\n\n'): string {
  const parts: string[] = [];
  let before: BlockJson | null = null;
  let other = false;
  for (const block of blocks ?? []) {
    if (block.type === 'paragraph' && (block.content ?? []).length === 0) continue; // stands only before a nested list
    other = before?.type === block.type && !other;
    parts.push(writeBlock(block, { other, belowTable: before?.type === 'table' }));
    before = block;
  }
  return parts.join(between);
}

function writeBlock(block: BlockJson, beside: Beside): string {
  const writer = Object.hasOwn(writers, block.type) ? (writers[block.type] as Writer<BlockName>) : null;
  if (!writer) {
    throw new StetError(
      'export/unknown-node',
      'This article has a part that Markdown export does not know. Update Stet, or export as JSON.',
    );
  }
  return writer(block as never, beside);
}

function writeItems(items: readonly BlockOf<'listItem'>[] | undefined, marker: (index: number) => string): string {
  const written = (items ?? []).map((item, index) => {
    const sign = marker(index);
    return indented(writeBlock(item, alone), sign, ' '.repeat(sign.length));
  });
  return written.join((items ?? []).every(tight) ? '\n' : '\n\n');
}

/** True for an item that needs no blank line: a paragraph, and perhaps a list under it that may interrupt it. */
function tight({ content = [] }: BlockOf<'listItem'>): boolean {
  const [paragraph, list, ...more] = content;
  if (paragraph?.type !== 'paragraph' || (paragraph.content ?? []).length === 0 || more.length > 0) return false;
  if (list === undefined) return true;
  if (list.type === 'paragraph' || (list.type === 'orderedList' && list.attrs?.start !== 1)) return false;
  return (list.content ?? []).every(tight);
}

/** An ordinary paragraph of exactly the shape of a "read also": bold label, space, link or emphasis. */
function looksRelated(content: readonly InlineJson[] | undefined): boolean {
  const [label, space, title, ...more] = content ?? [];
  if (label?.type !== 'text' || space?.type !== 'text' || title?.type !== 'text' || more.length > 0) return false;
  return label.marks?.[0]?.type === 'bold' && /:$|^→$/u.test(label.text) && space.text === ' ' && (title.marks ?? []).length > 0;
}

/** An ordinary paragraph that begins as a link card does. */
function looksLikeCard([first]: readonly InlineJson[] = []): boolean {
  return first?.type === 'text' && first.text === CARD && first.marks?.[0]?.type === 'bold';
}
