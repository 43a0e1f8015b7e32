import { getSchema } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import { isLine } from '../article/text';
import { StetError } from '../errors';
import { documentExtensions } from './extensions';
import type { DocJson } from './json';

/** Deeper than any page a person writes, far from where recursion overflows a stack. */
export const MAX_DEPTH = 60;
/** UTF-16 units of text in one document: about two million words. */
export const MAX_TEXT = 12_000_000;
const MAX_NODES = 500_000;
/** Cells in one row of a table: more than any page can show. */
export const MAX_COLUMNS = 200;

let built: Schema | undefined;

/** The schema of a Stet document; built without a DOM, once. */
export function documentSchema(): Schema {
  return (built ??= getSchema(documentExtensions));
}

/**
 * The gate: everything that becomes a document passes here (stored JSON, backups, imports, saves).
 * Gives a ProseMirror node whose every attribute is valid; unknown names are refused rather than dropped.
 * Errors: `document/invalid`, `document/too-deep`, `document/too-large`, `document/bad-text`.
 */
export function parseDocument(json: unknown): Node {
  walk(json);
  try {
    const node = documentSchema().nodeFromJSON(json);
    node.check();
    if (node.type.name !== 'doc') throw new RangeError('not a whole document');
    return node;
  } catch (cause) {
    throw new StetError(
      'document/invalid',
      'This text has a part that Stet does not know, so it was not taken over.',
      {},
      { cause },
    );
  }
}

/** As `parseDocument`, and gives the same document as plain JSON with defaults filled in. */
export function checkDocument(json: unknown): DocJson {
  return parseDocument(json).toJSON() as DocJson;
}

interface Loose {
  type?: unknown;
  attrs?: unknown;
  content?: unknown;
  marks?: unknown;
  text?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Iterative, because the depth that it guards against would overflow a recursive walk.
function walk(root: unknown): void {
  const schema = documentSchema();
  const stack: { node: unknown; depth: number; code: boolean }[] = [{ node: root, depth: 0, code: false }];
  let nodes = 0;
  let units = 0;
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { node, depth, code } = item;
    if (depth > MAX_DEPTH) {
      throw new StetError('document/too-deep', 'Lists or quotes are nested too deeply here. Take some out of the others.', {
        limit: MAX_DEPTH,
      });
    }
    if (!isObject(node)) throw invalid();
    const { type, attrs, content, marks, text } = node as Loose;
    const nodeType = typeof type === 'string' && Object.hasOwn(schema.nodes, type) ? schema.nodes[type] : undefined;
    if (!nodeType) throw invalid();
    if (type === 'tableRow' && list(content).length > MAX_COLUMNS) {
      throw new StetError('document/too-large', 'This table has too many columns for one page. Divide it into several.', {
        limit: MAX_COLUMNS,
      });
    }
    knownKeys(node, ['type', 'attrs', 'content', 'marks', 'text']);
    knownAttributes(attrs, nodeType.spec.attrs);
    if (text !== undefined) {
      if (typeof text !== 'string' || !isText(text, code)) {
        throw new StetError(
          'document/bad-text',
          'The text holds characters that no format can carry. Paste it as plain text instead.',
        );
      }
      units += text.length;
    }
    if (++nodes > MAX_NODES || units > MAX_TEXT) {
      throw new StetError('document/too-large', 'This text is too long for one article. Divide it into several.', {
        limit: MAX_TEXT,
      });
    }
    for (const mark of list(marks)) {
      if (!isObject(mark)) throw invalid();
      const markType =
        typeof mark.type === 'string' && Object.hasOwn(schema.marks, mark.type) ? schema.marks[mark.type] : undefined;
      if (!markType) throw invalid();
      knownKeys(mark, ['type', 'attrs']);
      knownAttributes(mark.attrs, markType.spec.attrs);
    }
    for (const child of list(content)) stack.push({ node: child, depth: depth + 1, code: nodeType.spec.code === true });
  }
}

const invalid = () =>
  new StetError('document/invalid', 'This text has a part that Stet does not know, so it was not taken over.');

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid();
  return value;
}

function knownKeys(object: Record<string, unknown>, known: readonly string[]): void {
  for (const key of Object.keys(object)) if (!known.includes(key)) throw invalid();
}

function knownAttributes(given: unknown, known: Record<string, unknown> | undefined | null): void {
  if (given === undefined || given === null) return;
  if (!isObject(given)) throw invalid();
  for (const key of Object.keys(given)) if (!known || !Object.hasOwn(known, key)) throw invalid();
}

/** Where a text holds none of these, nothing in it has to be looked at more closely. */
const UNUSUAL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/;

function isText(text: string, code: boolean): boolean {
  if (!UNUSUAL.test(text)) return true;
  // A tab is text that a writer may have pasted; code keeps its line ends.
  return isLine(text.replace(code ? /[\t\n]/gu : /\t/gu, ' ').replace(/[\u2028\u2029\u0080-\u009f]/gu, ' '));
}
