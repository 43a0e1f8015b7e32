/** The words of a language. */
export interface Lexicon {
  /** How rare a word in lower case is: 10 among the commonest, 70 rare; Infinity when it is not known. */
  rank(word: string): number;
}

/** Knows no word: kinds that need a lexicon stay silent. */
export const noLexicon: Lexicon = { rank: () => Infinity };

const loaders: Readonly<Record<string, () => Promise<Lexicon>>> = {
  en: () => import('./data/englishWords').then(({ englishWords }) => englishWords()),
  fr: () => import('./data/frenchWords').then(({ frenchWords }) => frenchWords()),
};
const loaded = new Map<string, Promise<Lexicon>>();

/** The lexicon of a language (BCP 47; the primary subtag counts), read once and only when asked for; `noLexicon` where there is none. */
export function loadLexicon(language: string): Promise<Lexicon> {
  const subtag = language.split('-')[0] ?? '';
  const load = loaders[subtag];
  if (!load) return Promise.resolve(noLexicon);
  let lexicon = loaded.get(subtag);
  if (!lexicon) loaded.set(subtag, (lexicon = load()));
  return lexicon;
}
