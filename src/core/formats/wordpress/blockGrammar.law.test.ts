import fc from 'fast-check';
import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { publicView } from '../../document/publicView';
import { articles } from '../../document/testing/arbitrary';
import { code, doc, li, p, ul } from '../../document/testing/builders';
import { every, parseBlocks, type ParsedBlock } from './testing/blockGrammar';
import { attributes } from './writeBlocks';
import { wordPressExporter } from './wordPressExporter';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
const isElement = (node: Node | undefined): node is Element => node !== undefined && 'tagName' in node;

/** Elements and attributes of one line of words; what the editor's rich text knows. */
const RICH: Readonly<Record<string, readonly string[]>> = {
  strong: [],
  em: [],
  u: [],
  s: [],
  code: [],
  br: [],
  a: ['href'],
  abbr: ['title'],
};
const isRich = (nodes: readonly Node[]): boolean =>
  nodes.every(
    (node) =>
      node.nodeName === '#text' ||
      (isElement(node) &&
        RICH[node.tagName] !== undefined &&
        node.attrs.every(({ name }) => RICH[node.tagName]?.includes(name)) &&
        isRich(node.childNodes)),
  );

/** What an element is: its name, its attributes as they stand, and what is in it. */
interface Shape {
  tag: string;
  /** Attributes with their values; null for any value. */
  attrs?: Readonly<Record<string, string | null>>;
  /** Attributes that may be there. */
  maybe?: readonly string[];
  inside: (nodes: readonly Node[]) => boolean;
}
const holds = (node: Node | undefined, { tag, attrs = {}, maybe = [], inside }: Shape): boolean =>
  isElement(node) &&
  node.tagName === tag &&
  node.attrs.every(({ name, value }) => (name in attrs ? attrs[name] === null || attrs[name] === value : maybe.includes(name))) &&
  Object.keys(attrs).every((name) => node.attrs.some((attr) => attr.name === name)) &&
  inside(node.childNodes);
const only =
  (...shapes: readonly Shape[]) =>
  (nodes: readonly Node[]): boolean =>
    nodes.length === shapes.length && shapes.every((shape, at) => holds(nodes[at], shape));
const oneOrMore =
  (shape: Shape) =>
  (nodes: readonly Node[]): boolean =>
    nodes.length > 0 && nodes.every((node) => holds(node, shape));
/** Shapes of which the last ones may be left away. */
const upTo =
  (least: number, ...shapes: readonly Shape[]) =>
  (nodes: readonly Node[]): boolean =>
    nodes.length >= least && nodes.length <= shapes.length && only(...shapes.slice(0, nodes.length))(nodes);
const nothing = (nodes: readonly Node[]): boolean => nodes.length === 0;
const rich = isRich;
const textOnly = (nodes: readonly Node[]): boolean => nodes.every(({ nodeName }) => nodeName === '#text');
const isInner = (node: Node): boolean => isElement(node) && node.tagName === 'wp-inner';
const isBlank = (node: Node): boolean => node.nodeName === '#text' && /^\s*$/u.test((node as { value?: string }).value ?? '');
/** Blocks and the blank lines between them, and perhaps something behind. */
const inner =
  (behind: (nodes: readonly Node[]) => boolean = nothing) =>
  (nodes: readonly Node[]): boolean => {
    const end = nodes.findLastIndex(isInner) + 1;
    return nodes.slice(0, end).every((node) => isInner(node) || isBlank(node)) && behind(nodes.slice(end));
  };

const caption: Shape = { tag: 'figcaption', attrs: { class: 'wp-element-caption' }, inside: rich };
const row = (cell: 'th' | 'td'): Shape => ({ tag: 'tr', inside: oneOrMore({ tag: cell, inside: rich }) });
const list = (nodes: readonly Node[]): boolean =>
  only({ tag: 'ul', attrs: { class: 'wp-block-list' }, inside: inner() })(nodes) ||
  only({ tag: 'ol', attrs: { class: 'wp-block-list' }, maybe: ['start'], inside: inner() })(nodes);
const words = (nodes: readonly Node[]): boolean => rich(nodes) && !nodes.some(isInner);

