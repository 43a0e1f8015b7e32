import { fieldNames } from '../article/fields';
import { attributeChanges } from '../history/changedValues';
import type { AnyBlock } from '../history/inline';
import type { AsCarried } from './asCarried';
import type { DeskChange, Standing } from './change';
import type { DeskNotes } from './deskNotes';
import { nodesOf } from './leaves';
import type { Material } from './material';
import type { Stretch } from './mergeWords';

/** What the desk changed in the words of one textblock. */
export function wordChanges(
  stretches: readonly Stretch[],
  base: number,
  desk: number,
  leaf: number,
  { authors }: DeskNotes,
): DeskChange[] {
  const here = authors.filter((author) => author.desk === desk && author.leaf === leaf);
  const standings = { desk: 'open', both: 'clash', agreed: 'settled' } as const;
  let at = 0;
  return stretches.flatMap((stretch): DeskChange[] => {
    const from = at;
    at += stretch.desk.reduce((sum, { text }) => sum + lengthOf(text), 0);
    const { who } = stretch;
    if (who === 'nobody' || who === 'draft') return [];
    // What was deleted is told at the word after it.
    const end = stretch.desk.length === 0 || stretch.base.length > 0 ? at + 1 : at;
    const by = [...new Set(here.filter((author) => author.from < end && author.to > from).map(({ text }) => text))];
    const id = `w${base}.${leaf}:${stretch.from}`;
    return [{ kind: 'words', id, standing: standings[who], place: placeIn(desk, leaf, from), by, base, desk, leaf, stretch }];
  });
}

/** The order of the text as one number. */
export const placeIn = (block: number, leaf: number, at: number): number => block + (leaf + at / 1e9) / 1e6;

/** UTF-16 units of a word; what is no text counts as one. */
export const lengthOf = (text: string): number => (text.startsWith('\0') ? 1 : text.length);

/** A picture is its file and its size together. */
const together: Readonly<Partial<Record<string, string>>> = { width: 'asset', height: 'asset' };

/** What the desk changed of what is said of a block and the blocks in it. */
export function attributeChangesOf(sent: AnyBlock, back: AnyBlock, mine: AnyBlock, base: number, desk: number): DeskChange[] {
  const [olds, nows, drafts] = [nodesOf(sent), nodesOf(back), nodesOf(mine)];
  return olds.flatMap(({ node, path }, at): DeskChange[] => {
    const [now, draft] = [nows[at]?.node, drafts[at]?.node];
    if (!now || !draft) return [];
    const names = [...new Set(attributeChanges(node, now).map(({ name }) => together[name] ?? name))];
    return names.map((name) => {
      const all = name === 'asset' ? ['asset', 'width', 'height'] : [name];
      const value = (of: AnyBlock) => JSON.stringify(all.map((one) => of.attrs?.[one] ?? null));
      const standing: Standing = value(draft) === value(now) ? 'settled' : value(draft) === value(node) ? 'open' : 'clash';
      return {
        kind: 'attribute',
        id: `a${base}.${path.join('.')}@${name}`,
        standing,
        place: desk,
        by: [],
        base,
        desk,
        path,
        names: all,
      };
    });
  });
}

/** The fields that the desk changed, of those that the format carries. */
export function fieldsChanged({ carrying, desk }: Material, base: AsCarried, draft: AsCarried): DeskChange[] {
  return fieldNames.flatMap((name): DeskChange[] => {
    if (name === 'notes' || name === 'rejections' || name === 'translationOf' || name === 'status') return [];
    if (carrying.carries?.fields[name] === 'none') return [];
    const value = (of: AsCarried) => JSON.stringify(of.fields[name] ?? null);
    const emptied = [null, '', '[]', 'null', '""'].includes(value(desk));
    // Programs drop a file's identifier when they save it; nobody at a desk takes a slug away.
    if (value(desk) === value(base) || (name === 'slug' && emptied)) return [];
    const standing: Standing =
      value(draft) === value(desk) ? 'settled' : value(draft) === value(base) ? 'open' : ('clash' as const);
    return [{ kind: 'field', id: `f${name}`, standing, place: 0, by: [], name, emptied }];
  });
}
