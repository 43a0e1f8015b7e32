import type { BlockAttributes } from '../../document/attributes';
import type { BlockJson } from '../../document/json';
import * as v from 'valibot';
import { blockAttributes, markAttributes } from '../../document/attributes';
import { inlineText } from '../../article/summary';
import type { BlockReader } from './blockReader';
import { readFigure, readBlockquote } from './figures';
import { readHref, withoutTracking } from './href';
import { readList, readLooseItem } from './lists';
import { readMarked } from './marked';
import { readMedia } from './media';
import { readAside } from './related';
import { declarationsOf, withMark, type TextStyle } from './style';
import { readTable } from './tables';
import { attr, classesOf, findIn, oneLine, rawText, unseen, type Element } from './tree';
import { isWordItem, readWordItems } from './wordItems';

/** Reads one element; `style` already has what the element's own `style` attribute says. */
export type Handler = (element: Element, style: TextStyle, reader: BlockReader) => void;

const through: Handler = (element, style, reader) => reader.readAll(element.childNodes, style);
const block: Handler = (element, style, reader) => reader.readBlock(element, style);
const box: Handler = (element, style, reader) => {
  if (!readMarked(element, style, reader)) reader.readBlock(element, style);
};
const nothing: Handler = () => undefined;

/** A mark, unless the element's own style took it away. */
const marked =
  (type: 'bold' | 'italic' | 'underline' | 'strike' | 'code'): Handler =>
  (element, style, reader) => {
    const weight = declarationsOf(element).get(type === 'bold' ? 'font-weight' : 'font-style') ?? '';
    const plain = (type === 'bold' || type === 'italic') && /^(?:normal|[1-5]00)/u.test(weight);
    reader.readAll(element.childNodes, plain ? style : withMark(style, { type }));
  };

const heading =
  (level: BlockAttributes['heading']['level']): Handler =>
  (element, style, reader) => {
    reader.flush(style);
    for (const raw of reader.blocksIn(element, style)) {
      const asHeading: BlockJson =
        raw.block.type === 'paragraph' ? { ...raw.block, type: 'heading', attrs: { level } } : raw.block;
      reader.blocks.push({ ...raw, block: asHeading });
    }
  };

const paragraph: Handler = (element, style, reader) => {
  if (isWordItem(element)) return readWordItems(element, style, reader);
  if (!classesOf(element).some((name) => /^Mso(?:Intense)?Quote/iu.test(name))) return reader.readBlock(element, style);
  const content = reader.blocksIn(element, style).flatMap(({ block: inner }) => (inner.type === 'paragraph' ? [inner] : []));
  if (content.length > 0)
    reader.emit(
      { type: 'quote', attrs: { speaker: null, role: null, sourceTitle: null, sourceUrl: null, saidOn: null }, content },
      element,
      style,
    );
};

const link: Handler = (element, style, reader) => {
  const raw = attr(element, 'href');
  const found = raw === null ? null : readHref(raw, reader.page.linkBase);
  const url = found === null || reader.page.exact ? found : withoutTracking(found);
  if (raw !== null && url === null && !raw.trim().startsWith('#'))
    reader.leaveOut(element, oneLine(raw), 'an address that no article may link to; its words are kept');
  reader.readAll(element.childNodes, url === null ? style : withMark(style, { type: 'link', attrs: { target: { url } } }));
};

const abbreviation: Handler = (element, style, reader) => {
  const title = attr(element, 'title');
  const expansion = reader.page.exact ? (title ?? '') : oneLine(title ?? '');
  const fits = v.is(markAttributes.abbreviation.expansion.schema, expansion) && (reader.page.exact || expansion !== '');
  reader.readAll(element.childNodes, fits ? withMark(style, { type: 'abbreviation', attrs: { expansion } }) : style);
};

const code: Handler = (element, style, reader) => {
  // Pages write a program with one `br` a line as often as with line ends.
  const inner = reader.inside();
  inner.readAll(element.childNodes, { marks: [], spacing: 'keep' });
  inner.flush({ marks: [], spacing: 'exact' });
  const holder = findIn(element, ({ tagName }) => tagName === 'code') ?? element;
  const named =
    classesOf(holder)
      .map((name) => /^lang(?:uage)?-(.+)$/u.exec(name)?.[1])
      .find((name) => name !== undefined) ?? null;
  const language = v.is(blockAttributes.codeBlock.language.schema, named) ? named : null;
  const text = reader.page.exact
    ? rawText(element)
    : inner.blocks
        .map(({ block: line }) => (line.type === 'paragraph' ? inlineText(line.content) : ''))
        .join('\n\n')
        .replace(/\n$/u, '');
  if (text.trim() !== '' || (reader.page.exact && text !== ''))
    reader.emit({ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] }, element, style);
};

const quoted: Handler = (element, style, reader) => {
  // Browsers draw the marks around `q`; a document has to hold them.
  reader.run.add('“', style.marks, style.spacing);
  reader.readAll(element.childNodes, style);
  reader.run.add('”', style.marks, style.spacing);
};

const each = (names: string, handler: Handler): [string, Handler][] => names.split(' ').map((name) => [name, handler]);

/** THE table: what becomes of each element. One that is not in it keeps its words in the line. */
const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...each('p', paragraph),
  ...each(
    'address article body caption center dd details dialog dl dt fieldset figcaption footer form header hgroup html legend main nav search summary td th',
    block,
  ),
  ...each('div section', box),
  ...each('tbody thead tfoot tr', block),
  ...each('h1 h2', heading(2)),
  ...each('h3 h4 h5 h6', heading(3)),
  ...each('ul ol menu dir', readList),
  ...each('li', readLooseItem),
  ...each('blockquote', readBlockquote),
  ...each('figure', readFigure),
  ...each('aside', readAside),
  ...each('table', readTable),
  ...each('pre listing plaintext xmp', code),
  ...each('hr', (element, style, reader) => reader.emit({ type: 'horizontalRule' }, element, style)),
  ...each('br', (_element, style, reader) => reader.run.break(style.spacing)),
  ...each('b strong', marked('bold')),
  ...each('i em', marked('italic')),
  ...each('u ins', marked('underline')),
  ...each('s strike del', marked('strike')),
  ...each('code tt kbd samp', marked('code')),
  ...each('a', link),
  ...each('abbr acronym', abbreviation),
  ...each('q', quoted),
  ...each('img picture video audio canvas iframe object embed map', readMedia),
  ...each('button select input textarea option optgroup progress meter', nothing),
  ...[...unseen].map((name): [string, Handler] => [name, nothing]),
  ...each('frameset frame rp', nothing),
]);

/** What reads this element. */
export function handlerOf(element: Element): Handler {
  return handlers.get(element.tagName) ?? through;
}
