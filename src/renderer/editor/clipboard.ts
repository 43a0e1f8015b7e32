import { DOMSerializer, Fragment, Slice, type DOMOutputSpec, type Node, type Schema } from '@tiptap/pm/model';
import { Plugin, type EditorState } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import type { BlockAttributes, LinkTarget } from '../../core/document/attributes';
import { attributionLine } from './quotation';
import { tableAround } from './tables';

const MARK = 'data-stet-slice';
const HEADED = 'data-headed';

/**
 * What this window copied last, under a random name that stands in the clipboard's HTML. Pasting takes it from here:
 * nothing that another program wrote is ever read as Stet's own, and no id of an article leaves the window.
 */
export class Clipboard {
  #name = '';
  #slice: Slice | null = null;

  remember(slice: Slice): void {
    this.#name = crypto.randomUUID();
    this.#slice = slice;
  }

  get name(): string {
    return this.#name;
  }

  /** The slice that this HTML stands for; null when it is somebody else's. */
  recall(html: string): Slice | null {
    return this.#name !== '' && html.includes(`${MARK}="${this.#name}"`) ? this.#slice : null;
  }
}

/** Copying: HTML that any program understands, and text with attributions. */
export const copyPlugin = (schema: Schema, clipboard: Clipboard) =>
  new Plugin({
    props: {
      transformCopied: (slice, view) => {
        const whole = rowsAsTable(slice, view.state);
        clipboard.remember(whole);
        return whole;
      },
      clipboardSerializer: new CopySerializer(schema, clipboard),
      clipboardTextSerializer: (slice) => copiedText(slice.content),
    },
  });

class CopySerializer extends DOMSerializer {
  constructor(
    schema: Schema,
    private readonly clipboard: Clipboard,
  ) {
    super(
      { ...DOMSerializer.nodesFromSchema(schema), ...blockSpecs },
      { ...DOMSerializer.marksFromSchema(schema), ...markSpecs },
    );
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const dom = super.serializeFragment(fragment, options, target);
    // Called for every level; only the outermost has no target.
    if (target) return dom;
    for (const table of dom.querySelectorAll(`[${HEADED}]`)) headed(table);
    if (dom.firstChild instanceof Element) dom.firstChild.setAttribute(MARK, this.clipboard.name);
    return dom;
  }
}

/** The cells of the first row become headings: a cell alone does not know where it stands. */
function headed(table: Element): void {
  table.removeAttribute(HEADED);
  for (const cell of table.querySelector('tr')?.querySelectorAll('td') ?? []) {
    const heading = document.createElement('th');
    heading.scope = 'col';
    heading.append(...cell.childNodes);
    cell.replaceWith(heading);
  }
}

/** Rows that were selected are copied as the table that they are, with its heading row if that is among them. */
export function rowsAsTable(slice: Slice, { selection }: EditorState): Slice {
  const { content } = slice;
  const table = tableAround(selection.$from)?.node;
  if (!table || content.childCount === 0 || content.firstChild?.type.name !== 'tableRow') return slice;
  const first =
    selection instanceof CellSelection
      ? Math.min(selection.$anchorCell.index(1), selection.$headCell.index(1))
      : selection.$from.index(1);
  const headerRow = table.attrs['headerRow'] === true && first === 0;
  return new Slice(Fragment.from(table.type.create({ headerRow }, content)), 0, 0);
}

const urlOf = (target: LinkTarget | null): string | null => (target && 'url' in target ? target.url : null);

