import type { BlockContent, DefinitionContent, List, Nodes, RootContent } from 'mdast';
import * as v from 'valibot';
import { inlineText } from '../../article/summary';
import { blockAttributes } from '../../document/attributes';
import type { BlockJson, BlockOf, InlineJson } from '../../document/json';
import { MAX_DEPTH } from '../../document/schema';
import { wordsOfHtml } from './blockHtml';
import { tooDeep } from './parse';
import { readPicture } from './pictures';
import { cleanText, readInline } from './readInline';
import { readCallout, type Boxed } from './readCallout';
import { readCard } from './readCard';
import { readQuote } from './readQuote';
import { readRelated } from './readRelated';
import { readTable } from './readTable';
import { leaveOut, sourceOf, type Reading } from './reading';

type Block = RootContent | BlockContent | DefinitionContent;
type Paragraph = BlockOf<'paragraph'>;

/** One block of Markdown as blocks of a document; `depth` counts the containers around it. Errors: `import/too-deep`. */
export function readBlock(node: Block, reading: Reading, depth = 1): BlockJson[] {
  if (depth > MAX_DEPTH) throw tooDeep();
  switch (node.type) {
    case 'paragraph': {
      const picture = depth === 1 && reading.pictures ? readPicture(node, reading) : null;
      if (picture) return [{ type: 'figure', attrs: picture }];
      return [
        readCard(node, reading) ??
          (reading.own ? readRelated(node, reading) : null) ??
          paragraph(readInline(node.children, reading)),
      ];
    }
    case 'heading': {
      const content = readInline(node.children, reading);
      return content.length > 0 ? [{ type: 'heading', attrs: { level: node.depth <= 2 ? 2 : 3 }, content }] : [];
    }
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'code': {
      const text = codeText(node.value);
      if (node.meta) leaveOut(node, node.meta, 'instructions for showing a piece of code', reading);
      const language = v.is(blockAttributes.codeBlock.language.schema, node.lang ?? null) ? (node.lang ?? null) : null;
      if (node.lang && language === null) leaveOut(node, node.lang, 'the language of a piece of code', reading);
      return [{ type: 'codeBlock', attrs: { language }, ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }];
    }
    case 'list':
      return readList(node, reading, depth);
    case 'blockquote': {
      const paragraphs = (child: Nodes) => paragraphsOf(child, reading, depth + 1);
      const listed = (child: Nodes) => (child.type === 'list' ? readList(child, reading, depth + 1) : paragraphs(child));
      return readCallout(node, reading, listed as Boxed) ?? readQuote(node, reading, paragraphs);
    }
    case 'table':
      return [readTable(node, reading)];
    case 'definition':
      return [];
    default:
      return paragraphsOf(node, reading, depth);
  }
}

const paragraph = (content: InlineJson[]): Paragraph =>
  content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
const words = (text: string): Paragraph => paragraph(text === '' ? [] : [{ type: 'text', text }]);
const codeText = (value: string) =>
  value
    .replace(/\r\n?/gu, '\n')
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '\ufffd');

function readList(node: List, reading: Reading, depth: number): BlockJson[] {
  if (depth + 2 > MAX_DEPTH) throw tooDeep();
  const items = node.children.flatMap((item): BlockOf<'listItem'>[] => {
    const content = item.children.flatMap((child): (Paragraph | BlockOf<'bulletList' | 'orderedList'>)[] =>
      child.type === 'list'
        ? (readList(child, reading, depth + 2) as BlockOf<'bulletList'>[])
        : paragraphsOf(child, reading, depth + 2),
    );
    const first = content[0]?.type === 'paragraph' ? (content.shift() as Paragraph) : paragraph([]);
    if (item.checked != null) first.content = [{ type: 'text', text: item.checked ? '[x] ' : '[ ] ' }, ...(first.content ?? [])];
    return [{ type: 'listItem', content: [first, ...content] }];
  });
  if (items.length === 0) return [];
  return [
    node.ordered
      ? { type: 'orderedList', attrs: { start: node.start ?? 1 }, content: items }
      : { type: 'bulletList', content: items },
  ];
}

/** Any block as plain paragraphs: for what stands where only paragraphs may, or has no counterpart. */
function paragraphsOf(node: Nodes, reading: Reading, depth: number): Paragraph[] {
  if (depth > MAX_DEPTH) throw tooDeep();
  const inside = (children: readonly Nodes[]) => children.flatMap((child) => paragraphsOf(child, reading, depth + 1));
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [paragraph(readInline(node.children, reading))];
    case 'code':
      return codeText(node.value)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => paragraph([{ type: 'text', text: line, marks: [{ type: 'code' }] }]));
    case 'html': {
      leaveOut(node, node.value, 'web code; its words stay as text', reading);
      return wordsOfHtml(node.value).map(words);
    }
    case 'table':
      leaveOut(node, sourceOf(node, reading), 'the columns of a table; each row stays as a paragraph', reading);
      return node.children.map((row) =>
        paragraph(
          row.children.flatMap((cell, index) => [
            ...(index > 0 ? [{ type: 'text' as const, text: ' | ' }] : []),
            ...readInline(cell.children, reading),
          ]),
        ),
      );
    case 'footnoteDefinition': {
      leaveOut(node, `[${node.label ?? node.identifier}]`, 'a footnote; its words stay where it was written', reading);
      const [first, ...rest] = inside(node.children);
      return [
        paragraph([{ type: 'text', text: cleanText(`[${node.label ?? node.identifier}] `) }, ...(first?.content ?? [])]),
        ...rest,
      ];
    }
    case 'blockquote': {
      const content = inside(node.children);
      leaveOut(node, inlineText(content[0]?.content), 'a quotation inside another block; its words stay as text', reading);
      return content;
    }
    case 'list':
    case 'listItem':
      return inside(node.children);
    case 'thematicBreak':
    case 'definition':
      return [];
    default:
      return [words(cleanText(sourceOf(node, reading)))];
  }
}
