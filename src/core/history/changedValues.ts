import { fieldNames, type FieldName, type Fields } from '../article/fields';
import { fieldTitles } from '../article/fieldTitles';

/** A value that changed beside the words. */
export interface ValueChange<N extends string = string> {
  name: N;
  /** As the interface calls it. */
  title: string;
  /** In words; `''` for nothing. */
  before: string;
  after: string;
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A stored value as a person reads it. */
function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(valueInWords).filter(Boolean).join(', ');
  if (typeof value === 'object') return Object.values(value).map(valueInWords).filter(Boolean).join(', ');
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