const blockSpecs: Record<string, (node: Node) => DOMOutputSpec> = {
  kicker: () => ['p', 0],
  headline: () => ['h1', 0],
  standfirst: () => ['p', 0],
  heading: (node) => [`h${String(node.attrs.level)}`, 0],
  articleLink: () => ['span'],
  quote: (node) => {
    const words = attributionLine(node.attrs as BlockAttributes['quote']);
    return words === '' ? ['blockquote', 0] : ['figure', ['blockquote', 0], ['figcaption', words]];
  },
  pullQuote: (node) => {
    const { speaker } = node.attrs as BlockAttributes['pullQuote'];
    return ['aside', { class: 'pullquote' }, ['p', 0], ...(speaker ? [['p', { class: 'speaker' }, speaker]] : [])];
  },
  factBox: (node) => {
    const { title } = node.attrs as BlockAttributes['factBox'];
    return ['aside', { class: 'factbox' }, ...(title === '' ? [] : [['h2', { class: 'title' }, title]]), ['div', 0]];
  },
  embed: (node) => {
    const { url, title, provider, description } = node.attrs as BlockAttributes['embed'];
    const link: DOMOutputSpec = url === null ? ['span', title] : ['a', { href: url }, title || url];
    return [
      'figure',
      { class: 'embed' },
      ['p', { class: 'title' }, link],
      ...(description === '' ? [] : [['p', { class: 'description' }, description]]),
      ...(provider === '' ? [] : [['figcaption', { class: 'provider' }, provider]]),
    ];
  },
  table: (node) => {
    const { caption, headerRow } = node.attrs as BlockAttributes['table'];
    return ['table', headerRow ? { [HEADED]: '' } : {}, ...(caption === '' ? [] : [['caption', caption]]), ['tbody', 0]];
  },
  tableCell: () => ['td', 0],
  figure: (node) => {
    // Only the words: the picture itself is this library's, and other programs could not reach it.
    const { caption, credit } = node.attrs as BlockAttributes['figure'];
    return ['figure', ['figcaption', [caption, credit].filter(Boolean).join(' ')]];
  },
  related: (node) => {
    const { label, title, target } = node.attrs as BlockAttributes['related'];
    const url = urlOf(target);
    return ['aside', ['p', label === '' ? '' : `${label}: `, url ? ['a', { href: url }, title] : ['span', title]]];
  },
};

const markSpecs = {
  // What a note says stays in this window.
  note: (): DOMOutputSpec => ['span', 0],
  link: (mark: { attrs: Record<string, unknown> }): DOMOutputSpec => {
    const url = urlOf(mark.attrs.target as LinkTarget);
    return url === null ? ['span', 0] : ['a', { href: url }, 0];
  },
  abbreviation: (mark: { attrs: Record<string, unknown> }): DOMOutputSpec => ['abbr', { title: String(mark.attrs.expansion) }, 0],
  // Who said it is the writer's own knowledge, as is the evidence beside it.
  speech: (): DOMOutputSpec => ['span', 0],
};

/** The words of what was copied: a blank line between blocks, who said it under a quotation, a list with its signs. */
export function copiedText(content: Fragment): string {
  const blocks: string[] = [];
  content.forEach((node) => void blocks.push(textOf(node)));
  return blocks.join('\n\n');
}

/** A headline that a link shows is another article's: it stays in the window until the writer makes words of it. */
const lineEnd = ({ type }: Node): string => (type.name === 'hardBreak' ? '\n' : '');

function textOf(node: Node): string {
  if (node.isText) return node.text ?? '';
  if (node.isTextblock) {
    const words = node.textBetween(0, node.content.size, undefined, lineEnd);
    const { speaker } = node.attrs as Partial<BlockAttributes['pullQuote']>;
    return speaker ? `${words}\n\n— ${speaker}` : words;
  }
  const children: string[] = [];
  node.forEach((child) => void children.push(textOf(child)));
  switch (node.type.name) {
    case 'quote':
      return [...children, attributionLine(node.attrs as BlockAttributes['quote'])].filter(Boolean).join('\n\n');
    case 'related': {
      const { label, title, target } = node.attrs as BlockAttributes['related'];
      return [[label, title].filter(Boolean).join(': '), urlOf(target)].filter(Boolean).join('\n');
    }
    case 'factBox':
      return [(node.attrs as BlockAttributes['factBox']).title, ...children].filter(Boolean).join('\n\n');
    case 'embed': {
      const { url, title, provider, description } = node.attrs as BlockAttributes['embed'];
      return [title, description, provider, url].filter(Boolean).join('\n');
    }
    case 'table':
      return [(node.attrs as BlockAttributes['table']).caption, ...children].filter(Boolean).join('\n');
    case 'tableRow':
      return children.join('\t');
    case 'figure': {
      const { caption, credit } = node.attrs as BlockAttributes['figure'];
      return [caption, credit].filter(Boolean).join('\n');
    }
    case 'horizontalRule':
      return '* * *';
    case 'hardBreak':
      return '\n';
    case 'bulletList':
      return children.map((child) => `- ${child}`).join('\n');
    case 'orderedList':
      return children.map((child, i) => `${Number(node.attrs.start) + i}. ${child}`).join('\n');
    default:
      return children.join('\n');
  }
}
