import type { ListedChange } from '../../core/returned/listChanges';

/** Changes drawn at a time: a copy in which every paragraph changed opens as fast as one in which few did. */
export const PAGE = 100;

export interface Group {
  title: string;
  of: readonly ListedChange[];
}

/** Kicker, headline and standfirst are the first three blocks. */
const isHead = ({ change }: ListedChange): boolean => change.kind === 'field' || change.place < 3;

/** Changes as they are looked through; groups without any are left out. */
export function groupsOf(listed: readonly ListedChange[]): Group[] {
  const isQuoted = ({ quotation }: ListedChange): boolean => quotation !== null;
  return [
    { title: 'Changed quotations', of: listed.filter(isQuoted) },
    { title: 'Headline and fields', of: listed.filter((each) => !isQuoted(each) && isHead(each)) },
    { title: 'In the text', of: listed.filter((each) => !isQuoted(each) && !isHead(each)) },
  ].filter((group) => group.of.length > 0);
}

/** How many pages so many changes have; one where there are none. */
export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / PAGE));

/** The page, counted from 0, of a change in the order of the groups. */
export const pageOf = (at: number): number => Math.floor(at / PAGE);

/** The changes of a page, counted from 0: from where to where (not included), and those of each group. */
export function onPage(page: number, count: number): { from: number; to: number; of(groups: readonly Group[]): Group[] } {
  const [from, to] = [page * PAGE, Math.min(count, (page + 1) * PAGE)];
  return {
    from,
    to,
    of: (groups) => {
      let start = 0;
      return groups.flatMap(({ title, of }) => {
        const begin = start;
        start += of.length;
        const shown = of.slice(Math.max(0, from - begin), Math.max(0, to - begin));
        return shown.length > 0 ? [{ title, of: shown }] : [];
      });
    },
  };
}
