import { samePrimary } from './languageTag';

/** A text of a batch, and what it says of its translations. */
export interface Translatable {
  id: string;
  /** The same for files that only differ in the language of their names. */
  stem: string;
  /** Language that its name says; null for none. */
  tag: string | null;
  language: string;
  /** Its slug, where the file says for certain what the story was called; null for the files of others. */
  slug: string | null;
  /** When it came out, ISO 8601; null where it does not say. */
  day: string | null;
  key: string | null;
  /** Texts of the batch that it names as pages in other languages. */
  alternates: readonly string[];
  /** The one that it names for readers of any other language. */
  byDefault: string | null;
}

/**
 * Which texts of a batch translate which: by their names (`ice.md`, `ice.de.md`), by the key that they share, or because they
 * name one another. Each translation points to the one original of its group, and no two of a group are in one language.
 */
export function translationsOf(texts: readonly Translatable[], library: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const group of groupsOf(texts)) {
    const original = originalOf(group, library);
    const taken = new Set([original.language.toLowerCase()]);
    for (const text of group) {
      const language = text.language.toLowerCase();
      if (text === original || taken.has(language)) continue;
      taken.add(language);
      found.set(text.id, original.id);
    }
  }
  return found;
}

function groupsOf(texts: readonly Translatable[]): Translatable[][] {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  const join = (one: string, other: string): void => {
    const [a, b] = [root(one), root(other)];
    if (a !== b) parent.set(b, a);
  };
  const first = new Map<string, string>();
  const alike = (name: string, id: string): void => {
    const before = first.get(name);
    if (before === undefined) first.set(name, id);
    else join(before, id);
  };
  const plain = new Map(texts.filter(({ tag }) => tag === null).map((text) => [text.stem, text]));
  for (const { id, stem, tag, language, key, alternates } of texts) {
    // `ice.old.md` is no translation, nor is `ice.en.md` beside an `ice.md` in English.
    const original = plain.get(stem);
    const twice = tag !== null && !tag.includes('-') && original !== undefined && samePrimary(tag, original.language);
    if (tag === null || (samePrimary(tag, language) && !twice)) alike(`name ${stem}`, id);
    if (key !== null) alike(`key ${key}`, id);
    for (const other of alternates) if (byId.get(other)?.alternates.includes(id)) join(id, other);
  }
  const groups = new Map<string, Translatable[]>();
  for (const text of texts) groups.set(root(text.id), [...(groups.get(root(text.id)) ?? []), text]);
  return [...groups.values()].filter((group) => group.length > 1);
}

const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function originalOf(group: readonly Translatable[], library: string): Translatable {
  // Stet calls the files of a group after the original.
  const named = group.filter(({ slug, stem, key }) => slug !== null && [last(stem), last(key ?? '')].includes(slug));
  const plain = group.filter(({ tag }) => tag === null);
  const defaults = new Set(group.flatMap(({ byDefault }) => byDefault ?? []));
  const only = (some: readonly Translatable[]): Translatable | undefined => (some.length === 1 ? some[0] : undefined);
  const found =
    only(named) ??
    (plain.length < group.length ? only(plain) : undefined) ??
    only(group.filter(({ id }) => defaults.has(id))) ??
    group.find(({ language }) => samePrimary(language, library)) ??
    [...group].sort((one, other) => ((one.day ?? '9') < (other.day ?? '9') ? -1 : 1))[0];
  // A group is never empty.
  return found as Translatable;
}
