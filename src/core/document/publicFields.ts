import { privateFields, type FieldName, type Fields } from '../article/fields';
import { isBlank, orBlank, orNull } from './blank';

export type PublicFields = Omit<Fields, (typeof privateFields)[number]>;

/** The fields of an article as the public sees them, apart from its lead picture; an embargo that is over at `now` (milliseconds since 1970) is not told. */
export function publicFields(fields: Fields, now: number | null): PublicFields {
  const hidden: ReadonlySet<FieldName> = new Set(privateFields);
  const open = Object.fromEntries(Object.entries(fields).filter(([name]) => !hidden.has(name as FieldName))) as PublicFields;
  const { byline, dateline, section, tags, embargo, corrections, tagline } = open;
  const datelined = dateline && { ...dateline, place: orBlank(dateline.place) };
  return {
    ...open,
    byline: byline.filter(({ name }) => !isBlank(name)).map((person) => ({ ...person, role: orNull(person.role) })),
    dateline: datelined && (datelined.place !== '' || datelined.date !== null) ? datelined : null,
    section: section.filter((name) => !isBlank(name)),
    tags: tags.filter((name) => !isBlank(name)),
    embargo: isUnderEmbargo(embargo, now) ? embargo : null,
    corrections: corrections.filter(({ text }) => !isBlank(text)),
    tagline: orBlank(tagline),
  };
}

/** True while an embargo holds at `now` (milliseconds since 1970); while nobody says what time it is, every embargo holds. */
export function isUnderEmbargo(embargo: Fields['embargo'], now: number | null): boolean {
  return embargo !== null && (now === null || Date.parse(embargo.instant) > now);
}
