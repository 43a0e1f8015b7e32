import type { ListedChange } from '../../core/returned/listChanges';

const placeOf = (order: readonly ListedChange[], id: string | undefined): number =>
  order.findIndex(({ change }) => change.id === id);

/** The next change that is open, behind `from` and round the end; from the first on where `from` is none of them. */
export function nextOpen(
  order: readonly ListedChange[],
  from: string | null,
  isOpen: (id: string) => boolean,
): ListedChange | undefined {
  const at = from === null ? -1 : placeOf(order, from);
  const round = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))];
  return round.find(({ change }) => isOpen(change.id));
}

/** The change after (1) or before (-1) the one that has the keys; of those on the page, the first or the last where none has them. */
export function stepFrom(
  order: readonly ListedChange[],
  id: string | undefined,
  way: 1 | -1,
  shown: { readonly from: number; readonly to: number },
): ListedChange | undefined {
  const here = placeOf(order, id);
  return here >= 0 ? order[here + way] : order[way === 1 ? shown.from : shown.to - 1];
}
