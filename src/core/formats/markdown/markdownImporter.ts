import { inlineText } from '../../article/summary';
import type { InlineJson } from '../../document/json';
import type { Importer, LeftOut } from '../format';
import { assemble, type KnownHead, type RawBlock } from '../page/page';
import { Definitions } from './definitions';
import { isNotice } from './embargoBlock';
import { splitFrontMatter, shown } from './frontMatter';
import { unshieldCommands } from './commandsInCode';
import { presetOf } from './presets';
import { parseMarkdown } from './parse';
import { readBlock } from './readBlocks';
import { readHead } from './readHead';
import { captioned } from './readTable';
import { hasMarks, readInline } from './readInline';
import { excerpt, leaveOut, lineOf, sourceOf, type Reading } from './reading';

/** GitHub Flavored Markdown with or without front matter; see docs/formats.md. */
export const markdownImporter: Importer = {
  id: 'markdown',
  title: 'Markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  recognise,
  read(text, context) {
    const source = text.replace(/^\ufeff/u, '');
    const front = splitFrontMatter(source);
    const preset = presetOf(front?.entries.get('generator'));
    const own = preset !== null;
    const page = context.part === 'page';
    const { head, leftOut, address, translationKey } =
      front && page
        ? readHead(front, readStandfirst, preset, context.beside === true)
        : { head: {}, leftOut: [], address: null, translationKey: null };
    if (front && !page)
      leftOut.push({ line: 1, text: shown(front.entries), why: 'front matter, which has no place inside an article' });
    const { blocks, reading, headline } = readBody(
      front ? (preset ? unshieldCommands(front.body, preset) : front.body) : source,
      front?.lines ?? 0,
      own,
      page ? (head.headline ?? null) : undefined,
      context.beside === true,
    );
    // The line over an article under embargo says what its front matter says; one that somebody has changed stays.
    const [first] = blocks;
    if (head.embargo && first && isNotice(first.block)) blocks.shift();
    const known: KnownHead = { ...head, ...(headline === null ? {} : { headline }) };
    const imported = assemble(blocks, known, context, [...leftOut, ...reading.leftOut], own ? 'nothing' : 'page');
    return {
      ...imported,
      ...(address === null ? {} : { address }),
      ...(translationKey === null && !(own && context.beside)
        ? {}
        : { translations: { key: translationKey, alternates: [], own } }),
    };
  },
};

/** The blocks of a body. `title` is the headline if known, undefined where a headline has no place. */
function readBody(source: string, linesBefore: number, own: boolean, title: string | null | undefined, beside: boolean) {
  const { root, literal } = parseMarkdown(source);
  const reading: Reading = {
    source,
    linesBefore,
    definitions: new Definitions(root),
    leftOut: [],
    own,
    pictures: true,
    beside,
  };
  for (const { from, to, line, why } of literal)
    reading.leftOut.push({ line: line + linesBefore, text: excerpt(source.slice(from, to)), why });
  const blocks: RawBlock[] = [];
  let headline: string | null = null;
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth === 1 && title !== undefined && !own && headline === null) {
      const content = readInline(node.children, reading);
      const words = inlineText(content).replace(/\s+/gu, ' ').trim();
      if (title === null && words !== '') {
        if (hasMarks(content))
          leaveOut(node, sourceOf(node, reading), 'emphasis or a link in the headline; its words stay', reading);
        headline = words;
        continue;
      }
      if (words === title) {
        leaveOut(node, words, 'the headline once more', reading);
        continue;
      }
    }
    const last = blocks.at(-1);
    const table = node.type === 'paragraph' ? captioned(last?.block, node, reading) : null;
    if (last && table) {
      last.block = table;
      continue;
    }
    for (const block of readBlock(node, reading)) blocks.push({ line: lineOf(node, reading), block });
  }
  for (const unused of reading.definitions.untaken())
    leaveOut(unused, sourceOf(unused, reading), 'an address that no link uses', reading);
  return { blocks, reading, headline };
}

/** The inline Markdown of a standfirst; null when it is more than one paragraph. */
function readStandfirst(markdown: string, leftOut: LeftOut[]): InlineJson[] | null {
  const { root } = parseMarkdown(markdown);
  const [only, ...more] = root.children;
  if (only?.type !== 'paragraph' || more.length > 0) return null;
  return readInline(only.children, {
    source: markdown,
    linesBefore: 0,
    definitions: new Definitions(root),
    leftOut,
    own: true,
    pictures: false,
    beside: false,
  });
}

const SIGNS: readonly [RegExp, number][] = [
  [/^\ufeff?---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)/u, 0.6],
  [/^#{1,6} \S/mu, 0.4],
  [/^> ?\S/mu, 0.2],
  [/\]\([^\s)]+\)/u, 0.3],
  [/^(?:[-*+]|\d{1,3}\.) \S/mu, 0.15],
  [/\*\*[^\s*][^*\n]{0,200}\*\*/u, 0.15],
  [/^(?:```|~~~)/mu, 0.2],
];

/** Scored by what plain text seldom holds; a page of HTML is not Markdown although it may hold all of it. */
function recognise(text: string): number {
  const start = text.slice(0, 20_000);
  if (/^\s*<(?:!doctype|html|\?xml|head|body|article)/iu.test(start)) return 0;
  return Math.min(
    0.95,
    SIGNS.reduce((sum, [sign, weight]) => sum + (sign.test(start) ? weight : 0), 0),
  );
}
