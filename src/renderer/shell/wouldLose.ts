import type { EditorHost } from '../editor/host';
import type { Saving } from '../state/saving.svelte';

/** A draft as far as what may be lost with its window depends on it. */
interface Leaving {
  readonly host: { readonly pasting: Pick<EditorHost['pasting'], 'any'> };
  readonly saving: Pick<Saving, 'state' | 'isTooMuchToLeaveWith'>;
}

/** True when words would be lost with the window: not saved, not even read yet, or too many for a browser to send once it has gone. */
export function wouldLose({ host, saving }: Leaving): boolean {
  const { kind } = saving.state;
  return kind === 'failed' || kind === 'conflict' || host.pasting.any || saving.isTooMuchToLeaveWith;
}
