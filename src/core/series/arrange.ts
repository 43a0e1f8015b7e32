import { StetError } from '../errors';
import type { Series } from './series';
import { replaced, seriesById } from './settle';

/** What an operation on one series gives: all series, and the one that was changed (`null` when nothing of it is left). */
export interface Arranged {
  all: Series[];
  changed: Series | null;
}

/** Takes an entry out; its neighbours then stand side by side. Errors: `series/missing`, `series/no-entry`. */
export function remove(all: readonly Series[], id: string, index: number): Arranged {
  const one = seriesById(all, id);
  entryAt(one, index);
  return arranged(all, { ...one, entries: one.entries.toSpliced(index, 1) });
}

/** Moves an entry to another place, counted as they stand after the move. Errors: `series/missing`, `series/no-entry`. */
export function move(all: readonly Series[], id: string, from: number, to: number): Arranged {
  const one = seriesById(all, id);
  const entry = entryAt(one, from);
  entryAt(one, to);
  return arranged(all, { ...one, entries: one.entries.toSpliced(from, 1).toSpliced(to, 0, entry) });
}

/** Gives a series a name, or takes it away (`null` or blank). Errors: `series/missing`. */
export function rename(all: readonly Series[], id: string, name: string | null): Arranged {
  return arranged(all, { ...seriesById(all, id), name: name?.trim() ? name.trim() : null });
}

function arranged(all: readonly Series[], changed: Series): Arranged {
  const after = replaced(all, changed);
  return { all: after, changed: after.find((one) => one.id === changed.id) ?? null };
}

function entryAt(one: Series, index: number): Series['entries'][number] {
  const entry = one.entries[index];
  if (!entry)
    throw new StetError('series/no-entry', 'The series has changed meanwhile. Look at it again and repeat the step.', { index });
  return entry;
}
