const MAX_ADDRESS = 2000;

/** Addresses, mail addresses, handles, hashtags, file names and domains: not language. */
export const TECHNICAL = new RegExp(
  `https?://[^\\s<>“”«»"]{1,${MAX_ADDRESS}}|www\\.[^\\s<>“”«»"]{1,${MAX_ADDRESS}}|[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,5}|[@#][\\p{L}\\p{N}_]{1,100}|(?<![\\w.])[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,4}\\.(?:com|org|net|info|eu|fr|de|uk|io|tv|gov|edu|ch|at|be|html?|pdf|docx?|jpe?g|png|mp[34]|csv|json|js|css|php|zip|exe|txt|xlsx?)(?![\\p{L}\\p{N}])(?:/[^\\s<>“”«»"]{0,${MAX_ADDRESS}})?`,
  'giu',
);

/** True when what is being typed, from the last space on, is an address of some kind rather than a word. */
export const isAddress = (token: string): boolean => /:\/\/|(?:^|[^\p{L}\p{N}])www\.|@|[\p{L}\p{N}]\.[a-z]{2,}\//iu.test(token);

/** True when it may become one: a scheme, or a domain so far. */
export const mayBecomeAddress = (token: string): boolean =>
  /^[([]?(?:https?|mailto|ftp|file|tel)$|[\p{L}\p{N}]\.[a-z]{2,}$/iu.test(token);
