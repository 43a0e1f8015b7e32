import type { Nodes, PhrasingContent } from 'mdast';
import { isSafeUrl } from '../../article/url';
import type { InlineJson, MarkJson } from '../../document/json';
import { markOfTag, readTag } from './inlineTag';
import { tooDeep } from './parse';
import { addressOf, leaveOut, MAX_MARK_DEPTH, sourceOf, type Reading } from './reading';

// As the schema orders marks: the gate refuses another order.
const ORDER = ['bold', 'italic', 'strike', 'underline', 'code', 'link', 'abbreviation'];

/** Inline Markdown as inline content. Whatever Stet has no mark for keeps its words and is reported. Errors: `import/too-deep`. */
export function readInline(nodes: readonly PhrasingContent[], reading: Reading): InlineJson[] {
  const out: InlineJson[] = [];
  readRun(nodes, [], reading, out, 0);
  return out;
}

/** True when a text would lose something as mere words. */
export function hasMarks(content: readonly InlineJson[]): boolean {
  return content.some((node) => node.type === 'text' && (node.marks ?? []).length > 0);
}

/** Text that may stand in a document: one line, without the control characters that no format carries. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\n/gu, ' ')
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '\ufffd');
}

interface OpenTag {
  name: string;
  mark: MarkJson;
}
const LINK_TITLE = 'the title of a link, which shows only under the pointer';
/** More open tags than this are no longer marks of a text. */
const MAX_OPEN_TAGS = 100;

function readRun(
  nodes: readonly PhrasingContent[],
  around: readonly MarkJson[],
  reading: Reading,
  out: InlineJson[],
  depth: number,
): void {
  if (depth > MAX_MARK_DEPTH) throw tooDeep();
  const open: OpenTag[] = [];
  let marks = around;
  const within = (children: readonly PhrasingContent[], mark: MarkJson | null) =>
    readRun(children, mark ? withMark(marks, mark) : marks, reading, out, depth + 1);
  const words = (text: string, mark: MarkJson | null = null) => {
    const clean = cleanText(text);
    if (clean !== '') out.push(textNode(clean, mark ? withMark(marks, mark) : marks));
  };
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        words(node.value);
        break;
      case 'break':
        out.push({ type: 'hardBreak' });
        break;
      case 'strong':
        within(node.children, { type: 'bold' });
        break;
      case 'emphasis':
        within(node.children, { type: 'italic' });
        break;
      case 'delete':
        within(node.children, { type: 'strike' });
        break;
      case 'inlineCode':
        words(node.value, { type: 'code' });
        break;
      case 'link':
        if (node.title) leaveOut(node, node.title, LINK_TITLE, reading);
        within(node.children, linkTo(addressOf(node.url, reading) ?? node.url, node, reading));
        break;
      case 'linkReference': {
        const definition = reading.definitions.take(node.identifier);
        if (definition) {
          if (definition.title) leaveOut(node, definition.title, LINK_TITLE, reading);
          within(node.children, linkTo(addressOf(definition.url, reading) ?? definition.url, node, reading));
        } else words(sourceOf(node, reading));
        break;
      }
      case 'image':
      case 'imageReference':
        leaveOut(node, sourceOf(node, reading), 'a picture; its description stays as text', reading);
        words(node.alt ?? '');
        break;
      case 'footnoteReference':
        words(`[${node.label ?? node.identifier}]`);
        break;
      case 'html': {
        const tag = readTag(node.value);
        if (tag?.kind === 'open' && tag.name === 'br') out.push({ type: 'hardBreak' });
        else if (tag?.kind === 'close') {
          const at = open.findLastIndex(({ name }) => name === tag.name);
          if (at >= 0) {
            open.splice(at, 1);
            marks = open.reduce((all, { mark }) => withMark(all, mark), around);
          }
        } else {
          const mark = tag && markOfTag(tag, reading);
          if (tag && mark && open.length < MAX_OPEN_TAGS) {
            open.push({ name: tag.name, mark });
            marks = withMark(marks, mark);
          } else leaveOut(node, node.value, 'web code that Stet has no counterpart for', reading);
        }
        break;
      }
      default:
        words(sourceOf(node, reading)); // a kind of node that no extension in use makes
    }
  }
}

function linkTo(url: string, node: Nodes, reading: Reading): MarkJson | null {
  // Browsers take a backslash in an address for a slash; CommonMark says that it is one of its signs.
  const address = reading.own ? url : url.replaceAll('\\', '%5C');
  if (isSafeUrl(address)) return { type: 'link', attrs: { target: { url: address } } };
  leaveOut(node, url, 'a link to no web or mail address; its words stay', reading);
  return null;
}

function withMark(marks: readonly MarkJson[], mark: MarkJson): readonly MarkJson[] {
  if (marks.some(({ type }) => type === mark.type)) return marks;
  return [...marks, mark].sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
}

function textNode(text: string, marks: readonly MarkJson[]): InlineJson {
  return marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text };
}
