import type { BlockName } from '../../document/blockNames';
import type { BlockJson, BlockOf } from '../../document/json';
import { inlineText } from '../../article/summary';
import { dated, linked, run, unknownNode, writeInline } from './writeInline';
import { writePicture } from './writePicture';
import { para } from './paragraph';
import { DEEPEST_LEVEL, STEP, type WordDocument } from './wordDocument';
import { el, val } from './xml';

type BlockWriters = { [B in BlockName]: (block: BlockOf<B>, word: WordDocument) => string };

/** A paragraph that keeps two things apart which a word processor would join, and stands for nothing. */
export const gap = para('Gap', '');

/** How each block is written: what it is stands in a style, so that it survives what a word processor does to looks. */
const blockWriters = {
  paragraph: (block, word) => para(null, writeInline(word, block.content)),
  heading: (block, word) => para(block.attrs?.level === 3 ? 'Heading3' : 'Heading2', writeInline(word, block.content)),
  bulletList: (block, word) => writeList(block, word, 0),
  orderedList: (block, word) => writeList(block, word, 0),
  listItem: (block, word) => writeBlocks(block.content ?? [], word),
  quote: (block, word) => {
    const words = (block.content ?? []).map((paragraph) => para('Quote', writeInline(word, paragraph.content)));
    const who = attribution(block, word);
    return `${words.join('')}${who === '' ? '' : para('QuoteAttribution', `${run(word, '— ')}${who}`)}`;
  },
  pullQuote: ({ attrs, content }, word) => {
    const speaker = attrs?.speaker ?? null;
    const who = speaker === null ? '' : para('PullQuoteAttribution', `${run(word, '— ')}${run(word, speaker, 'PersonName')}`);
    return `${para('IntenseQuote', writeInline(word, content))}${who}`;
  },
  factBox: ({ attrs, content }, word) => {
    const title = attrs?.title ?? '';
    const inside = `${title === '' ? '' : para('FactBoxTitle', run(word, title))}${writeBlocks(content ?? [], word)}`;
    return tableOf('FactBox', [el('w:tr', {}, cellOf(WIDTH, inside))], 1);
  },
  related: ({ attrs }, word) => {
    const { label = '', title = '', target = null } = attrs ?? {};
    const url = target && 'url' in target ? target.url : null;
    const lead = label === '' ? '' : `${run(word, label, 'Label')}${run(word, /[\p{P}]\s*$/u.test(label) ? ' ' : ': ')}`;
    return para('Related', `${lead}${piece(word, title, url)}`);
  },
  embed: ({ attrs }, word) => {
    const { url = null, title = '', provider = '', description = '' } = attrs ?? {};
    const lines = [piece(word, title, url), run(word, description, 'Description'), run(word, provider, 'Provider')];
    return para('LinkCard', lines.filter((line) => line !== '').join('<w:r><w:br/></w:r>'));
  },
  table: ({ attrs, content = [] }, word) => {
    const { headerRow = true, caption = '' } = attrs ?? {};
    const columns = content.reduce((most, row) => Math.max(most, row.content?.length ?? 0), 1);
    const rows = content.map((row, index) => writeRow(row, word, headerRow && index === 0, columns));
    return `${caption === '' ? '' : para('TableCaption', run(word, caption))}${tableOf('TableGrid', rows, columns)}`;
  },
  tableRow: (row, word) => writeRow(row, word, false, row.content?.length ?? 1),
  tableCell: (cell, word) => cellOf(WIDTH, writeBlocks(cell.content ?? [], word)),
  figure: ({ attrs }, word) => (attrs ? writePicture(attrs, word, 'Picture') : ''),
  codeBlock: ({ content }, word) => para('HTMLPreformatted', run(word, inlineText(content))),
  horizontalRule: (_block, word) => para('ThematicBreak', run(word, '* * *')),
} as const satisfies BlockWriters;

/** Blocks of the body, one below the other. Errors: `export/unknown-node`. */
export function writeBlocks(blocks: readonly BlockJson[], word: WordDocument): string {
  let xml = '';
  for (const [index, block] of blocks.entries()) {
    if (!Object.hasOwn(blockWriters, block.type)) throw unknownNode(block.type);
    if (joins(blocks[index - 1], block)) xml += gap;
    xml += (blockWriters[block.type] as (block: BlockJson, word: WordDocument) => string)(block, word);
  }
  return xml;
}

const isBoxed = ({ type }: BlockJson): boolean => type === 'table' || type === 'factBox';

