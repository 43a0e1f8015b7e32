import type { Quotation } from './quotations';

/** Something about quotations that the desk will ask. */
export interface QuoteFlag {
  kind: 'speaker with two roles' | 'same words from two people' | 'off the record' | 'named on background';
  /** A sentence in a colleague's voice. */
  message: string;
  /** The quotation that it is about, by its place in the list. */
  at: number;
}

/** What is odd about the quotations of an article, taken together; in their order. Linear. */
export function flagsOf(quotations: readonly Quotation[]): QuoteFlag[] {
  return [...twoRoles(quotations), ...sameWords(quotations), ...terms(quotations)].sort((a, b) => a.at - b.at);
}

/** Letters and figures alone: neither case nor marks nor accents make another name or another sentence. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function twoRoles(quotations: readonly Quotation[]): QuoteFlag[] {
  const first = new Map<string, { role: string; speaker: string }>();
  return quotations.flatMap(({ speaker, role }, at) => {
    if (speaker === null || role === null || plain(role) === '') return [];
    const known = first.get(plain(speaker));
    if (!known) first.set(plain(speaker), { role, speaker });
    if (!known || plain(known.role) === plain(role)) return [];
    return [
      { kind: 'speaker with two roles' as const, message: `${speaker} is “${known.role}” further up and “${role}” here.`, at },
    ];
  });
}

/** Fewer words than that two people may well have in common. */
const TELLING = 4;

function sameWords(quotations: readonly Quotation[]): QuoteFlag[] {
  const first = new Map<string, string>();
  return quotations.flatMap(({ speaker, words }, at) => {
    const said = plain(words);
    if (speaker === null || said.split(' ').length < TELLING) return [];
    const other = first.get(said);
    if (other === undefined) first.set(said, speaker);
    if (other === undefined || plain(other) === plain(speaker)) return [];
    return [
      { kind: 'same words from two people' as const, message: `${other} says the same words further up. Who said them?`, at },
    ];
  });
}

function terms(quotations: readonly Quotation[]): QuoteFlag[] {
  return quotations.flatMap(({ kind, speaker, evidence }, at): QuoteFlag[] => {
    if (evidence?.record === 'off')
      return [{ kind: 'off the record', message: 'These words are noted as off the record, and they stand on the page.', at }];
    if (evidence?.record === 'background' && kind === 'block' && speaker !== null)
      return [{ kind: 'named on background', message: `Said on background, and the page names ${speaker} under it.`, at }];
    return [];
  });
}
