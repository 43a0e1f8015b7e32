import { flushSync } from 'svelte';
import { restTabs } from '../inspector/restTabs';
import type { Hands } from './commander.svelte';

/** What a field does when it is left, without leaving it. */
const settle = () => document.activeElement?.dispatchEvent(new Event('change'));

function focusSearch(): void {
  // At once: the next key belongs to the search, not to the copy.
  flushSync();
  document.querySelector<HTMLInputElement>('#library-search')?.select();
}

function focusChecks(): void {
  const focus = () => {
    flushSync();
    document.querySelector<HTMLElement>('#checks')?.focus();
  };
  if (restTabs.shown) focus();
  // A failure is told where the tab is shown.
  else void restTabs.load().then(focus, () => undefined);
}

/** The hands of commands in this window: its fields by their places, and the dialogs for files that it was given. */
export const windowHands = (choosers: Pick<Hands, 'chooseFiles' | 'chooseFolder' | 'chooseReturned'>): Hands => ({
  ...choosers,
  settle,
  focusSearch,
  focusChecks,
});
