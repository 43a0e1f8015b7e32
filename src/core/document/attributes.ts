import * as v from 'valibot';
import { articleId, isoDate } from '../article/fields';
import { pictureSpecs } from '../article/picture';
import { line } from '../article/text';
import { safeUrl } from '../article/url';
import type { BlockName, MarkName } from './blockNames';
import { evidence } from './evidence';

/** Where a link or a "read also" leads: an outside address, or an article of this library, resolved when exporting. */
export const linkTarget = v.union([v.strictObject({ url: safeUrl }), v.strictObject({ article: articleId })]);
export type LinkTarget = v.InferOutput<typeof linkTarget>;

const optional = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);

/** One attribute: its schema and the value it has when nobody set it. */
interface AttributeSpec {
  schema: v.GenericSchema;
  default: unknown;
  /** Never leaves the library. */
  private?: true;
}

/** Every attribute of every block, once; TipTap's `validate` and the exporters' types come from here. */
export const blockAttributes = {
  paragraph: {},
  heading: { level: { schema: v.picklist([2, 3]), default: 2 } },
  bulletList: {},
  orderedList: {
    start: { schema: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999_999)), default: 1 },
  },
  listItem: {},
  quote: {
    speaker: { schema: optional(line(300)), default: null },
    role: { schema: optional(line(300)), default: null },
    sourceTitle: { schema: optional(line(500)), default: null },
    sourceUrl: { schema: optional(safeUrl), default: null },
    saidOn: { schema: optional(isoDate), default: null },
    evidence: { schema: optional(evidence), default: null, private: true },
  },
  pullQuote: { speaker: { schema: optional(line(300)), default: null } },
  factBox: { title: { schema: line(300), default: '' } },
  related: {
    label: { schema: line(100), default: '' },
    title: { schema: line(1000), default: '' },
    target: { schema: optional(linkTarget), default: null },
  },
  embed: {
    url: { schema: optional(safeUrl), default: null },
    title: { schema: line(1000), default: '' },
    provider: { schema: line(200), default: '' },
    description: { schema: line(2000), default: '' },
  },
  table: {
    headerRow: { schema: v.boolean(), default: true },
    caption: { schema: line(500), default: '' },
  },
  tableRow: {},
  // The table tools ask every cell for its reach; Stet's cells are one square each.
  tableCell: {
    colspan: { schema: v.literal(1), default: 1 },
    rowspan: { schema: v.literal(1), default: 1 },
  },
  figure: {
    asset: { schema: pictureSpecs.asset, default: undefined },
    alt: { schema: pictureSpecs.alt, default: '' },
    caption: { schema: pictureSpecs.caption, default: '' },
    credit: { schema: pictureSpecs.credit, default: '' },
    width: { schema: pictureSpecs.width, default: null },
    height: { schema: pictureSpecs.height, default: null },
  },
  codeBlock: {
    language: { schema: optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+#._-]{1,40}$/u))), default: null },
  },
  horizontalRule: {},
} as const satisfies Record<BlockName, Record<string, AttributeSpec>>;

/** Attributes of what stands inside a line and is no text. */
export const inlineAttributes = {
  articleLink: { article: { schema: articleId, default: undefined } },
} as const satisfies Record<string, Record<string, AttributeSpec>>;

/** Every attribute of every mark. */
export const markAttributes = {
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  code: {},
  link: { target: { schema: linkTarget, default: undefined } },
  abbreviation: { expansion: { schema: line(500), default: '' } },
  note: { text: { schema: line(2000), default: '' } },
  speech: {
    speaker: { schema: optional(line(300)), default: null },
    role: { schema: optional(line(300)), default: null },
    evidence: { schema: optional(evidence), default: null },
  },
} as const satisfies Record<MarkName, Record<string, AttributeSpec>>;

type ValueOf<T> = T extends { schema: infer S extends v.GenericSchema } ? v.InferOutput<S> : never;
type PrivateIn<T> = { [K in keyof T]: T[K] extends { private: true } ? K : never }[keyof T];
/** What is private may be absent: importers know nothing of it, and the public view leaves it out. */
type AttributesFrom<T> = { -readonly [K in Exclude<keyof T, PrivateIn<T>>]: ValueOf<T[K]> } & {
  -readonly [K in PrivateIn<T>]?: ValueOf<T[K]>;
};
export type BlockAttributes = { [B in BlockName]: AttributesFrom<(typeof blockAttributes)[B]> };
export type MarkAttributes = { [M in MarkName]: AttributesFrom<(typeof markAttributes)[M]> };

/** The names of the attributes of a block that never leave the library. */
export const privateAttributesOf = (block: BlockName): readonly string[] =>
  Object.entries<AttributeSpec>(blockAttributes[block]).flatMap(([name, spec]) => (spec.private ? [name] : []));
