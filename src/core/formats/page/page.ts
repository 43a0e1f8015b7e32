import { blankFields } from '../../article/fields';
import { slugFrom } from '../../article/slug';
import type { BlockJson, DocJson, InlineJson } from '../../document/json';
import { blockText } from '../../article/summary';
import { checkDocument } from '../../document/schema';
import type { ImportContext, Imported, LeftOut, Understood } from '../format';
import { PageDraft, type Guess, type Item, type KnownHead, type RawBlock } from './draft';
import { detectLanguage } from './language';
import { recogniseAttribution } from './recognise/attribution';
import { recogniseBreadcrumb } from './recognise/breadcrumb';
import { recogniseByline } from './recognise/byline';
import { recogniseCrossheads } from './recognise/crosshead';
import { recogniseHeadline, recogniseKicker } from './recognise/headline';
import { recogniseNeighbours } from './recognise/neighbours';
import { recogniseRelated } from './recognise/related';

export type { Guess, KnownHead, RawBlock } from './draft';

/** Everything that is looked for on a page, in the order in which it is looked for. */
const onPage: readonly ((page: PageDraft) => void)[] = [
  recogniseBreadcrumb,
  recogniseNeighbours,
  recogniseKicker,
  recogniseHeadline,
  recogniseByline,
  recogniseRelated,
  recogniseAttribution,
  recogniseCrossheads,
];
/** What is looked for in a fragment pasted into a text: nothing that belongs to the head or stands beside the article. */
const inFragment: readonly ((page: PageDraft) => void)[] = [recogniseRelated, recogniseAttribution];

/**
 * An article from the blocks of a page: finds what is certain (breadcrumb, headline, by-line, crossheads, "read also",
 * attributed quotations, previous and next) and leaves everything else a block as it came. No word is changed; what is
 * not taken over is in `leftOut`, after the entries given. Errors: those of `checkDocument`.
 */
export function assemble(
  blocks: readonly RawBlock[],
  known: KnownHead,
  context: ImportContext,
  leftOut: readonly LeftOut[] = [],
  guess: Guess = 'page',
): Imported {
  return understand(blocks, known, context, leftOut, guess).imported;
}

/** As `assemble`, and says which characters of the source became structure ("Previous article", the colon after "Read"). */
export function understand(
  blocks: readonly RawBlock[],
  known: KnownHead,
  context: ImportContext,
  leftOut: readonly LeftOut[] = [],
  guess: Guess = 'page',
): { imported: Imported; furniture: readonly string[] } {
  const language =
    known.language ?? (guess === 'nothing' || context.part === 'fragment' ? context.language : languageOf(blocks, context));
  const page = new PageDraft(blocks, known, context, guess, language, leftOut);
  if (guess !== 'nothing') for (const recognise of context.part === 'page' ? onPage : inFragment) recognise(page);
  const doc = checkDocument(documentOf(page));
  return {
    imported: { doc, neighbours: page.neighbours, leftOut: page.leftOut, lines: linesOf(page) },
    furniture: page.furniture,
  };
}

const slugOf = ({ part, name }: ImportContext): string =>
  part === 'page' && name !== null ? slugFrom(name.replace(/\.[^.]{1,10}$/u, '')) : '';

/** As told by the words; the context's own tag when that only says more about the same language (`en-GB`). */
function languageOf(blocks: readonly RawBlock[], { language }: ImportContext): string {
  let sample = '';
  for (const { block } of blocks) {
    if (sample.length >= 20_000) break;
    if (block.type === 'paragraph') sample += ` ${blockText(block)}`;
  }
  const told = detectLanguage(sample);
  return told === null || told === language.split('-')[0] ? language : told;
}

function documentOf(page: PageDraft): DocJson {
  const { known } = page;
  const body = page.items.flatMap((item) => (item.block === null ? [] : [item.block]));
  return {
    type: 'doc',
    attrs: {
      ...blankFields(page.language),
      slug: known.slug ?? slugOf(page.context),
      byline: page.byline ?? [],
      dateline: known.dateline ?? null,
      section: page.section ?? [],
      tags: known.tags ?? [],
      leadImage: known.leadImage ?? null,
      canonicalUrl: known.canonicalUrl ?? null,
      publishedAt: known.publishedAt ?? null,
      updatedAt: known.updatedAt ?? null,
      embargo: known.embargo ?? null,
      corrections: known.corrections ?? [],
      tagline: known.tagline ?? '',
    },
    content: [
      { type: 'kicker', ...filled(words(page.kicker)) },
      { type: 'headline', ...filled(words(page.headline)) },
      { type: 'standfirst', ...filled(known.standfirst ?? []) },
      ...(body.length > 0 ? body : [{ type: 'paragraph' as const }]),
    ],
  };
}

const words = (text: string | null): InlineJson[] => (text === null || text === '' ? [] : [{ type: 'text', text }]);
const filled = (content: InlineJson[]): { content?: InlineJson[] } => (content.length > 0 ? { content } : {});

function linesOf(page: PageDraft): Understood[] {
  return page.items.flatMap((item) => (item.line === null ? [] : [{ line: item.line, becomes: becomes(item) }]));
}

const names: Record<BlockJson['type'], string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  bulletList: 'list',
  orderedList: 'list',
  listItem: 'list',
  quote: 'quote words',
  pullQuote: 'pull quote',
  factBox: 'fact box',
  related: 'related',
  embed: 'link card',
  table: 'table',
  tableRow: 'table',
  tableCell: 'table',
  figure: 'picture',
  codeBlock: 'code',
  horizontalRule: 'rule',
};

function becomes(item: Item): string {
  if (item.becomes !== null) return item.becomes;
  if (item.block === null) return 'left out';
  return item.block.type === 'heading' ? `heading ${item.block.attrs?.level ?? 2}` : names[item.block.type];
}
