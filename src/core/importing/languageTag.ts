const PRIMARY = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu;

/** The language at the end of a name as Hugo writes it (`ice-road.de`), and the name before it. What only looks like one counts as one: the text decides. */
export function splitTag(name: string): { stem: string; tag: string | null } {
  const [, stem, tag] = /^(.+)\.([^.]+)$/u.exec(name) ?? [];
  if (stem === undefined || tag === undefined || !PRIMARY.test(tag)) return { stem: name, tag: null };
  return { stem, tag: tag.toLowerCase() };
}

/** True when two languages are the same but for region and script. */
export function samePrimary(one: string, other: string): boolean {
  return primary(one) === primary(other);
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
