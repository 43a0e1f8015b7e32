import * as v from 'valibot';
import { blockAttributes, type BlockAttributes } from '../../document/attributes';
import type { BlockReader, PageReading } from './blockReader';
import { ownPicture, pictureIn } from './pictures';
import { readHref } from './href';
import { readMarked } from './marked';
import { paragraphsIn } from './paragraphsIn';
import type { TextStyle } from './style';
import { allIn, attr, findIn, hasClass, rawText, visibleText, type Element, type Node } from './tree';

type QuoteAttributes = BlockAttributes['quote'];
const unsigned: QuoteAttributes = { speaker: null, role: null, sourceTitle: null, sourceUrl: null, saidOn: null };
const DASH = /^[\s—–―-]+/u;

/** A quotation whose attribution, if it has one, stands inside it. */
export function readBlockquote(element: Element, style: TextStyle, reader: BlockReader): void {
  if (readMarked(element, style, reader)) return;
  const signature = reader.page.exact ? null : signatureIn(element);
  emitQuote(element, signature, signature === null ? null : attributionOf(signature, reader), style, reader);
}

/** A quotation with its caption, or a picture with its; the words of any other figure, what it shows reported. */
export function readFigure(element: Element, style: TextStyle, reader: BlockReader): void {
  if (readMarked(element, style, reader)) return;
  const quotes = allIn(element, ({ tagName }) => tagName === 'blockquote');
  const caption = findIn(element, ({ tagName }) => tagName === 'figcaption');
  const [words] = quotes;
  const shown = quotes.length === 0 && reader.takesPictures ? pictureOf(element, caption, reader.page) : null;
  if (shown !== null) return reader.emit({ type: 'figure', attrs: shown }, element, style);
  const plain =
    words && quotes.length === 1 && findIn(element, ({ tagName }) => /^(?:img|table|video|pre)$/u.test(tagName)) === null;
  if (!plain) return reader.readBlock(element, style);
  const attribution =
    caption === null ? null : reader.page.exact ? ownAttribution(caption, reader) : attributionOf(caption, reader);
  emitQuote(words, null, attribution, style, reader);
  // A caption that is no attribution keeps its words, below the quotation.
  if (caption !== null && attribution === null) reader.readBlock(caption, style);
}

function pictureOf(
  figure: Element,
  caption: Element | null,
  { exact: own, beside }: PageReading,
): BlockAttributes['figure'] | null {
  // A fragment of ours says what each of its words is, too.
  const said =
    hasClass(figure, 'picture') && findIn(figure, (part) => hasClass(part, 'caption') || hasClass(part, 'credit')) !== null;
  if (own || said) return hasClass(figure, 'picture') ? ownPicture(figure, beside) : null;
  const [image, ...others] = allIn(figure, ({ tagName }) => /^(?:img|table|video|audio|pre|iframe|object|svg)$/u.test(tagName));
  const words = visibleText(figure) === (caption === null ? '' : visibleText(caption));
  return image?.tagName === 'img' && others.length === 0 && words ? pictureIn(image, caption, beside) : null;
}

function emitQuote(
  words: Element,
  signature: Node | null,
  attribution: Partial<QuoteAttributes> | null,
  style: TextStyle,
  reader: BlockReader,
): void {
  reader.flush(style);
  const inner = reader.inside();
  const kept =
    attribution === null || signature === null ? words.childNodes : words.childNodes.filter((node) => node !== signature);
  inner.readAll(kept, style);
  inner.flush(style);
  const content = inner.blocks.flatMap(({ block }) => paragraphsIn(block));
  const cite = attr(words, 'cite');
  const attrs: QuoteAttributes = {
    ...unsigned,
    sourceUrl: cite === null ? null : readHref(cite, reader.page.base),
    ...attribution,
  };
  if (content.length > 0) reader.emit({ type: 'quote', attrs, content }, words, style);
  else if (signature !== null) reader.readAll([signature], style);
}

/** The last child, when it is what signs a quotation: a footer, a `cite`, or a paragraph that begins with a dash. */
function signatureIn(quote: Element): Element | null {
  const last = quote.childNodes.findLast(
    (node) => 'tagName' in node || (node.nodeName === '#text' && 'value' in node && node.value.trim() !== ''),
  );
  if (!last || !('tagName' in last)) return null;
  if (/^(?:footer|cite)$/u.test(last.tagName)) return last;
  return /^(?:p|div|small)$/u.test(last.tagName) &&
    /^\s*(?:—|–|―|--)\s*\S/u.test(visibleText(last)) &&
    quote.childNodes.length > 1
    ? last
    : null;
}

/** "— Name, role" with a source in `cite`; null when it does not read as one, or does not fit, so that no word is lost. */
function attributionOf(caption: Element, reader: BlockReader): Partial<QuoteAttributes> | null {
  const whole = visibleText(caption);
  const cite = caption.tagName === 'cite' ? null : findIn(caption, ({ tagName }) => tagName === 'cite');
  const cited = cite === null ? '' : visibleText(cite);
  const named = cited === '' || !whole.endsWith(cited) ? whole : whole.slice(0, -cited.length);
  // Many sites put the speaker into `cite`; a source is one only beside a name.
  const beside = named.replace(DASH, '').replace(/[\s,;—–(-]+$/u, '');
  const line = beside === '' ? whole.replace(DASH, '') : beside;
  const comma = line.indexOf(', ');
  const address = cite === null ? null : findIn(cite, ({ tagName }) => tagName === 'a');
  const url = address === null ? null : readHref(attr(address, 'href') ?? '', reader.page.base);
  const attribution: Partial<QuoteAttributes> = {
    speaker: comma < 0 ? line : line.slice(0, comma),
    role: comma < 0 ? null : line.slice(comma + 2).trim() || null,
    ...(beside === '' || cited === '' || named === whole ? {} : { sourceTitle: cited }),
    ...(url === null ? {} : { sourceUrl: url }),
  };
  return line !== '' && fits(attribution) ? attribution : null;
}

function ownAttribution(caption: Element, reader: BlockReader): Partial<QuoteAttributes> | null {
  const wordsOf = (element: Element | null): string | null => (element === null ? null : rawText(element));
  const attribution: Partial<QuoteAttributes> = {
    speaker: wordsOf(findIn(caption, (element) => hasClass(element, 'speaker'))),
    role: wordsOf(findIn(caption, (element) => hasClass(element, 'role'))),
    sourceTitle: wordsOf(findIn(caption, ({ tagName }) => tagName === 'cite')),
    saidOn: attr(findIn(caption, ({ tagName }) => tagName === 'time') ?? caption, 'datetime'),
  };
  const said = Object.values(attribution).some((value) => value !== null);
  return said && fits(attribution) ? attribution : attributionOf(caption, reader);
}

function fits(attribution: Partial<QuoteAttributes>): boolean {
  return Object.entries(attribution).every(([name, value]) =>
    v.is(blockAttributes.quote[name as keyof QuoteAttributes].schema, value),
  );
}
