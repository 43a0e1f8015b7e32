import { isSafeUrl } from '../../article/url';
import { isLine } from '../../article/text';
import type { InlineJson, MarkJson } from '../../document/json';
import { readHref } from '../html/href';
import type { Piece } from './piece';
import type { RunReading } from './runReading';
import type { Role } from './readStyles';
import { noteLine } from './trackedChanges';

/** An address as the gate admits it; null for one that it does not, which the report then names. */
export function urlOf(
  piece: Pick<Piece, 'url' | 'text'>,
  { leftOut, ours }: Pick<RunReading, 'leftOut' | 'ours'>,
): string | null {
  const { url } = piece;
  if (url === null) return null;
  const found = ours && isSafeUrl(url) ? url : readHref(url, null);
  if (found === null && !url.startsWith('#'))
    leftOut.push({
      line: null,
      text: url,
      why: ours
        ? 'an address that leads to a file beside the document'
        : 'a link that is neither a web nor a mail address; its words stay',
    });
  return found;
}

/** Inline content of a textblock. */
export function inlineOf(pieces: readonly Piece[], reading: Pick<RunReading, 'leftOut' | 'ours'>): InlineJson[] {
  const nodes: InlineJson[] = [];
  let [given, found]: (string | null)[] = [null, null];
  for (const piece of pieces) {
    if (piece.picture) continue;
    // A link of several runs is told once when it cannot be kept.
    if (piece.url !== given) [given, found] = [piece.url, urlOf(piece, reading)];
    const marks = marksOf(piece, found ?? null);
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) nodes.push({ type: 'hardBreak' });
      const words = cleaned(text);
      if (words === '') continue;
      const last = nodes.at(-1);
      if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
        nodes[nodes.length - 1] = { ...last, text: last.text + words };
      else nodes.push(marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words });
    }
  }
  return reading.ours ? nodes : trimmed(nodes);
}

/** Marks in the order of the schema. */
function marksOf({ looks, notes }: Piece, url: string | null): MarkJson[] {
  const note = notes.length === 0 ? '' : noteLine(notes.join(' / '));
  return [
    ...(['bold', 'italic', 'underline', 'strike', 'code'] as const)
      .filter((look) => looks.has(look))
      .map((type): MarkJson => ({ type })),
    ...(url === null ? [] : [{ type: 'link' as const, attrs: { target: { url } } }]),
    ...(note === '' ? [] : [{ type: 'note' as const, attrs: { text: note } }]),
  ];
}

/** Characters that XML may hold and a text may not. */
const cleaned = (text: string): string => text.replace(/[\u0000-\u0008\u000a-\u001f\u007f]/gu, '');

/** Without white space and breaks at the ends, which a word processor has for its looks. */
function trimmed(nodes: InlineJson[]): InlineJson[] {
  const isBlank = (node: InlineJson | undefined): boolean =>
    node !== undefined && (node.type === 'hardBreak' || (node.type === 'text' && node.text.trim() === ''));
  const kept = [...nodes];
  while (isBlank(kept[0])) kept.shift();
  while (isBlank(kept.at(-1))) kept.pop();
  const first = kept[0];
  if (first?.type === 'text') kept[0] = { ...first, text: first.text.replace(/^[ \t]+/u, '') };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, text: last.text.replace(/[ \t]+$/u, '') };
  return kept;
}

/** The words of pieces as one line for a field; those of one role where it is given. */
export function lineOf(pieces: readonly Piece[], role?: Role): string {
  const text = pieces
    .filter((piece) => !piece.picture && (role === undefined || piece.role === role))
    .map(({ text }) => text)
    .join('');
  return [...text].map((char) => (isLine(char) ? char : /[\t\n\r\u2028\u2029]/u.test(char) ? ' ' : '')).join('');
}

/** Pieces that stand together with one role, as one line each. */
export function linesOf(pieces: readonly Piece[], role: Role): { text: string; url: string | null }[] {
  const found: { text: string; url: string | null }[] = [];
  let open = false;
  for (const piece of pieces) {
    const last = found.at(-1);
    if (piece.role !== role) open = false;
    else if (open && last) last.text += lineOf([piece]);
    else {
      found.push({ text: lineOf([piece]), url: piece.url });
      open = true;
    }
  }
  return found;
}
