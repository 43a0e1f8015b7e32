import type { Status } from '../../core/article/fields';

/** The statuses in the words of the interface. */
export const statusTitles: Record<Status, string> = {
  draft: 'Draft',
  editing: 'Editing',
  ready: 'Ready',
  published: 'Published',
  killed: 'Killed',
};
