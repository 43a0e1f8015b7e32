import * as v from 'valibot';
import { picture } from './picture';
import { line, prose } from './text';
import { zoneName } from './zone';
import { safeUrl } from './url';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/u;

/** A calendar date `YYYY-MM-DD` (ISO 8601) that exists. */
export const isoDate = v.pipe(
  v.string(),
  v.regex(ISO_DATE, 'must be a date such as 2026-03-01'),
  v.check((text) => {
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  }, 'must be a date that exists'),
);

/** An instant with its offset (ISO 8601, RFC 3339 section 5.6). */
export const isoInstant = v.pipe(
  v.string(),
  v.regex(ISO_INSTANT, 'must be a date and time with its offset'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'must be a time that exists'),
);

/** A well-formed language tag (BCP 47). */
export const languageTag = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return Intl.getCanonicalLocales(text).length === 1;
    } catch {
      return false; // RangeError is how Intl says "not a tag"
    }
  }, 'must be a language tag such as en-GB'),
);

export const articleId = v.pipe(v.string(), v.regex(/^[a-z0-9]{16,40}$/u, 'must be an article id'));

/** The short name of a story: lower-case ASCII words joined by hyphens. */
export const slug = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be words joined by hyphens'));

export const statuses = ['draft', 'editing', 'ready', 'published', 'killed'] as const;

/**
 * Every structured field of an article: attributes of the `doc` node, so that one undo history covers them.
 * Blank fields are `null`, `''` or `[]`, never absent.
 */
export const fieldSpecs = {
  slug: v.union([slug, v.literal('')]),
  byline: v.pipe(
    v.array(v.strictObject({ name: line(200), role: v.nullable(line(200)), url: v.nullable(safeUrl) })),
    v.maxLength(50),
  ),
  dateline: v.nullable(v.strictObject({ place: line(200), date: v.nullable(isoDate) })),
  section: v.pipe(v.array(line(200)), v.maxLength(10)),
  tags: v.pipe(v.array(line(200)), v.maxLength(100)),
  language: languageTag,
  translationOf: v.nullable(v.strictObject({ article: articleId, revision: v.pipe(v.number(), v.integer()) })),
  leadImage: v.nullable(picture),
  status: v.picklist(statuses),
  canonicalUrl: v.nullable(safeUrl),
  publishedAt: v.nullable(isoInstant),
  updatedAt: v.nullable(isoInstant),
  /** Until when nothing may be out, and the zone whose clock it was agreed by. */
  embargo: v.nullable(v.strictObject({ instant: isoInstant, zone: zoneName })),
  /** What was put right after publication, oldest first: when (a date or an instant), and the words that say it. */
  corrections: v.pipe(v.array(v.strictObject({ at: v.union([isoDate, isoInstant]), text: line(2000) })), v.maxLength(100)),
  /** The public line under the story: who contributed, what the author is. */
  tagline: line(1000),
  notes: prose(),
  /** Findings that the writer let stand, by what tells them again after other edits (`checks/rejection.ts`); private. */
  rejections: v.pipe(v.array(v.pipe(v.string(), v.maxLength(400))), v.maxLength(5000)),
} as const;

export type FieldName = keyof typeof fieldSpecs;
export type Fields = { [K in FieldName]: v.InferOutput<(typeof fieldSpecs)[K]> };
export type Person = Fields['byline'][number];
export type Status = (typeof statuses)[number];

export const fieldNames = Object.keys(fieldSpecs) as FieldName[];

/** The fields of a blank article in `language`. */
export function blankFields(language = 'en'): Fields {
  return {
    slug: '',
    byline: [],
    dateline: null,
    section: [],
    tags: [],
    language,
    translationOf: null,
    leadImage: null,
    status: 'draft',
    canonicalUrl: null,
    publishedAt: null,
    updatedAt: null,
    embargo: null,
    corrections: [],
    tagline: '',
    notes: '',
    rejections: [],
  };
}

/** Fields that never leave the library, whatever the format. */
export const privateFields = ['notes', 'rejections', 'translationOf', 'status'] as const satisfies readonly FieldName[];
