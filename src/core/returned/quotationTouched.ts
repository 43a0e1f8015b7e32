import { partNames } from '../document/blockNames';
import type { DocJson } from '../document/json';
import { childrenOf, textOf, type AnyBlock } from '../history/inline';
import { inlineQuotations } from '../quotes/inlineQuotations';
import { quotationsOf } from '../quotes/quotations';

/** What a change does to somebody's words, or to what is said of them. */
export interface TouchedQuotation {
  /** Whose words they are, as far as the draft or the copy says; empty where nobody is named. */
  speakers: readonly string[];
  /** True when the writer had ticked the words as checked. */
  checked: boolean;
}

const PARTS = partNames.length;
/** Blocks before and after a change that a quotation may run over. */
const AROUND = 2;

/**
 * The quotations that are others after a change than before; null where every quotation stays as it is. Both documents share the
 * children that did not change, and only what stands around the others is looked at.
 */
export function quotationTouched(before: DocJson, after: DocJson): TouchedQuotation | null {
  const [old, now] = [childrenOf(before), childrenOf(after)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - start && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  if (start === old.length && start === now.length) return null;
  const [was, is] = [said(before, start, tail), said(after, start, tail)];
  const balance = new Map<string, number>();
  for (const { key } of was) balance.set(key, (balance.get(key) ?? 0) - 1);
  for (const { key } of is) balance.set(key, (balance.get(key) ?? 0) + 1);
  const gone = was.filter(({ key }) => (balance.get(key) ?? 0) < 0);
  const come = is.filter(({ key }) => (balance.get(key) ?? 0) > 0);
  if (gone.length === 0 && come.length === 0) return null;
  const speakers = [...gone, ...come].flatMap(({ speaker }) => (speaker === null || speaker.trim() === '' ? [] : [speaker]));
  return { speakers: [...new Set(speakers)], checked: gone.some(({ checked }) => checked) };
}

interface Said {
  key: string;
  speaker: string | null;
  checked: boolean;
}

/** The quotations in and around children `start` to `tail` from the end. */
function said(doc: DocJson, start: number, tail: number): Said[] {
  const children = childrenOf(doc);
  const from = Math.max(PARTS, start - AROUND);
  const window = children.slice(from, Math.max(from, Math.min(children.length, children.length - tail + AROUND)));
  const near = { ...doc, content: [...children.slice(0, PARTS), ...window] } as unknown as DocJson;
  return [
    ...children.slice(0, 2).flatMap((part) => quotedIn(part, doc.attrs.language)),
    ...quotationsOf(near).map(({ kind, words, speaker, role, sourceTitle, sourceUrl, saidOn, evidence }) => ({
      key: JSON.stringify([kind, words, speaker, role, sourceTitle, sourceUrl, saidOn]),
      speaker,
      checked: evidence !== null && evidence.baseline !== null,
    })),
    ...window.filter(({ type }) => type === 'pullQuote').map(pulled),
  ];
}

/** What a headline quotes: those words are somebody's too. */
function quotedIn(part: AnyBlock, language: string): Said[] {
  const text = textOf(part);
  return inlineQuotations([{ text, continues: false }], language).pairs.flatMap(({ open, close, level }) =>
    level > 0 ? [] : [{ key: JSON.stringify([part.type, text.slice(open.at, close?.at)]), speaker: null, checked: false }],
  );
}

function pulled(block: AnyBlock): Said {
  const speaker = typeof block.attrs?.speaker === 'string' ? block.attrs.speaker : null;
  return { key: JSON.stringify(['pull', textOf(block), speaker]), speaker, checked: false };
}
