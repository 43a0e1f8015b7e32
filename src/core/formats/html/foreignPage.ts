import type { ImportContext, Imported, LeftOut } from '../format';
import { assemble } from '../page/page';
import { articleRoot, outside } from './articleRoot';
import { BlockReader, type PageReading } from './blockReader';
import { readForeignHead } from './foreignHead';
import { furnitureOf } from './furniture';
import { BESIDE } from './href';
import type { TextStyle } from './style';
import { canonicalOf } from './metadata';
import { findIn, type Element, type Page } from './tree';

const plain: TextStyle = { marks: [], spacing: 'collapse' };

/** A page of another site as an article: what it says of itself, then its words in order. What is not the article is reported. Errors: those of `checkDocument`. */
export function readForeignPage(page: Page, context: ImportContext): Imported {
  const root = articleRoot(page);
  if (root === null) return assemble([], {}, context);
  const { known, taken, leftOut } = readForeignHead(page, root, context.beside);
  leftOut.push(...outside(page, root, taken));
  const reader = readBlocks(root, {
    base: known.canonicalUrl ?? null,
    linkBase: known.canonicalUrl ?? (context.beside ? BESIDE : null),
    exact: false,
    pictures: true,
    beside: context.beside === true,
    leftOut,
    taken,
    furniture: furnitureOf(root, 'page'),
  });
  return assemble(reader.blocks, known, context, inOrder(leftOut));
}

/** What was copied from a page, a mail or a word processor, as blocks. Errors: those of `checkDocument`. */
export function readFragment(page: Page, context: ImportContext): Imported {
  const { blocks, leftOut } = readForeignBody(page);
  return assemble(blocks, { language: context.language }, context, leftOut);
}

/** The blocks of a body without a head of its own. `beside` as in `ImportContext`. */
export function readForeignBody(page: Page, beside = false): { blocks: BlockReader['blocks']; leftOut: LeftOut[] } {
  const body = findIn(page, ({ tagName }) => tagName === 'body');
  const leftOut: LeftOut[] = [];
  if (body === null) return { blocks: [], leftOut };
  const reader = readBlocks(body, {
    base: canonicalOf(page),
    linkBase: canonicalOf(page) ?? (beside ? BESIDE : null),
    exact: false,
    pictures: true,
    beside,
    leftOut,
    taken: new Set(),
    furniture: furnitureOf(body, 'fragment'),
  });
  return { blocks: reader.blocks, leftOut: inOrder(leftOut) };
}

function readBlocks(root: Element, reading: PageReading): BlockReader {
  const reader = new BlockReader(reading);
  reader.readBlock(root, plain);
  return reader;
}

const inOrder = (leftOut: readonly LeftOut[]): LeftOut[] => [...leftOut].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
