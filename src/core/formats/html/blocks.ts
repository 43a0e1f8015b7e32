import type { BlockName } from '../../document/blockNames';
import type { BlockJson, BlockOf } from '../../document/json';
import { inlineText } from '../../article/summary';
import { dayInWords } from './dates';
import { element, startTag, worded } from './element';
import { escapeText, publicHref } from './escape';
import { unknownNode, writeInline } from './inline';
import { writePicture } from './pictures';

type BlockWriters = { [B in BlockName]: (block: BlockOf<B>, language: string) => string };

/** How each block is written. No white space inside a textblock but the writer's own. */
const blockWriters = {
  paragraph: (block) => `<p>${writeInline(block.content)}</p>`,
  heading: (block) => {
    const name = `h${block.attrs?.level ?? 2}`;
    return `<${name}>${writeInline(block.content)}</${name}>`;
  },
  bulletList: (block, language) => `<ul>\n${writeBlocks(block.content ?? [], language)}\n</ul>`,
  orderedList: (block, language) => {
    const start = block.attrs?.start ?? 1;
    return `${startTag('ol', { start: start === 1 ? null : String(start) })}\n${writeBlocks(block.content ?? [], language)}\n</ol>`;
  },
  listItem: (block, language) => {
    const [first, ...rest] = block.content ?? [];
    const tight = first?.type === 'paragraph' && rest.every((child) => child.type !== 'paragraph');
    // The item's own words must not gain a line end before a list inside it.
    const inside = tight
      ? [writeInline(first.content), ...rest.map((child) => writeBlock(child, language))]
      : (block.content ?? []).map((child) => writeBlock(child, language));
    return `<li>${inside.join('')}</li>`;
  },
  quote: (block, language) => {
    const cite = block.attrs?.sourceUrl ? publicHref(block.attrs.sourceUrl) : null;
    const words = `${startTag('blockquote', { cite })}\n${writeBlocks(block.content ?? [], language)}\n</blockquote>`;
    const caption = attribution(block, language);
    return `<figure class="quote">\n${words}\n${caption === '' ? '' : `<figcaption>${caption}</figcaption>\n`}</figure>`;
  },
  // Not hidden from screen readers: nothing proves that the same words are said elsewhere. As a note it can be passed over.
  pullQuote: (block) => {
    const speaker = block.attrs?.speaker ?? null;
    const who = speaker === null ? '' : `\n${worded('p', { class: 'speaker' }, speaker)}`;
    return `<aside class="pullquote" role="note">\n<p>${writeInline(block.content)}</p>${who}\n</aside>`;
  },
  factBox: (block, language) => {
    const title = block.attrs?.title ?? '';
    const inside = [...(title === '' ? [] : [worded('h2', { class: 'title' }, title)]), writeFilled(block.content, language)];
    return ['<aside class="factbox" role="note">', ...inside.filter((part) => part !== ''), '</aside>'].join('\n');
  },
  related: (block) => {
    const { label = '', title = '', target = null } = block.attrs ?? {};
    const lead = label === '' ? '' : `${worded('span', { class: 'label' }, label)}${/[\p{P}]\s*$/u.test(label) ? ' ' : ': '}`;
    const href = target && 'url' in target ? publicHref(target.url) : null;
    return `<aside class="related" role="note"><p>${lead}${pointer(title, href)}</p></aside>`;
  },
  embed: (block) => {
    const { url = null, title = '', provider = '', description = '' } = block.attrs ?? {};
    const href = url === null ? null : publicHref(url);
    const inside = [
      title === '' && href === null ? '' : element('p', {}, pointer(title, href)),
      description === '' ? '' : worded('p', { class: 'description' }, description),
      provider === '' ? '' : worded('figcaption', { class: 'provider' }, provider),
    ];
    return ['<figure class="embed">', ...inside.filter((part) => part !== ''), '</figure>'].join('\n');
  },
  table: (block) => {
    const { headerRow = true, caption = '' } = block.attrs ?? {};
    const rows = block.content ?? [];
    const [head, body] = headerRow ? [rows.slice(0, 1), rows.slice(1)] : [[], rows];
    const group = (name: string, of: readonly BlockOf<'tableRow'>[], cell: string): string[] =>
      of.length === 0 ? [] : [`<${name}>`, ...of.map((row) => writeRow(row, cell)), `</${name}>`];
    return [
      '<table>',
      ...(caption === '' ? [] : [worded('caption', {}, caption)]),
      ...group('thead', head, 'th'),
      ...group('tbody', body, 'td'),
      '</table>',
    ].join('\n');
  },
  tableRow: (block) => writeRow(block, 'td'),
  tableCell: (block) => writeCell(block, 'td'),
  figure: ({ attrs }) => (attrs ? writePicture(attrs) : ''),
  codeBlock: (block) => {
    const language = block.attrs?.language;
    const inside = escapeText(inlineText(block.content));
    // With a tag between, no parser takes a first line feed for formatting.
    return `<pre>${startTag('code', { class: language ? `language-${language}` : null })}${inside}</code></pre>`;
  },
  horizontalRule: () => '<hr>',
} as const satisfies BlockWriters;

/** One block as HTML. Errors: `export/unknown-node`. */
export function writeBlock(block: BlockJson, language: string): string {
  if (!Object.hasOwn(blockWriters, block.type)) throw unknownNode(block.type);
  return (blockWriters[block.type] as (block: BlockJson, language: string) => string)(block, language);
}

/** Blocks as HTML, one below the other. Errors: `export/unknown-node`. */
export function writeBlocks(blocks: readonly BlockJson[], language: string): string {
  return blocks.map((block) => writeBlock(block, language)).join('\n');
}

/** Without the empty paragraph that stands where a box has a title only. */
function writeFilled(blocks: readonly BlockJson[] | undefined, language: string): string {
  return writeBlocks(
    (blocks ?? []).filter((block) => block.type !== 'paragraph' || block.content),
    language,
  );
}

function writeRow({ content }: BlockOf<'tableRow'>, cell: string): string {
  return `<tr>${(content ?? []).map((each) => writeCell(each, cell)).join('')}</tr>`;
}

function writeCell({ content = [] }: BlockOf<'tableCell'>, name: string): string {
  const [first, ...rest] = content;
  const inside =
    rest.length === 0 ? writeInline(first?.content) : content.map((each) => `<p>${writeInline(each.content)}</p>`).join('');
  return element(name, { scope: name === 'th' ? 'col' : null }, inside);
}

/** Words that lead to another piece. Without a title the address is shown, and marked as not being one. */
export function pointer(title: string, href: string | null, rel: string | null = null): string {
  if (href === null) return worded('span', { class: 'title' }, title);
  return title === '' ? worded('a', { class: 'address', rel, href }, href) : worded('a', { class: 'title', rel, href }, title);
}

/** Who said it, outside the words: a person never in `cite`, which is for titles of works (HTML Living Standard, section 4.5.6). */
function attribution({ attrs }: BlockOf<'quote'>, language: string): string {
  if (!attrs) return '';
  const { speaker, role, sourceTitle, sourceUrl, saidOn } = attrs;
  const href = sourceUrl === null ? null : publicHref(sourceUrl);
  const source = sourceTitle === null ? null : href === null ? escapeText(sourceTitle) : worded('a', { href }, sourceTitle);
  return [
    speaker === null ? '' : worded('span', { class: 'speaker' }, speaker),
    role === null ? '' : worded('span', { class: 'role' }, role),
    source === null ? '' : element('cite', {}, source),
    saidOn === null ? '' : worded('time', { datetime: saidOn }, dayInWords(saidOn, language)),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
