/** A text as search compares it: without accents, case or typographic apostrophes. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’ʼ]/gu, "'")
    .toLowerCase()
    .replace(/ß/gu, 'ss');
}

/** The folded words of a query. */
export function foldedWords(query: string): readonly string[] {
  return fold(query).split(/\s+/u).filter(Boolean);
}
