import type { BlockName } from '../../document/blockNames';
import type { BlockJson, BlockOf } from '../../document/json';
import { inlineText } from '../../article/summary';
import { quoteMarksOf } from '../../typography/quoteMarks';
import { StetError } from '../../errors';
import { dayInWords } from '../html/dates';

type PlainWriters = { [B in BlockName]: (block: BlockOf<B>, language: string) => string };

/** How each block reads where there is nothing but text: the words, and as few signs around them as tell what they are. */
const plainWriters = {
  paragraph: (block) => inlineText(block.content),
  heading: (block) => inlineText(block.content),
  bulletList: (block, language) => (block.content ?? []).map((item) => entry('- ', item, language)).join('\n'),
  orderedList: (block, language) =>
    (block.content ?? []).map((item, index) => entry(`${(block.attrs?.start ?? 1) + index}. `, item, language)).join('\n'),
  listItem: (block, language) => (block.content ?? []).map((child) => plainBlock(child, language)).join('\n'),
  quote: (block, language) => {
    const paragraphs = (block.content ?? []).map((child) => inlineText(child.content));
    const said = attribution(block, language);
    return [...inMarks(paragraphs, language), ...(said === '' ? [] : [`— ${said}`])].join('\n\n');
  },
  pullQuote: (block) => {
    const speaker = block.attrs?.speaker ?? '';
    return [inlineText(block.content), ...(speaker === '' ? [] : [`— ${speaker}`])].join('\n\n');
  },
  factBox: (block, language) =>
    [block.attrs?.title ?? '', ...(block.content ?? []).map((child) => plainBlock(child, language))]
      .filter((part) => part !== '')
      .join('\n\n'),
  related: (block) => {
    const { label = '', title = '' } = block.attrs ?? {};
    return label === '' || title === '' ? label || title : `${label}${/\p{P}\s*$/u.test(label) ? '' : ':'} ${title}`;
  },
  embed: (block) => {
    const { url = null, title = '', provider = '', description = '' } = block.attrs ?? {};
    return [title, description, provider, url ?? ''].filter((line) => line !== '').join('\n');
  },
  table: (block, language) =>
    [block.attrs?.caption ?? '', ...(block.content ?? []).map((row) => plainBlock(row, language))]
      .filter((line) => line.trim() !== '')
      .join('\n'),
  // As a spreadsheet takes it.
  tableRow: (block, language) => (block.content ?? []).map((cell) => plainBlock(cell, language)).join('\t'),
  tableCell: (block) => (block.content ?? []).map((child) => inlineText(child.content).replace(/\n/gu, ' ')).join(' '),
  figure: ({ attrs }) => [attrs?.caption, attrs?.credit].filter(Boolean).join('\n'),
  codeBlock: (block) => inlineText(block.content),
  horizontalRule: () => '* * *',
} as const satisfies PlainWriters;

/** One block as plain text, without a line end behind it. Errors: `export/unknown-node`. */
export function plainBlock(block: BlockJson, language: string): string {
  if (!Object.hasOwn(plainWriters, block.type)) {
    throw new StetError(
      'export/unknown-node',
      'This article has a part that this version of Stet cannot write as plain text. Update Stet and export again.',
      { type: block.type },
    );
  }
  return (plainWriters[block.type] as (block: BlockJson, language: string) => string)(block, language);
}

function entry(lead: string, item: BlockOf<'listItem'>, language: string): string {
  const indent = ' '.repeat(lead.length);
  return `${lead}${plainBlock(item, language).replace(/\n(?=.)/gu, `\n${indent}`)}`;
}

/**
 * The words of a block quotation in the marks of the language, since nothing else says where they begin and end; words that
 * have marks of their own stay as they are. Of several paragraphs each opens and the last one closes (Associated Press
 * Stylebook, "quotation marks": running quotations).
 */
function inMarks(paragraphs: readonly string[], language: string): string[] {
  const { levels, accepted } = quoteMarksOf(language);
  const [open, close] = levels[0] ?? ['“', '”'];
  const own = [...levels, ...accepted].flat();
  if (own.some((mark) => paragraphs.some((text) => text.trimStart().startsWith(mark) || text.trimEnd().endsWith(mark))))
    return [...paragraphs];
  const space = language.toLowerCase().startsWith('fr') ? '\u202f' : '';
  return paragraphs.map((text, at) => `${open}${space}${text}${at === paragraphs.length - 1 ? `${space}${close}` : ''}`);
}

function attribution({ attrs }: BlockOf<'quote'>, language: string): string {
  if (!attrs) return '';
  const { speaker, role, sourceTitle, saidOn } = attrs;
  return [speaker, role, sourceTitle, saidOn === null ? null : dayInWords(saidOn, language)]
    .filter((part) => part !== null && part !== '')
    .join(', ');
}
