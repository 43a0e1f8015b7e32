import type { BlockJson } from '../../../document/json';
import type { LinkTarget } from '../../../document/attributes';
import type { Item, PageDraft } from '../draft';
import { isLabel, labelAt, lineValue, type Labelled } from '../label';
import { siteLabels } from '../labels/labels';
import { endsSentence, isTitle, wordCount } from '../shape';

const strong = siteLabels.flatMap(({ related }) => related.strong);
const every = siteLabels.flatMap(({ related }) => [...related.strong, ...related.weak]);
const LONGEST_TITLE = 25;

/** "Read: How to …" becomes a pointer to another piece; so does "Read also" alone over a title. A sentence that begins with such a word stays. */
export function recogniseRelated(page: PageDraft): void {
  const free = page.free();
  for (const [index, item] of free.entries()) {
    if (item.text === null || item.block?.type !== 'paragraph' || item.becomes !== null) continue;
    const found = labelAt(item.text, every);
    if (!found) continue;
    if (found.joint === 'alone') pointAt(page, found, item, free[index + 1]);
    else pointHere(page, found, item);
  }
}

function pointHere(page: PageDraft, found: Labelled, item: Item): void {
  if (found.joint !== 'mark' && (found.joint === 'glued' || !isStrong(found.label))) return;
  const { title, after } = closed(found);
  const target = linkTargetOf(item.block);
  const value = lineValue(title, 1000);
  if (value === null || target === 'several' || !isPointed(title)) return;
  page.furniture.push(found.before, found.between, after);
  item.block = { type: 'related', attrs: { label: found.label, title: value, target } };
  item.becomes = 'related';
}

function pointAt(page: PageDraft, found: Labelled, item: Item, next: Item | undefined): void {
  if (!isStrong(found.label) || next?.text == null || next.becomes !== null || next.block?.type !== 'paragraph') return;
  const value = lineValue(next.text, 1000);
  const target = linkTargetOf(next.block);
  if (value === null || target === 'several' || !isPointed(value) || labelAt(next.text, every)) return;
  page.furniture.push(found.before, found.between);
  page.take(item, 'related');
  next.block = { type: 'related', attrs: { label: found.label, title: value, target } };
  next.becomes = 'related';
}

const isStrong = (label: string): boolean => isLabel(label, strong);

function isPointed(title: string): boolean {
  return (
    isTitle(title) &&
    wordCount(title) <= LONGEST_TITLE &&
    !(endsSentence(title) && /\.[\s)\]”“»«"’'›]*$/u.test(title.replace(/\.\.\.$/u, '…')))
  );
}

/** A bracket that was opened before the label closes after the title. */
function closed(found: Labelled): { title: string; after: string } {
  const open = found.before.includes('[') ? ']' : found.before.includes('(') ? ')' : null;
  const title = found.rest.trimEnd();
  return open !== null && title.endsWith(open) ? { title: title.slice(0, -1), after: open } : { title, after: '' };
}

/** Where the only link in a block leads; `several` when there is more than one. */
export function linkTargetOf(block: BlockJson | null): LinkTarget | null | 'several' {
  if (block?.type !== 'paragraph' && block?.type !== 'heading') return null;
  const targets = new Map<string, LinkTarget>();
  for (const node of block.content ?? []) {
    for (const mark of node.marks ?? [])
      if (mark.type === 'link' && mark.attrs) targets.set(JSON.stringify(mark.attrs.target), mark.attrs.target);
  }
  return targets.size > 1 ? 'several' : ([...targets.values()][0] ?? null);
}
