import { Part } from '../ui/part.svelte';

/** The inspector's tabs beside the first. */
export const restTabs = new Part(() => import('./RestTabs.svelte'));
