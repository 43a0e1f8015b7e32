import { inlineText } from '../article/summary';
import type { BlockJson, BlockOf, DocJson, InlineJson } from '../document/json';
import { inlineQuotations, type InlineQuotations } from '../quotes/inlineQuotations';
import { spokenIn } from '../quotes/quotable';
import { verbatimRanges, type TextRange } from '../quotes/verbatim';
import type { CodePiece } from './codePieces';
import { BLOT, readableText } from './readable';

/** Attributes of blocks that hold words which a reader sees as running text. */
export type WordsAttribute = 'title' | 'caption' | 'description';

/** One textblock of a document, as text. Offsets are UTF-16 units; a hard break is one line feed, as in the document. */
export interface TextPart {
  readonly index: number;
  /** Child indices from the document to the block. */
  readonly path: readonly number[];
  /** The attribute that holds the words, where no content does. */
  readonly attribute: WordsAttribute | null;
  readonly type:
    'kicker' | 'headline' | 'standfirst' | 'paragraph' | 'heading' | 'pullQuote' | 'factBox' | 'related' | 'embed' | 'table';
  /** Line of the source, from 1; null where there is none. */
  readonly line: number | null;
  /** Which block quotation or pull quote it belongs to, as index among the document's children; null outside. */
  readonly quotation: number | null;
  /** The part before it is the paragraph before it in the same list, quotation or body. */
  readonly continues: boolean;
  readonly text: string;
  /** Words whose speaker the writer has named. */
  readonly spoken: readonly TextRange[];
  /**
   * As long as `text`, with code, addresses, handles and leftover web code blotted out by U+FFFC: what may be read as
   * language. A character in the wrong encoding stands there as it was meant, filled up with U+FFFC.
   */
  readonly readable: string;
  readonly code: readonly CodePiece[];
}

/** A document as the kinds of repair read it. */
export interface Page {
  readonly language: string;
  readonly parts: readonly TextPart[];
  readonly quotations: InlineQuotations;
  /** Ranges that are somebody's words, for each part. */
  readonly verbatim: readonly (readonly { from: number; to: number }[])[];
  /** How often each word stands on the page, as written. */
  readonly counts: ReadonlyMap<string, number>;
  readonly relatedWithoutTarget: ReadonlySet<number>;
}

const WORD = /[\p{L}\p{M}]+/gu;

/**
 * The linear text view of a document. `lines` are the lines of the source by index of the document's children, where it came
 * from one. Linear in the length of the text.
 */
export function readPage(doc: DocJson, lines: ReadonlyMap<number, number> = new Map()): Page {
  const parts: TextPart[] = [];
  const relatedWithoutTarget = new Set<number>();
  type Place = Pick<TextPart, 'path' | 'type' | 'quotation'> & { attribute?: WordsAttribute | null };
  const add = (
    { attribute = null, ...part }: Place,
    text: string,
    masked: string,
    continues: boolean,
    content?: readonly InlineJson[],
  ): void => {
    const top = part.path[0] ?? 0;
    parts.push({
      ...part,
      index: parts.length,
      line: lines.get(top) ?? null,
      attribute,
      continues,
      text,
      spoken: spokenIn(content),
      ...readableText(masked),
    });
  };
  const named = (
    { type }: BlockOf<'factBox' | 'embed' | 'table'>,
    path: readonly number[],
    attribute: WordsAttribute,
    words: string | undefined,
  ): void => {
    if (words) add({ path, type, quotation: null, attribute }, words, words, false);
  };
  const visit = (block: BlockJson, path: readonly number[], quotation: number | null, continues: boolean): void => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        add(
          { path, type: block.type, quotation },
          inlineText(block.content),
          withoutCode(block.content),
          continues,
          block.content,
        );
        return;
      case 'related': {
        const title = block.attrs?.title ?? '';
        if (!block.attrs?.target) relatedWithoutTarget.add(parts.length);
        add({ path, type: 'related', quotation, attribute: 'title' }, title, title, false);
        return;
      }
      case 'pullQuote':
        add(
          { path, type: 'pullQuote', quotation: path[0] ?? null },
          inlineText(block.content),
          withoutCode(block.content),
          false,
        );
        return;
      case 'embed':
        for (const attribute of ['title', 'description'] as const) named(block, path, attribute, block.attrs?.[attribute]);
        return;
      case 'codeBlock':
      case 'horizontalRule':
        return;
      default: {
        if (block.type === 'factBox') named(block, path, 'title', block.attrs?.title);
        if (block.type === 'table') named(block, path, 'caption', block.attrs?.caption);
        const within = block.type === 'quote' ? (path[0] ?? null) : quotation;
        let previous: string | null = null;
        block.content?.forEach((child, at) => {
          visit(child, [...path, at], within, previous === 'paragraph' && child.type === 'paragraph');
          previous = child.type;
        });
      }
    }
  };
  let previous: string | null = null;
  doc.content.forEach((child, at) => {
    if (child.type === 'kicker' || child.type === 'headline' || child.type === 'standfirst')
      add(
        { path: [at], type: child.type, quotation: null },
        inlineText(child.content),
        withoutCode(child.content),
        false,
        child.content,
      );
    else visit(child, [at], null, previous === 'paragraph' && child.type === 'paragraph');
    previous = child.type;
  });

  const counts = new Map<string, number>();
  for (const { readable } of parts) for (const [word] of readable.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const texts = parts.map(({ readable, continues, quotation, spoken }) => ({
    text: readable,
    spoken,
    continues,
    inQuotation: quotation !== null,
  }));
  const quotations = inlineQuotations(texts, doc.attrs.language);
  return {
    language: doc.attrs.language,
    parts,
    quotations,
    verbatim: verbatimRanges(texts, quotations),
    counts,
    relatedWithoutTarget,
  };
}

const withoutCode = (content: readonly InlineJson[] | undefined): string =>
  (content ?? [])
    .map((node) =>
      node.type === 'articleLink'
        ? BLOT
        : node.type !== 'text'
          ? '\n'
          : node.marks?.some(({ type }) => type === 'code')
            ? BLOT.repeat(node.text.length)
            : node.text,
    )
    .join('');
