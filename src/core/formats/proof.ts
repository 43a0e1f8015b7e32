import { placePictures, type FoundPicture } from '../document/pictures';
import { publicView, type PublicView } from '../document/publicView';
import { lossesOf } from './carrying';
import { carriedOf } from './carriedOf';
import { propertyNames, type Exporter, type Imported } from './format';
import { fieldWords, propertyWords } from './lossWords';

/**
 * What an export does not carry, in a writer's words; empty when everything comes through. `back` is what the format's own
 * importer made of the written text, null where the format is not read again; `metadata` as in `ExportOptions`.
 */
export function proofOf(exporter: Exporter, view: PublicView, back: Imported | null, metadata = false): string[] {
  const losses = exporter.carries === null ? [] : lossesOf(view, exporter.carries);
  if (back === null) return losses;
  const { seriesName: name, previous, next } = back.neighbours;
  const carried = exporter.carries === null ? view : carriedOf(view, exporter.carries);
  const expected = exporter.told?.(carried) ?? carried;
  const where = difference(expected, publicView(withFilesOf(view, back.doc), { name, previous, next }));
  const wrong = [...(where === null ? [] : [where]), ...wrongProperties(exporter.properties?.(view, metadata) ?? {}, back)];
  return [...losses, ...wrong.map((part) => `${part} exactly as it stands: read back, it differs`)];
}

/** Properties of the file that are not what they should be, or that nobody has asked for. */
const wrongProperties = (expected: NonNullable<Imported['properties']>, { properties = {} }: Imported): string[] =>
  propertyNames.filter((name) => expected[name] !== properties[name]).map((name) => propertyWords[name]);

/** What was read back, with the pictures whose files go out with it: a page names them, their size is the file's own. */
function withFilesOf(view: PublicView, doc: Imported['doc']): Imported['doc'] {
  const shown = new Map<string, FoundPicture>();
  const pictures = [view.fields.leadImage, ...view.body.map((block) => (block.type === 'figure' ? block.attrs : null))];
  for (const picture of pictures) if (picture) shown.set(picture.asset, picture);
  const found = (name: string): FoundPicture | null => {
    const { asset, width, height } = shown.get(name) ?? { asset: null, width: null, height: null };
    return asset === null ? null : { asset, width, height };
  };
  return placePictures(doc, found, () => undefined);
}

/** The first place at which two views differ, by the name that a writer knows it by; null when they are equal. */
export function difference(one: PublicView, other: PublicView): string | null {
  if (one.headline !== other.headline) return 'the headline';
  for (const part of ['kicker', 'standfirst', 'series'] as const) if (!same(one[part], other[part])) return fieldWords[part];
  const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]) as Set<keyof PublicView['fields']>;
  for (const name of names) if (!same(one.fields[name], other.fields[name])) return fieldWords[name];
  const longer = Math.max(one.body.length, other.body.length);
  for (let at = 0; at < longer; at++) if (!same(one.body[at], other.body[at])) return `block ${at + 1} of the body`;
  return null;
}

/** Equality of plain JSON whatever the order of keys; a key that holds `undefined` is as absent. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const key of keys) if (!same(left[key], right[key])) return false;
  return true;
}
