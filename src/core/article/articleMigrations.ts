import { ARTICLE_SCHEMA } from './article';

/** One step up in the shape of a stored article. Works on plain JSON, because yesterday's types are gone. */
export interface Migration {
  /** What changes, in kebab-case; never renamed once released. */
  name: string;
  /** The schema that comes out; the one before goes in. */
  to: number;
  up(data: unknown): unknown;
}

/** Every step since schema 1, in order and without gaps. Steps are never changed or taken out once released. */
export const articleMigrations: readonly Migration[] = [
  {
    name: 'fields-of-the-newsroom-page',
    to: 2,
    up: (data) =>
      isObject(data) && isObject(data.doc)
        ? { ...data, schema: 2, doc: { ...data.doc, attrs: { ...newsroomFields(), ...(data.doc.attrs as object | undefined) } } }
        : data,
  },
];

/** What the fields that schema 2 adds hold when nobody has filled them in. */
const newsroomFields = () => ({ embargo: null, corrections: [], tagline: '', leadImage: null, rejections: [] });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Brings data of an older schema up to `target`. Throws a RangeError when a step is missing;
 * data of a newer schema must be turned away before.
 */
export function migrateArticle(
  data: unknown,
  from: number,
  migrations: readonly Migration[] = articleMigrations,
  target: number = ARTICLE_SCHEMA,
): unknown {
  let current = data;
  for (let schema = from; schema < target; schema++) {
    const step = migrations.find(({ to }) => to === schema + 1);
    if (!step) throw new RangeError(`no migration to schema ${schema + 1}`);
    current = step.up(current);
  }
  return current;
}
