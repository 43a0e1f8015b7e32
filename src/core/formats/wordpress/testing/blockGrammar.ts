/** A block as WordPress's parser finds it in the content of a post. */
export interface ParsedBlock {
  name: string;
  /** What stands in its comment, as it stands there; null for no settings. */
  settings: string | null;
  /** Its own markup; each block inside it is `<wp-inner></wp-inner>`. */
  markup: string;
  inner: ParsedBlock[];
}

/** A delimiter of the block grammar (WordPress, block-grammar: `<!-- wp:name {json} -->`, `<!-- /wp:name -->`, `<!-- wp:name /-->`). */
const DELIMITER = /<!--\s+(\/)?wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(\{[\s\S]*?\}\s+)?(\/)?-->/gu;

/**
 * The blocks of a post, by delimiters alone as WordPress reads them: it knows nothing of the HTML in which they stand. Errors:
 * `Error` for whatever would open as “classic” or “unexpected content”.
 */
export function parseBlocks(post: string): ParsedBlock[] {
  const root: ParsedBlock = { name: '', settings: null, markup: '', inner: [] };
  const open: ParsedBlock[] = [root];
  let at = 0;
  for (const found of post.matchAll(DELIMITER)) {
    const [delimiter, closes, name = '', settings, isVoid] = found;
    const here = open.at(-1) ?? root;
    here.markup += post.slice(at, found.index);
    at = found.index + delimiter.length;
    if (isVoid !== undefined) throw new Error(`${name} has no markup.`);
    if (closes === undefined) {
      const block: ParsedBlock = { name, settings: settings?.trim() ?? null, markup: '', inner: [] };
      here.markup += '<wp-inner></wp-inner>';
      here.inner.push(block);
      open.push(block);
    } else if (open.pop()?.name !== name || open.length === 0) throw new Error(`${name} is closed where it is not open.`);
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is never closed.`);
  root.markup += post.slice(at);
  if (root.markup.replaceAll('<wp-inner></wp-inner>', '').trim() !== '')
    throw new Error(`Words outside of blocks: ${root.markup}`);
  if (root.inner.flatMap(every).some(({ markup }) => markup.includes('<!--'))) throw new Error('A comment that is no delimiter.');
  return root.inner;
}

/** A block and all that is inside it. */
export const every = (block: ParsedBlock): ParsedBlock[] => [block, ...block.inner.flatMap(every)];
