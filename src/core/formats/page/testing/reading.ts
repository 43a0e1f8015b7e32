import { blockText, inlineText } from '../../../article/summary';
import type { BlockJson } from '../../../document/json';
import type { Imported } from '../../format';
import { understand } from '../page';

/** What tests say of an imported page: one short line for each block. */
export interface Reading {
  kicker: string;
  headline: string;
  section: string[];
  byline: string[];
  body: string[];
  previous: string | null;
  next: string | null;
  leftOut: string[];
  imported: Imported;
}

/** The article that these lines of plain text become, in a form that reads well in a test. */
export function page(...lines: string[]): Reading {
  const blocks = lines.map((text, index) => ({
    line: index + 1,
    block: { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] },
  }));
  const { imported } = understand(blocks, {}, { language: 'en', name: null, part: 'page' }, [], 'lines');
  return reading(imported);
}

/** An import in that form. */
export function reading(imported: Imported): Reading {
  const [kicker, headline, , ...body] = imported.doc.content;
  return {
    kicker: inlineText(kicker.content),
    headline: inlineText(headline.content),
    section: imported.doc.attrs.section,
    byline: imported.doc.attrs.byline.map(({ name, role }) => (role === null ? name : `${name} (${role})`)),
    body: body.map(shown),
    previous: imported.neighbours.previous?.title ?? null,
    next: imported.neighbours.next?.title ?? null,
    leftOut: imported.leftOut.map(({ text, why }) => `${text}: ${why}`),
    imported,
  };
}

function shown(block: BlockJson): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.attrs?.level ?? 2)} ${blockText(block)}`;
    case 'related':
      return `[${block.attrs?.label ?? ''}] ${block.attrs?.title ?? ''}`;
    case 'quote':
      return `> ${blockText(block).replaceAll('\n', ' / ')} — ${[block.attrs?.speaker, block.attrs?.role].filter(Boolean).join(', ')}`;
    default:
      return blockText(block);
  }
}
