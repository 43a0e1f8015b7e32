import { inlineText } from '../../article/summary';
import type { BlockName } from '../../document/blockNames';
import type { BlockJson, BlockOf } from '../../document/json';
import type { Picture } from '../../article/picture';
import { dayInWords } from '../html/dates';
import { startTag, worded } from '../html/element';
import { escapeText, publicHref } from '../html/escape';
import { unknownNode, writeInline } from '../html/inline';

type BlockWriters = { [B in BlockName]: (block: BlockOf<B>, language: string) => string };

/** A block of WordPress's editor: its name and settings stand in comments around its markup (block grammar, WordPress 5.0 and later). */
export function block(name: string, markup: string, settings: Readonly<Record<string, unknown>> = {}): string {
  const said = Object.keys(settings).length === 0 ? '' : `${attributes(settings)} `;
  return `<!-- wp:${name} ${said}-->\n${markup}\n<!-- /wp:${name} -->`;
}

/** Settings as the editor's own serializer writes them (`serializeAttributes`): JSON in which nothing can end the comment around it. */
export const attributes = (settings: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(settings)
    .replaceAll('\\\\', '\\u005c')
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022');

export const paragraph = (markup: string): string => block('paragraph', `<p>${markup}</p>`);

/** How each block is written, as the editor itself saves it, so that none opens as “unexpected content”. */
const blockWriters = {
  paragraph: ({ content }) => paragraph(writeInline(content)),
  heading: ({ attrs, content }) => heading(attrs?.level ?? 2, writeInline(content)),
  bulletList: (list) => writeList(list),
  orderedList: (list) => writeList(list),
  listItem: (item) => writeItem(item),
  quote: (quote, language) => {
    const who = attribution(quote, language);
    const words = (quote.content ?? []).map((each) => paragraph(writeInline(each.content))).join('\n\n');
    return block('quote', `<blockquote class="wp-block-quote">${words}${who === '' ? '' : `<cite>${who}</cite>`}</blockquote>`);
  },
  pullQuote: ({ attrs, content }) => {
    const who = attrs?.speaker ? worded('cite', {}, attrs.speaker) : '';
    const words = `<blockquote><p>${writeInline(content)}</p>${who}</blockquote>`;
    return block('pullquote', `<figure class="wp-block-pullquote">${words}</figure>`);
  },
  factBox: ({ attrs, content }, language) => {
    const title = attrs?.title ? [heading(3, escapeText(attrs.title))] : [];
    const filled = (content ?? []).filter((each) => each.type !== 'paragraph' || each.content);
    const inside = [...title, ...filled.map((each) => writeBlock(each, language))].join('\n\n');
    return block('group', `<div class="wp-block-group">${inside}</div>`, { layout: { type: 'constrained' } });
  },
  related: ({ attrs }) => {
    const { label = '', title = '', target = null } = attrs ?? {};
    const lead = label === '' ? '' : `<strong>${escapeText(label)}${/[\p{P}]\s*$/u.test(label) ? '' : ':'}</strong> `;
    return paragraph(`${lead}${linked(title, target && 'url' in target ? target.url : null)}`);
  },
  embed: ({ attrs }) => {
    const { url = null, title = '', provider = '', description = '' } = attrs ?? {};
    const lines = [linked(title, url), escapeText(description), provider === '' ? '' : `<em>${escapeText(provider)}</em>`];
    return paragraph(lines.filter((line) => line !== '').join('<br>'));
  },
  table: ({ attrs, content = [] }) => {
    const { headerRow = true, caption = '' } = attrs ?? {};
    const [head, body] = headerRow ? [content.slice(0, 1), content.slice(1)] : [[], content];
    const part = (name: string, rows: readonly BlockOf<'tableRow'>[], cell: 'th' | 'td'): string =>
      rows.length === 0 ? '' : `<${name}>${rows.map((row) => writeRow(row, cell)).join('')}</${name}>`;
    const table = `<table>${part('thead', head, 'th')}${part('tbody', body, 'td')}</table>`;
    return block('table', `<figure class="wp-block-table">${table}${captioned(escapeText(caption))}</figure>`, {
      hasFixedLayout: false,
    });
  },
  tableRow: (row) => writeRow(row, 'td'),
  tableCell: (cell) => writeCell(cell, 'td'),
  figure: ({ attrs }) => (attrs ? image(attrs) : ''),
  codeBlock: ({ content }) => block('code', `<pre class="wp-block-code"><code>${escapeCode(inlineText(content))}</code></pre>`),
  horizontalRule: () => block('separator', '<hr class="wp-block-separator has-alpha-channel-opacity"/>'),
} as const satisfies BlockWriters;

/** One block. Errors: `export/unknown-node`. */
export function writeBlock(of: BlockJson, language: string): string {
  if (!Object.hasOwn(blockWriters, of.type)) throw unknownNode(of.type);
  return (blockWriters[of.type] as (of: BlockJson, language: string) => string)(of, language);
}

/** A heading; level 2 is the editor's own default and not said. */
export const heading = (level: 1 | 2 | 3, markup: string): string =>
  block('heading', `<h${level} class="wp-block-heading">${markup}</h${level}>`, level === 2 ? {} : { level });

/** An image with its caption and credit below. */
export function image({ asset, alt, caption, credit }: Picture): string {
  const words = [caption, credit].filter((text) => text !== '').map(escapeText);
  const shown = startTag('img', { src: asset, alt }).replace(/>$/u, '/>');
  return block('image', `<figure class="wp-block-image">${shown}${captioned(words.join(' '))}</figure>`);
}

const captioned = (markup: string): string =>
  markup === '' ? '' : `<figcaption class="wp-element-caption">${markup}</figcaption>`;

/** Words that lead somewhere; without any, the address is shown. */
export function linked(title: string, url: string | null): string {
  const href = url === null ? null : publicHref(url);
  return href === null ? escapeText(title) : worded('a', { href }, title === '' ? href : title);
}

function writeList(list: BlockOf<'bulletList' | 'orderedList'>): string {
  const items = (list.content ?? []).map(writeItem).join('\n\n');
  if (list.type === 'bulletList') return block('list', `<ul class="wp-block-list">${items}</ul>`);
  const start = list.attrs?.start ?? 1;
  const from = start === 1 ? '' : ` start="${start}"`;
  return block('list', `<ol${from} class="wp-block-list">${items}</ol>`, { ordered: true, ...(start === 1 ? {} : { start }) });
}

/**
 * An item is one line of text and then the lists in it: paragraphs are parted by breaks. Words behind a list in an item would be
 * “unexpected content”: they begin an item of their own, so that they stay where they are.
 */
function writeItem({ content = [] }: BlockOf<'listItem'>): string {
  const items: { lines: string[]; lists: string[] }[] = [{ lines: [], lists: [] }];
  for (const child of content) {
    const last = items.at(-1);
    if (child.type !== 'paragraph') last?.lists.push(writeList(child));
    else if (last && last.lists.length === 0) last.lines.push(writeInline(child.content));
    else items.push({ lines: [writeInline(child.content)], lists: [] });
  }
  return items
    .map(({ lines, lists }) => block('list-item', `<li>${lines.join('<br><br>')}${lists.join('\n\n')}</li>`))
    .join('\n\n');
}

/** Code as the editor saves it: a bracket in it begins no shortcode, and an address alone on a line is not turned into an embed. */
const escapeCode = (text: string): string =>
  escapeText(text)
    .replaceAll('[', '&#91;')
    .replace(/^(\s*https?:)\/\/([^\s<>"]+\s*)$/gmu, '$1&#47;&#47;$2');

const writeRow = ({ content = [] }: BlockOf<'tableRow'>, cell: 'th' | 'td'): string =>
  `<tr>${content.map((each) => writeCell(each, cell)).join('')}</tr>`;
const writeCell = ({ content = [] }: BlockOf<'tableCell'>, cell: 'th' | 'td'): string =>
  `<${cell}>${content.map((each) => writeInline(each.content)).join('<br><br>')}</${cell}>`;

function attribution({ attrs }: BlockOf<'quote'>, language: string): string {
  if (!attrs) return '';
  const { speaker, role, sourceTitle, sourceUrl, saidOn } = attrs;
  const source = sourceTitle === null && sourceUrl === null ? '' : linked(sourceTitle ?? '', sourceUrl);
  const parts = [speaker ?? '', role ?? ''].map(escapeText);
  return [...parts, source, saidOn === null ? '' : escapeText(dayInWords(saidOn, language))]
    .filter((part) => part !== '')
    .join(', ');
}
