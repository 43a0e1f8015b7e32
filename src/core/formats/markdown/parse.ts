import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { MAX_TEXT } from '../../document/schema';
import { StetError } from '../../errors';
import { costlyBlocks, type CostlyBlock } from './costlyBlocks';
import { gfmSyntaxFor } from './gfmSyntax';
import { shield } from './shield';

/** Containers around one line; far more than a page has, far less than what overflows a parser. */
const MAX_CONTAINERS = 60;

const RULE = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/u;
const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/uy;

// The tree transforms of GFM link addresses in text whose escapes are gone already; the tokenizer knows escapes.
const treeExtensions = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);

/** A text as a syntax tree. */
export interface Parsed {
  root: Root;
  /** Blocks that stand in the tree as the characters they are, because parsing them would take seconds. */
  literal: readonly CostlyBlock[];
}

/** The syntax tree of a text, in time and memory proportional to it. Errors: `import/too-deep`, before any work that would grow with the depth; `import/too-large`, `import/unreadable`. */
export function parseMarkdown(text: string): Parsed {
  if (text.length > MAX_TEXT)
    throw new StetError('import/too-large', 'This text is too long for one article. Import it in smaller parts.', {
      limit: MAX_TEXT,
    });
  refuseDepth(text);
  const shielded = shield(text, costlyBlocks(text));
  if (!shielded) throw unreadable();
  try {
    const root = fromMarkdown(shielded.text, { extensions: [gfmSyntaxFor(shielded.text)], mdastExtensions: treeExtensions });
    return { root, literal: shielded.restore(root) };
  } catch (cause) {
    if (cause instanceof RangeError) throw tooDeep(cause);
    throw unreadable(cause);
  }
}

const unreadable = (cause?: unknown) =>
  new StetError('import/unreadable', 'Stet cannot read this as Markdown. Import it as plain text instead.', {}, { cause });

/** For text whose nesting no page needs. */
export function tooDeep(cause?: unknown): StetError {
  return new StetError(
    'import/too-deep',
    'Lists or quotes are nested too deeply in this text. Take some out of the others and import it again.',
    { limit: MAX_CONTAINERS },
    { cause },
  );
}

function refuseDepth(text: string): void {
  for (const line of text.split(/\r\n?|\n/u)) {
    const indent = /^[ \t]*/u.exec(line)?.[0].length ?? 0;
    // A list marker deep inside indents: each level takes two columns at least.
    let depth = Math.floor(indent / 2) > MAX_CONTAINERS && /^[-+*\d]/u.test(line.slice(indent)) ? MAX_CONTAINERS : 0;
    CONTAINER.lastIndex = 0;
    while (CONTAINER.test(line)) {
      if (++depth > MAX_CONTAINERS && !RULE.test(line)) throw tooDeep();
    }
  }
}
