import * as v from 'valibot';
import { blockAttributes, type BlockAttributes } from '../../document/attributes';
import type { BlockJson, BlockOf, InlineJson } from '../../document/json';
import type { BlockReader } from './blockReader';
import { readHref } from './href';
import { paragraphsIn } from './paragraphsIn';
import type { TextStyle } from './style';
import { allIn, attr, classesOf, findIn, hasClass, rawText, visibleText, type Element, type Node } from './tree';

const names = { pullQuote: /(?:^|[-_])pull[-_]?quote$/iu, factBox: /^facts?[-_]?box$/iu, embed: /^embed$/u } as const;

/** What an element says by its class that it is; null for the rest. Only plain words are believed: a pull quote, a fact box, a link card. */
export function markedAs(element: Element): keyof typeof names | null {
  const classes = classesOf(element);
  const found = Object.entries(names).find(([, pattern]) => classes.some((name) => pattern.test(name)));
  return (found?.[0] ?? null) as keyof typeof names | null;
}

/** Reads an element whose class says what it is. False where it is no such thing or holds more than one may: then nothing has been read. */
export function readMarked(element: Element, style: TextStyle, reader: BlockReader): boolean {
  const kind = markedAs(element);
  const block =
    kind === 'pullQuote'
      ? pullQuoteIn(element, style, reader)
      : kind === 'factBox'
        ? factBoxIn(element, style, reader)
        : kind === 'embed'
          ? cardIn(element, reader)
          : null;
  if (block === null) return false;
  reader.emit(block, element, style);
  return true;
}

const wordsOf = (element: Element | null, { page }: BlockReader): string =>
  element === null ? '' : page.exact ? rawText(element) : visibleText(element);

function pullQuoteIn(element: Element, style: TextStyle, reader: BlockReader): BlockOf<'pullQuote'> | null {
  const signs = allIn(
    element,
    (part) =>
      (part.tagName === 'p' && hasClass(part, 'speaker')) ||
      (!reader.page.exact && /^(?:figcaption|cite|footer)$/u.test(part.tagName)),
  );
  const name = wordsOf(signs[0] ?? null, reader);
  const speaker = reader.page.exact ? name : name.replace(/^[\s—–―-]+/u, '');
  const signed = signs.length === 1 && speaker !== '' && v.is(blockAttributes.pullQuote.speaker.schema, speaker);
  const holder = wordsHolder(element, signs);
  if (holder === null) return null;
  const inner = reader.insideWithout(new Set<Node>(signed ? signs : []));
  inner.readBlock(holder, style);
  const runs = inner.blocks
    .flatMap(({ block }) => paragraphsIn(block))
    .flatMap(({ content = [] }) => (content.length > 0 ? [content] : []));
  const content = runs.flatMap((run, index): InlineJson[] => (index === 0 ? run : [{ type: 'hardBreak' }, ...run]));
  return content.length === 0 ? null : { type: 'pullQuote', attrs: { speaker: signed ? speaker : null }, content };
}

/** The one blockquote inside, where all words but the name stand in it; the element itself without any. */
function wordsHolder(element: Element, signs: readonly Element[]): Element | null {
  const [quote, ...more] = allIn(element, ({ tagName }) => tagName === 'blockquote');
  if (!quote) return element;
  const outside = signs.filter((sign) => findIn(quote, (inner) => inner === sign) === null).map(visibleText);
  const whole = [visibleText(quote), ...outside].join('').length;
  return more.length === 0 && whole >= visibleText(element).replace(/ /gu, '').length ? quote : null;
}

/** A box holds paragraphs and lists under one title; one that holds anything else is read as the blocks that it holds. */
function factBoxIn(element: Element, style: TextStyle, reader: BlockReader): BlockOf<'factBox'> | null {
  const heading = findIn(element, ({ tagName }) => /^h[1-6]$/u.test(tagName));
  const title = wordsOf(heading, reader);
  const first = heading !== null && (reader.page.exact || visibleText(element).startsWith(title));
  const titled = first && v.is(blockAttributes.factBox.title.schema, title);
  const inner = reader.insideWithout(new Set<Node>(titled ? [heading] : []));
  const told = reader.page.leftOut.length;
  inner.readBlock(element, style);
  const content = inner.blocks.map(({ block }) => block);
  if (!content.every(isBoxed) || (content.length === 0 && !titled)) {
    reader.page.leftOut.length = told; // it is read once more
    return null;
  }
  return {
    type: 'factBox',
    attrs: { title: titled ? title : '' },
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  };
}

const isBoxed = (block: BlockJson): block is BlockOf<'paragraph' | 'bulletList' | 'orderedList'> =>
  block.type === 'paragraph' || block.type === 'bulletList' || block.type === 'orderedList';

function cardIn(element: Element, reader: BlockReader): BlockOf<'embed'> | null {
  const part = (name: string): Element | null => findIn(element, (inner) => hasClass(inner, name));
  const link = findIn(element, ({ tagName }) => tagName === 'a');
  const url = link === null ? null : readHref(attr(link, 'href') ?? '', reader.page.base);
  const attrs: BlockAttributes['embed'] = {
    url,
    title: wordsOf(part('title'), reader),
    provider: wordsOf(part('provider'), reader),
    description: wordsOf(part('description'), reader),
  };
  // Of another site's card nothing may be lost: it has exactly these words, and nothing that would have to be loaded.
  const words = [attrs.title === '' ? wordsOf(link, reader) : attrs.title, attrs.description, attrs.provider];
  const whole = reader.page.exact || visibleText(element) === words.filter((text) => text !== '').join(' ');
  const specs = Object.entries(blockAttributes.embed);
  const fits = specs.every(([name, { schema }]) => v.is(schema, attrs[name as keyof typeof attrs]));
  const said = url !== null || Object.values(attrs).some((value) => value !== null && value !== '');
  return said && whole && fits && (link === null || url !== null) ? { type: 'embed', attrs } : null;
}
