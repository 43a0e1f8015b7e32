import * as v from 'valibot';
import { StetError } from '../errors';
import { fieldNames, type FieldName, type Fields } from '../article/fields';
import type { DocJson } from './json';

const index = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What changed in a document since a revision: fields with their new value, and runs of top-level children
 * (kicker, headline and standfirst are children 0 to 2) replaced by others. Splices are in ascending order
 * and count positions in the base document.
 */
export const documentChanges = v.strictObject({
  fields: v.record(v.picklist(fieldNames), v.unknown()),
  splices: v.array(v.strictObject({ from: index, remove: index, insert: v.array(v.looseObject({ type: v.string() })) })),
  /** How many top-level children the changed document has: a check that both sides mean the same base. */
  length: index,
});
export type DocumentChanges = v.InferOutput<typeof documentChanges>;

/**
 * The document with the changes made. The result has not passed the gate yet; unchanged children keep their identity.
 * Errors: `document/changes-do-not-fit`.
 */
export function applyChanges(base: DocJson, changes: DocumentChanges): DocJson {
  const content: DocJson['content'][number][] = [];
  let at = 0;
  for (const { from, remove, insert } of changes.splices) {
    if (from < at || from + remove > base.content.length) throw doNotFit();
    content.push(...base.content.slice(at, from), ...(insert as unknown as DocJson['content'][number][]));
    at = from + remove;
  }
  content.push(...base.content.slice(at));
  if (content.length !== changes.length) throw doNotFit();
  return {
    type: 'doc',
    attrs: { ...base.attrs, ...(changes.fields as Partial<Fields>) },
    content: content as unknown as DocJson['content'],
  };
}

interface Parent {
  readonly childCount: number;
  child(index: number): { toJSON(): unknown };
  readonly attrs: Readonly<Record<string, unknown>>;
}

/**
 * What changed between two versions of a ProseMirror document that share their unchanged children.
 * Costs one comparison of references a child, and the JSON of the changed ones. Null when nothing changed.
 */
export function changesBetween(before: Parent, after: Parent): DocumentChanges | null {
  const fields: Partial<Record<FieldName, unknown>> = {};
  if (before.attrs !== after.attrs) {
    for (const name of fieldNames) if (before.attrs[name] !== after.attrs[name]) fields[name] = after.attrs[name];
  }
  const splices = before.childCount === after.childCount ? sameLength(before, after) : otherLength(before, after);
  return splices.length === 0 && Object.keys(fields).length === 0
    ? null
    : { fields: fields as DocumentChanges['fields'], splices, length: after.childCount };
}

function json(parent: Parent, from: number, to: number): DocumentChanges['splices'][number]['insert'] {
  const out: DocumentChanges['splices'][number]['insert'] = [];
  for (let i = from; i < to; i++) out.push(parent.child(i).toJSON() as { type: string });
  return out;
}

function sameLength(before: Parent, after: Parent): DocumentChanges['splices'] {
  const splices: DocumentChanges['splices'] = [];
  for (let i = 0; i < after.childCount; i++) {
    if (before.child(i) === after.child(i)) continue;
    let end = i + 1;
    while (end < after.childCount && before.child(end) !== after.child(end)) end++;
    splices.push({ from: i, remove: end - i, insert: json(after, i, end) });
    i = end;
  }
  return splices;
}

function otherLength(before: Parent, after: Parent): DocumentChanges['splices'] {
  const shorter = Math.min(before.childCount, after.childCount);
  let start = 0;
  while (start < shorter && before.child(start) === after.child(start)) start++;
  let tail = 0;
  while (tail < shorter - start && before.child(before.childCount - 1 - tail) === after.child(after.childCount - 1 - tail))
    tail++;
  return [{ from: start, remove: before.childCount - tail - start, insert: json(after, start, after.childCount - tail) }];
}

const doNotFit = () =>
  new StetError(
    'document/changes-do-not-fit',
    'The window and the library disagree about this article. Your text is kept; both versions will be shown.',
  );
