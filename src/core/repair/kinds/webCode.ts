import type { CodePiece } from '../codePieces';
import type { Kind } from '../kind';
import type { TextPart } from '../page';
import type { Edit, Repair } from '../repair';
import { wholeTokens } from '../words';

/** Code of a web page that stands among the words. One finding for pieces that no space divides. */
export const webCode: Kind = {
  name: 'web code',
  find: ({ parts }) => parts.flatMap((part) => groupsOf(part).map((group) => repairOf(part, group))),
};

interface Group {
  from: number;
  to: number;
  pieces: CodePiece[];
}

function groupsOf(part: TextPart): Group[] {
  const groups: Group[] = [];
  for (const piece of part.code) {
    const range = wholeTokens(part.text, piece.from, piece.to);
    const last = groups.at(-1);
    if (last && range.from <= last.to) {
      last.to = Math.max(last.to, range.to);
      last.pieces.push(piece);
    } else groups.push({ ...range, pieces: [piece] });
  }
  return groups;
}

function repairOf(part: TextPart, { from, to, pieces }: Group): Repair {
  const edits = pieces.map((piece) => editFor(part.text, piece));
  const begin = Math.min(from, ...edits.map((edit) => edit.from));
  const end = Math.max(to, ...edits.map((edit) => edit.to));
  return {
    kind: webCode.name,
    level: 'warning',
    certainty: 'sure',
    part,
    from: begin,
    to: end,
    edits,
    message: 'Leftover web code. The words offered are those that stand around it.',
  };
}

const WORD = /[\p{L}\p{N}]/u;

/** Takes a piece out: the words around it stay two words where the code parted them, and no double space is left. */
function editFor(text: string, { from, to, shows, parts }: CodePiece): Edit {
  if (shows !== '') return { from, to, text: shows };
  const before = text[from - 1] ?? '';
  const after = text[to] ?? '';
  if (parts && WORD.test(after) && /[\p{L}\p{N}.,;:!?…)”»]/u.test(before)) return { from, to, text: ' ' };
  if (before === '' && after === ' ') return { from, to: to + 1, text: '' };
  if (before === ' ' && (after === '' || after === ' ')) return { from: from - 1, to, text: '' };
  return { from, to, text: '' };
}
