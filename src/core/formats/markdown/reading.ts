import type { Nodes } from 'mdast';
import { isSafeUrl } from '../../article/url';
import { besideUrl } from '../beside';
import type { LeftOut } from '../format';
import type { Definitions } from './definitions';

/** One import in progress: the source, what references mean, and what was left out so far. */
export interface Reading {
  readonly source: string;
  /** Lines of front matter before the source. */
  readonly linesBefore: number;
  readonly definitions: Definitions;
  readonly leftOut: LeftOut[];
  /** The file is Stet's own and says exactly what everything in it is. */
  readonly own: boolean;
  /** Files may lie beside the text: pictures that stand alone are taken over. */
  readonly pictures: boolean;
  /** As in `ImportContext`. */
  readonly beside: boolean;
}

/** The address of a link as a document may hold it; null for one that leads to no web or mail address. */
export function addressOf(url: string, { beside }: Pick<Reading, 'beside'>): string | null {
  return isSafeUrl(url) ? url : beside ? besideUrl(url) : null;
}

/** Deeper than marks nest in any text a person wrote. */
export const MAX_MARK_DEPTH = 200;
const SHOWN = 200;

/** The line of a node in the file, from 1. */
export function lineOf(node: Nodes, { linesBefore }: Reading): number | null {
  return node.position ? node.position.start.line + linesBefore : null;
}

/** The Markdown that a node was read from. */
export function sourceOf(node: Nodes, { source }: Reading): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Tells the writer what was not taken over, in at most a line or two. */
export function leaveOut(node: Nodes, text: string, why: string, reading: Reading): void {
  reading.leftOut.push({ line: lineOf(node, reading), text: excerpt(text), why });
}

/** The start of a text, as long as a report shows it. */
export function excerpt(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN).toWellFormed()}…` : text;
}
