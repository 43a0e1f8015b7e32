import { restTabs } from '../inspector/restTabs';
import { Part } from '../ui/part.svelte';

export const dialogParts = new Part(() => import('./Dialogs.svelte'));
export const besideParts = new Part(() => import('./Beside.svelte'));

/**
 * Loads, while the window has nothing else to do, what the first page did without: so that it is there at once when it is asked for,
 * also when the files of the program have been replaced meanwhile.
 */
export function loadParts(): void {
  const parts = [restTabs, dialogParts, besideParts];
  const next = () =>
    requestIdleCallback(
      () => {
        // One that fails is tried again when it is asked for, and told of then.
        void parts
          .shift()
          ?.load()
          .catch(() => undefined)
          .then(next);
      },
      { timeout: 5_000 },
    );
  next();
}
