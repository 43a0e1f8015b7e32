import type { NumberedEvent, StetEvent } from '../../core/rpc/events';

/**
 * Passes events on in order and notices when some are missing. `lost` is called before the event after a gap:
 * everything shown must then be fetched again.
 */
export function inSequence(handle: (event: StetEvent) => void, lost: () => void): (event: NumberedEvent) => void {
  let last: number | null = null;
  return (event) => {
    // A new connection counts from 1 again; whoever made it fetches everything anyway.
    if (last !== null && event.sequence !== last + 1 && event.sequence !== 1) lost();
    last = event.sequence;
    handle(event);
  };
}