/** The markup that the editor's own `save` of each block gives, and the blocks that may stand in it. */
const shapes: Readonly<Record<string, { save: (nodes: readonly Node[]) => boolean; blocks?: readonly string[] | 'any' }>> = {
  paragraph: { save: only({ tag: 'p', inside: rich }) },
  heading: {
    save: (nodes) =>
      [1, 2, 3].some((level) => only({ tag: `h${level}`, attrs: { class: 'wp-block-heading' }, inside: rich })(nodes)),
  },
  list: { save: list, blocks: ['list-item'] },
  'list-item': {
    save: only({
      tag: 'li',
      inside: (nodes) => {
        const first = nodes.findIndex(isInner);
        return first < 0 ? words(nodes) : words(nodes.slice(0, first)) && inner()(nodes.slice(first));
      },
    }),
    blocks: ['list'],
  },
  quote: {
    save: only({ tag: 'blockquote', attrs: { class: 'wp-block-quote' }, inside: inner(upTo(0, { tag: 'cite', inside: rich })) }),
    blocks: ['paragraph'],
  },
  pullquote: {
    save: only({
      tag: 'figure',
      attrs: { class: 'wp-block-pullquote' },
      inside: only({ tag: 'blockquote', inside: upTo(1, { tag: 'p', inside: rich }, { tag: 'cite', inside: rich }) }),
    }),
  },
  group: { save: only({ tag: 'div', attrs: { class: 'wp-block-group' }, inside: inner() }), blocks: 'any' },
  table: {
    save: only({
      tag: 'figure',
      attrs: { class: 'wp-block-table' },
      inside: upTo(
        1,
        {
          tag: 'table',
          inside: (parts) =>
            upTo(1, { tag: 'thead', inside: oneOrMore(row('th')) }, { tag: 'tbody', inside: oneOrMore(row('td')) })(parts) ||
            only({ tag: 'tbody', inside: oneOrMore(row('td')) })(parts),
        },
        caption,
      ),
    }),
  },
  image: {
    save: only({
      tag: 'figure',
      attrs: { class: 'wp-block-image' },
      inside: upTo(1, { tag: 'img', attrs: { src: null, alt: null }, inside: nothing }, caption),
    }),
  },
  code: { save: only({ tag: 'pre', attrs: { class: 'wp-block-code' }, inside: only({ tag: 'code', inside: textOnly }) }) },
  separator: { save: only({ tag: 'hr', attrs: { class: 'wp-block-separator has-alpha-channel-opacity' }, inside: nothing }) },
};

/** Settings of each block: which, and what they are if nobody says. A setting that is the default is never said. */
const settings: Readonly<Record<string, (said: Record<string, unknown>) => boolean>> = {
  heading: ({ level, ...more }) => (level === 1 || level === 3) && Object.keys(more).length === 0,
  list: ({ ordered, start, ...more }) =>
    ordered === true && (start === undefined || (Number.isInteger(start) && start !== 1)) && Object.keys(more).length === 0,
  table: ({ hasFixedLayout, ...more }) => hasFixedLayout === false && Object.keys(more).length === 0,
  group: (said) => JSON.stringify(said) === '{"layout":{"type":"constrained"}}',
};

function check(block: ParsedBlock): void {
  const { name, markup } = block;
  const shape = shapes[name];
  if (!shape) throw new Error(`${name} is no block that Stet writes.`);
  expect(markup.startsWith('\n') && markup.endsWith('\n')).toBe(true);
  const saved = markup.slice(1, -1);
  const nodes = parseFragment(saved);
  expect({ name, saved, fits: shape.save(nodes.childNodes) }).toEqual({ name, saved, fits: true });
  // Nothing that a browser would have to put right; the editor closes what is empty with a slash, and says some signs by number.
  const plain = (html: string): string =>
    html
      .replaceAll('&nbsp;', '\u00a0')
      .replaceAll('&#91;', '[')
      .replaceAll('&#47;', '/')
      .replace(/(?<=<(?:img|hr|br)[^>]*)\/>/gu, '>');
  expect(plain(serialize(parseFragment(plain(saved))))).toBe(plain(saved));
  if (block.settings !== null) {
    const said = JSON.parse(block.settings) as Record<string, unknown>;
    expect(settings[name]?.(said)).toBe(true);
    expect(block.settings).toBe(attributes(said));
  }
  const allowed = shape.blocks ?? [];
  for (const each of block.inner) {
    expect(allowed === 'any' || allowed.includes(each.name)).toBe(true);
    check(each);
  }
}

test('whatever the words are, a post is blocks alone, each with the markup that the editor saves', () => {
  fc.assert(
    fc.property(articles, fc.boolean(), (any, whole) => {
      for (const block of parseBlocks(wordPressExporter.write(publicView(any), { whole }))) check(block);
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('settings can hold anything: nothing in them ends the comment, and the editor writes them the same', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.constantFrom('-->', '--', '<!--', '\\"', '&amp;', '\\'))),
      (said) => {
        const written = attributes(said);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(said)));
        expect(written).not.toMatch(/--|[<>&]|\\"|\\\\/u);
      },
    ),
  );
});

test('words behind a list in an item begin an item of their own, and code begins no shortcode', () => {
  const post = wordPressExporter.write(
    publicView(
      doc(ul(li(p('one'), ul(li(p('in it'))), p('behind'))), code('[gallery]\nhttps://a.example/x\nsee https://a.example/x')),
    ),
    { whole: false },
  );
  const [list_, shown] = parseBlocks(post);
  expect(list_?.inner.map(({ markup }) => markup.trim())).toEqual(['<li>one<wp-inner></wp-inner></li>', '<li>behind</li>']);
  expect(every(list_!).map(({ name }) => name)).toEqual(['list', 'list-item', 'list', 'list-item', 'list-item']);
  expect(shown?.markup).toContain('&#91;gallery]\nhttps:&#47;&#47;a.example/x\nsee https://a.example/x');
});
