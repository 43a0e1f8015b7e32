import { fieldNames, type FieldName, type Fields } from '../article/fields';
import { fieldTitles } from '../article/fieldTitles';
import type { AnyBlock } from './inline';

/** A value that changed beside the words: a field of the article, or an attribute of a block. */
export interface ValueChange<N extends string = string> {
  name: N;
  /** As the interface calls it. */
  title: string;
  /** In words; `''` for nothing. */
  before: string;
  after: string;
}

/** What the interface calls the attributes of blocks that a writer reads. */
const attributeTitles: Readonly<Partial<Record<string, string>>> = {
  level: 'Size',
  start: 'First number',
  speaker: 'Who said it',
  role: 'Role',
  sourceTitle: 'Source',
  sourceUrl: 'Address of the source',
  saidOn: 'Said on',
  label: 'Label',
  title: 'Title',
  target: 'Leads to',
  language: 'Language',
  alt: 'Description',
  caption: 'Caption',
  credit: 'Credit',
  url: 'Address',
};
/** Seen in the block itself. */
const shapes: ReadonlySet<string> = new Set(['level', 'start', 'language']);

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Of no meaning to a reader: what a file is called inside, and how large it is. */
const unspoken: ReadonlySet<string> = new Set(['asset', 'width', 'height']);

/** A stored value as a person reads it. */
function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(valueInWords).filter(Boolean).join(', ');
  if (typeof value === 'object') {
    const said = Object.entries(value).filter(([name]) => !unspoken.has(name));
    // A picture without a word to it is still there.
    return (
      said
        .map(([, part]) => valueInWords(part))
        .filter(Boolean)
        .join(', ') || ('asset' in value ? 'a picture' : '')
    );
  }
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value as string | number);
}

/** The names of the fields that differ. A field that one side does not know yet is no change. */
export function changedFields(before: Fields, after: Fields): FieldName[] {
  return fieldNames.filter(
    (name) =>
      before !== after && Object.hasOwn(before, name) && Object.hasOwn(after, name) && !isEqual(before[name], after[name]),
  );
}

/** The fields that differ, by the names that the interface gives them. */
export function fieldChanges(before: Fields, after: Fields): ValueChange<FieldName>[] {
  return changedFields(before, after).map((name) => ({
    name,
    title: fieldTitles[name],
    before: valueInWords(before[name]),
    after: valueInWords(after[name]),
  }));
}

/** The attributes that differ between two versions of a block. */
export function attributeChanges(before: AnyBlock, after: AnyBlock): ValueChange[] {
  const [old, now] = [before.attrs ?? {}, after.attrs ?? {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => !isEqual(old[name] ?? null, now[name] ?? null))
    .map((name) => ({
      name,
      title: attributeTitles[name] ?? name,
      before: valueInWords(old[name]),
      after: valueInWords(now[name]),
    }));
}

/** What a block says beside its words: who said it, where it leads. */
export function attributesInWords({ attrs = {} }: AnyBlock): { title: string; value: string }[] {
  return Object.entries(attrs).flatMap(([name, value]) => {
    const [title, words] = [attributeTitles[name], valueInWords(value)];
    return title === undefined || words === '' || shapes.has(name) ? [] : [{ title, value: words }];
  });
}
