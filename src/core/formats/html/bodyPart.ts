import type { InlineJson } from '../../document/json';
import type { LeftOut } from '../format';
import type { RawBlock } from '../page/draft';
import { BlockReader, type PageReading } from './blockReader';
import { readForeignBody } from './foreignPage';
import { BESIDE } from './href';
import { parsePage } from './parsePage';
import type { TextStyle } from './style';
import { findIn, type Node } from './tree';

const exact: TextStyle = { marks: [], spacing: 'exact' };

/** The blocks of HTML that stands inside another format. `own` as Stet wrote it, exactly; `beside` as in `ImportContext`. Errors: those of `parsePage`. */
export function readBodyPart(
  html: string,
  { own, beside }: { own: boolean; beside: boolean },
): { blocks: RawBlock[]; leftOut: LeftOut[] } {
  const page = parsePage(html);
  if (!own) return readForeignBody(page, beside);
  const reading = exactly(beside);
  const reader = new BlockReader(reading);
  const body = findIn(page, ({ tagName }) => tagName === 'body');
  if (body) reader.readBlock(body, exact);
  return { blocks: reader.blocks, leftOut: reading.leftOut };
}

/** The words of one paragraph of HTML that Stet wrote, with their marks. Errors: those of `parsePage`. */
export function readInlinePart(html: string): InlineJson[] {
  // Before a body begins, spaces count for nothing.
  const paragraph = findIn(parsePage(`<p>${html}</p>`), ({ tagName }) => tagName === 'p');
  const reader = new BlockReader(exactly(false));
  if (paragraph) reader.readAll(paragraph.childNodes, exact);
  return reader.run.take('exact');
}

const exactly = (beside: boolean): PageReading => ({
  base: null,
  linkBase: beside ? BESIDE : null,
  exact: true,
  pictures: true,
  beside,
  leftOut: [],
  taken: new Set<Node>(),
  furniture: () => null,
});
