import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';
import { StetError } from '../../errors';
import { stylesheet } from './stylesheet';
import { findIn, isHtml, rawText } from './tree';

/** Twice as deep as browsers nest; what is deeper is damage or an attack. */
export const MAX_NESTING = 1000;
/** Elements and comments: a very long article has a tenth of these. */
export const MAX_ELEMENTS = 200_000;
/** UTF-16 units. */
export const MAX_PAGE = 16_000_000;

/**
 * The tree of a page, as a browser would build it. Nothing is loaded or run.
 * Errors: `import/too-deep` (while parsing, so that no deep page costs time), `import/too-large`.
 */
export function parsePage(html: string): DefaultTreeAdapterTypes.Document {
  if (html.length > MAX_PAGE) throw tooLarge(MAX_PAGE);
  const unstyled = withoutOwnLook(html);
  const page = unstyled === null ? null : tree(unstyled);
  return page !== null && ownLookIn(page) ? page : tree(html);
}

function tree(html: string): DefaultTreeAdapterTypes.Document {
  let depth = 0;
  let made = 0;
  const count = (): void => {
    if (++made > MAX_ELEMENTS) throw tooLarge(MAX_ELEMENTS);
  };
  const guarded: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      count();
      return defaultTreeAdapter.createElement(...given);
    },
    createCommentNode: (data) => {
      count();
      return defaultTreeAdapter.createCommentNode(data);
    },
    onItemPush: () => {
      if (++depth > MAX_NESTING) {
        throw new StetError(
          'import/too-deep',
          'The parts of this page are nested too deeply to be read. Copy its text and paste it instead.',
          { limit: MAX_NESTING },
        );
      }
    },
    onItemPop: () => void depth--,
    // Only where a node begins is ever told. The parser moves the end of a text with every word of it.
    updateNodeSourceCodeLocation: () => undefined,
  };
  return parse(html, { treeAdapter: guarded, sourceCodeLocationInfo: true });
}

// In a short page of our own the style sheet is as long as the story, and nobody reads it. It is left out where it is certain
// that the page meant it as one: what stands in its place stands nowhere else, and came back inside an element `style`.
const STANDS_FOR = `/* the look */${'\n'.repeat(stylesheet.split('\n').length - 1)}`;

function withoutOwnLook(html: string): string | null {
  const [before, after, more] = html.split(stylesheet, 3);
  return before === undefined || after === undefined || more !== undefined || html.includes(STANDS_FOR)
    ? null
    : `${before}${STANDS_FOR}${after}`;
}

const ownLookIn = (page: DefaultTreeAdapterTypes.Document): boolean =>
  findIn(page, (element) => element.tagName === 'style' && isHtml(element) && rawText(element).includes(STANDS_FOR)) !== null;

const tooLarge = (limit: number): StetError =>
  new StetError('import/too-large', 'This page is too large to read as one article. Copy the part that you need and paste it.', {
    limit,
  });
