import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { isSafeUrl } from '../../../article/url';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What a reader sees of a fragment, a line a textblock: where it stands, and its words with the marks that hold for them. */
export interface Rendering {
  lines: string[];
  /** What the fragment has that no Stet document can hold; empty where it could hold all of it. */
  losses: Set<string>;
}

interface Run {
  text: string;
  marks: readonly string[];
}

const MARKS: Readonly<Record<string, string>> = { em: 'em', strong: 'strong', code: 'code', s: 's', u: 'u' };
const BLOCKS = /^(?:p|h[1-6]|ul|ol|li|blockquote|pre|hr|figure|table|div)$/u;
const LANGUAGE = /^[A-Za-z0-9+#._-]{1,40}$/u;

/**
 * How a fragment of HTML is rendered, after each thing that the schema cannot hold has become what stands for it in a Stet document,
 * as docs/formats.md says: of a link to no web or mail address its words, of a picture its description, and so on. The same for
 * two fragments means that a reader sees the same, but for the losses named.
 */
export function rendering(html: string): Rendering {
  const lines: string[] = [];
  const losses = new Set<string>();
  const isElement = (node: Node): node is Element => 'tagName' in node;
  const attr = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value ?? null;
  const lost = (what: string): void => void losses.add(what);

  const inline = (nodes: readonly Node[], marks: readonly string[], into: Run[]): void => {
    for (const node of nodes) {
      if (node.nodeName === '#text') into.push({ text: (node as DefaultTreeAdapterTypes.TextNode).value, marks });
      if (!isElement(node)) continue;
      const { tagName } = node;
      if (tagName === 'br') into.push({ text: '\u2028', marks: [] });
      else if (tagName === 'img') {
        lost('a picture among words');
        into.push({ text: attr(node, 'alt') ?? '', marks });
      } else if (tagName === 'a') {
        const href = attr(node, 'href') ?? '';
        if (attr(node, 'title') !== null) lost('the title of a link');
        if (!isSafeUrl(href)) lost('an address that is none of the web or of mail');
        inline(node.childNodes, isSafeUrl(href) ? [...marks, `a ${addressOf(href)}`] : marks, into);
      } else {
        const mark = MARKS[tagName];
        if (mark === undefined) lost('web code');
        else if (marks.includes(mark)) lost('emphasis inside emphasis of the same kind');
        inline(node.childNodes, mark === undefined || marks.includes(mark) ? marks : [...marks, mark], into);
      }
    }
  };

  const textblock = (where: string, nodes: readonly Node[], more: readonly string[] = []): void => {
    const runs: Run[] = [];
    inline(nodes, more, runs);
    const line = printed(runs);
    if (line === '') lost('an empty block');
    else lines.push(`${where}: ${line}`);
  };

  const blocks = (nodes: readonly Node[], where: string, within: 'body' | 'quote' | 'item'): void => {
    let loose: Node[] = [];
    const settle = (): void => {
      if (loose.some((node) => isElement(node) || (node.nodeName === '#text' && /\S/u.test((node as { value: string }).value))))
        textblock(`${where}p`, loose);
      loose = [];
    };
    for (const node of nodes) {
      if (!isElement(node) || !BLOCKS.test(node.tagName)) {
        loose.push(node);
        continue;
      }
      settle();
      block(node, where, within);
    }
    settle();
  };

  const block = (node: Element, where: string, within: 'body' | 'quote' | 'item'): void => {
    const { tagName, childNodes } = node;
    const inside = within === 'quote' ? 'a quotation' : 'an item of a list';
    if (tagName === 'figure' || tagName === 'div') return blocks(childNodes, where, within);
    if (tagName === 'p') return textblock(`${where}p`, childNodes);
    if (/^h[1-6]$/u.test(tagName)) {
      if (within !== 'body') lost(`a heading in ${inside}`);
      else if (!/^h[23]$/u.test(tagName)) lost('a heading of another level than two and three');
      return textblock(within === 'body' ? (Number(tagName[1]) < 3 ? 'h2' : 'h3') : `${where}p`, childNodes);
    }
    if (tagName === 'pre') {
      const [code] = childNodes.filter(isElement);
      const text = (code?.childNodes ?? [])
        .map((child) => (child as { value?: string }).value ?? '')
        .join('')
        .replace(/\n$/u, '');
      if (text === '') return lost('an empty block');
      if (within !== 'body') {
        lost(`a piece of code in ${inside}`);
        return void lines.push(`${where}p: ${JSON.stringify([{ text: text.replace(/\n/gu, '\u2028'), marks: ['code'] }])}`);
      }
      const language = /^language-(.*)$/u.exec(attr(code ?? node, 'class') ?? '')?.[1] ?? '';
      if (language !== '' && !LANGUAGE.test(language)) lost('a language of code that is no plain name');
      return void lines.push(`pre ${LANGUAGE.test(language) ? language : ''}: ${JSON.stringify(text)}`);
    }
    if (tagName === 'hr') {
      if (within !== 'body') return lost(`a rule in ${inside}`);
      return void lines.push('hr');
    }
    if (tagName === 'blockquote') {
      if (within !== 'body') lost(`a quotation in ${inside}`);
      const before = lines.length;
      blocks(childNodes, within === 'body' ? `quote ${before} > ` : where, within === 'body' ? 'quote' : within);
      if (lines.length === before) lost('an empty block');
      return;
    }
    if (tagName === 'ul' || tagName === 'ol') {
      if (within === 'quote') lost('a list in a quotation');
      const start = tagName === 'ol' ? ` ${attr(node, 'start') ?? '1'}` : '';
      const items = childNodes.filter(isElement);
      const list = within === 'quote' ? where : `${where}${tagName}${start} ${lines.length} > `;
      items.forEach((item, index) => {
        const before = lines.length;
        if (item.childNodes.some((child) => isElement(child) && child.tagName === 'p'))
          lost('the space between the items of a list');
        blocks(item.childNodes, within === 'quote' ? where : `${list}${index + 1} > `, within === 'quote' ? 'quote' : 'item');
        if (lines.length === before) lost('an empty block');
      });
      return;
    }
    lost('web code');
    blocks(childNodes, where, within);
  };

  blocks(parseFragment(html).childNodes, '', 'body');
  return { lines, losses };
}

/** An address as a browser asks for it; brackets are the same written out and as they are. */
const addressOf = (href: string): string => new URL(href).href.replaceAll('[', '%5B').replaceAll(']', '%5D');

/** Words as they are shown: white space as one space, none at the ends and beside a line break; runs of the same marks joined. */
function printed(runs: readonly Run[]): string {
  const chars = runs.flatMap(({ text, marks }) =>
    [...text].map((char) => ({ char: /[ \t\n\r\f]/u.test(char) ? ' ' : char, marks })),
  );
  const shown: typeof chars = [];
  for (const one of chars) {
    const last = shown.at(-1)?.char ?? '\u2028';
    if (one.char === ' ' && (last === ' ' || last === '\u2028')) continue;
    if (one.char === '\u2028' && last === ' ') shown.pop();
    shown.push(one);
  }
  while (shown.length > 0 && /[ \u2028]/u.test(shown.at(-1)?.char ?? '')) shown.pop();
  while (shown[0]?.char === '\u2028') shown.shift();
  const joined: Run[] = [];
  for (const { char, marks } of shown) {
    const set = char === '\u2028' ? (joined.at(-1)?.marks ?? []) : [...marks].sort();
    const last = joined.at(-1);
    if (last && JSON.stringify(last.marks) === JSON.stringify(set)) last.text += char;
    else joined.push({ text: char, marks: set });
  }
  return joined.length === 0 ? '' : JSON.stringify(joined);
}
