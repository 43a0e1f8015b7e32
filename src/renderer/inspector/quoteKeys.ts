/** What tells a card of the list from the others, and the words that it showed. */
export interface KeyedWords {
  readonly key: number;
  readonly words: string;
}

/**
 * Keys for a list of quotations that follow each quotation when others come, go or change places: one with the same words keeps its
 * key, one that was only edited takes the key that is left over. `fresh` gives a key not used before.
 */
export function keysOf(before: readonly KeyedWords[], words: readonly string[], fresh: () => number): KeyedWords[] {
  const left = [...before];
  const found = words.map((each) => {
    const at = left.findIndex((old) => old.words === each);
    return at < 0 ? null : (left.splice(at, 1)[0]?.key ?? null);
  });
  // With as many as before nothing came or went: what is left over was edited.
  const edited = words.length === before.length ? left.map(({ key }) => key) : [];
  return words.map((each, at) => ({ key: found[at] ?? edited.shift() ?? fresh(), words: each }));
}