/** Two quotations in a row would be one, and so would two tables. */
function joins(before: BlockJson | undefined, block: BlockJson): boolean {
  if (before === undefined) return false;
  return (before.type === 'quote' && block.type === 'quote') || (isBoxed(before) && isBoxed(block));
}

/** The width of the text, in twentieths of a point: A4 with margins of an inch. */
const WIDTH = 9026;

/** A table is always followed by a paragraph: in a cell and at the end of a document it must be (ECMA-376, part 1, section 17.4.66). */
function tableOf(style: 'TableGrid' | 'FactBox', rows: readonly string[], columns: number): string {
  const properties = [
    val('w:tblStyle', style),
    el('w:tblW', { 'w:w': 5000, 'w:type': 'pct' }),
    el('w:tblLook', { 'w:val': '0420', 'w:firstRow': 1, 'w:noVBand': 1 }),
  ];
  const grid = Array<string>(columns).fill(el('w:gridCol', { 'w:w': Math.floor(WIDTH / columns) }));
  return `${el('w:tbl', {}, el('w:tblPr', {}, ...properties), el('w:tblGrid', {}, ...grid), ...rows)}${gap}`;
}

function writeRow({ content = [] }: BlockOf<'tableRow'>, word: WordDocument, heading: boolean, columns: number): string {
  const width = Math.floor(WIDTH / columns);
  const cells = content.map(({ content: inside = [] }) =>
    cellOf(
      width,
      heading ? inside.map((each) => para('TableHeading', writeInline(word, each.content))).join('') : writeBlocks(inside, word),
    ),
  );
  return el('w:tr', {}, heading ? el('w:trPr', {}, '<w:cantSplit/><w:tblHeader/>') : '', ...cells);
}

const cellOf = (width: number, inside: string): string =>
  el('w:tc', {}, el('w:tcPr', {}, el('w:tcW', { 'w:w': width, 'w:type': 'dxa' })), inside === '' ? para(null, '') : inside);

/** A list: the first paragraph of each item has its sign, the others stand in as far. */
function writeList(list: BlockOf<'bulletList' | 'orderedList'>, word: WordDocument, depth: number): string {
  const level = Math.min(depth, DEEPEST_LEVEL);
  const ordered = list.type === 'orderedList';
  const number = word.list(ordered, level, list.type === 'orderedList' ? (list.attrs?.start ?? 1) : 1);
  const sign = el('w:numPr', {}, val('w:ilvl', level), val('w:numId', number));
  const further = el('w:ind', { 'w:left': STEP * (depth + 1) });
  // Word knows nine levels; what is deeper is of the ninth, and stands in further.
  const deeper = depth > level ? el('w:ind', { 'w:left': STEP * (depth + 1), 'w:hanging': STEP }) : '';
  const items = (list.content ?? []).map(({ content = [] }) =>
    content
      .map((child, index) => {
        if (child.type !== 'paragraph') return writeList(child, word, depth + 1);
        const runs = writeInline(word, child.content);
        return index === 0
          ? para(ordered ? 'ListNumber' : 'ListBullet', runs, `${sign}${deeper}`)
          : para('ListContinue', runs, further);
      })
      .join(''),
  );
  return items.join('');
}

/** A piece by its title; without one, its address, which is not a title. */
export function piece(word: WordDocument, title: string, url: string | null): string {
  if (url === null) return run(word, title, 'PieceTitle');
  return linked(word, url, title === '' ? run(word, url, 'Hyperlink') : run(word, title, 'PieceTitle', LINK_LOOK));
}

/** The look of a link on words whose style says something else. */
export const LINK_LOOK = `${val('w:color', '1F4E99')}${val('w:u', 'single')}`;

function attribution({ attrs }: BlockOf<'quote'>, word: WordDocument): string {
  if (!attrs) return '';
  const { speaker, role, sourceTitle, sourceUrl, saidOn } = attrs;
  const source =
    sourceTitle === null
      ? sourceUrl === null
        ? ''
        : run(word, sourceUrl, 'Hyperlink')
      : run(word, sourceTitle, 'Source', sourceUrl === null ? '' : LINK_LOOK);
  return [
    run(word, speaker ?? '', 'PersonName'),
    run(word, role ?? '', 'PersonRole'),
    sourceUrl === null ? source : linked(word, sourceUrl, source),
    saidOn === null ? '' : dated(word, saidOn),
  ]
    .filter((part) => part !== '')
    .join(run(word, ', '));
}
