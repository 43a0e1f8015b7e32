/** Longest slug made from a headline, in characters: a file name that still fits on one line of a list. */
const MAX = 60;

// Letters that Unicode does not decompose (NFKD), and two alphabets that newsrooms write in every day.
const letters: Readonly<Record<string, string>> = {
  ...pairs('ß:ss ø:o æ:ae œ:oe ð:d þ:th đ:d ħ:h ı:i ł:l ŋ:n ŧ:t ĸ:k'),
  ...pairs('а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch'),
  ...pairs('ъ: ы:y ь: э:e ю:yu я:ya є:ye і:i ї:yi ґ:g ў:u ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:g ќ:k ѕ:dz'),
  ...pairs('α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o'),
};

/** Device names of Windows, which no file may bear whatever its extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * A slug from a headline: lower-case ASCII words joined by hyphens, at most 60 characters, cut between words where there is room,
 * never a name that Windows reserves, never empty (`untitled`).
 */
export function slugFrom(text: string): string {
  const latin = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/./gsu, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .toLowerCase()
    // Marks go first: a Greek letter with an accent is in the table only without it.
    .replace(/\p{M}+/gu, '')
    .replace(/./gsu, (letter) => letters[letter] ?? letter)
    .replace(/['’ʼ`]/gu, '');
  const words = latin.split(/[^a-z0-9]+/u).filter((word) => word !== '');
  return safe(shorten(words));
}

/** The name of an article's files: its slug, or one made from its headline. */
export function exportName(article: { slug: string; headline: string }): string {
  return article.slug === '' ? slugFrom(article.headline) : safe(article.slug);
}

/** `name`, or the first of `name-2`, `name-3` … that is not `taken`. `taken` holds lower-case names. */
export function numbered(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}`;
  return free;
}

const safe = (slug: string) => (reserved.test(slug) ? `${slug}-story` : slug);

function shorten(words: readonly string[]): string {
  const [first, ...rest] = words;
  if (first === undefined) return 'untitled';
  let slug = first.slice(0, MAX);
  for (const word of rest) {
    if (slug.length + 1 + word.length > MAX) break;
    slug += `-${word}`;
  }
  return slug;
}

function pairs(table: string): Record<string, string> {
  return Object.fromEntries(
    table.split(' ').map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
  );
}
