import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { Fix } from '../../core/checks/finding';
import { intoBlock } from './carriedNotes';
import { PARTS } from './parts';
import type { PlacedFound } from './proof';
import { setDocAttributes } from './replaceDocument';

/** The transaction with a way out carried out that lies in the article itself; untouched where it does not, or no longer fits. */
export function fixProof(tr: Transaction, { at, attribute }: PlacedFound, fix: Fix): Transaction {
  if ('fields' in fix) return setDocAttributes(tr, fix.fields);
  if (!at) return tr;
  if ('unlink' in fix) {
    if (attribute !== null) return tr.setNodeAttribute(at.from, 'target', null);
    return tr.removeMark(at.from, at.to, tr.doc.type.schema.marks['link']);
  }
  return 'attribution' in fix ? attributed(tr, at.from, fix.attribution) : tr;
}

const OPENS = /^\s*[“„«»"]/u;
const CLOSES = /[”“»«"]\s*$/u;

/** The line at a position becomes the speaker of the quotation above it, of all paragraphs that it runs over. */
function attributed(tr: Transaction, pos: number, { speaker, role }: { speaker: string; role: string | null }): Transaction {
  const { doc } = tr;
  const { schema } = doc.type;
  const $line = doc.resolve(pos);
  const index = $line.index(0);
  const above = index > PARTS ? doc.child(index - 1) : null;
  if (!above || $line.depth !== 1) return tr;
  const end = $line.after(1);
  if (above.type.name === 'quote') {
    const start = $line.before(1) - above.nodeSize;
    const said = { ...above.attrs, speaker, role: role ?? (above.attrs['role'] as string | null) };
    return tr.replaceWith(start, end, above.type.create(said, above.content, above.marks));
  }
  if (above.type.name !== 'paragraph') return tr;
  const words = [above];
  let start = $line.before(1) - above.nodeSize;
  for (let before = index - 2; before >= PARTS && runsOn(doc.child(before), words[0]); before--) {
    words.unshift(doc.child(before));
    start -= doc.child(before).nodeSize;
  }
  const noted = intoBlock(words);
  return tr.replaceWith(start, end, schema.node('quote', { ...noted.fields, speaker, role }, noted.words));
}

/** A paragraph of a quotation that opens and does not close, before one that opens anew. */
const runsOn = (paragraph: Node, next: Node | undefined): boolean =>
  paragraph.type.name === 'paragraph' &&
  OPENS.test(paragraph.textContent) &&
  !CLOSES.test(paragraph.textContent) &&
  OPENS.test(next?.textContent ?? '');
