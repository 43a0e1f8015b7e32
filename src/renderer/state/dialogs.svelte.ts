import type { Side } from '../../core/series/series';

/** What asks for the writer's attention over the page; one at a time. */
export type Dialog =
  | { kind: 'palette' }
  | { kind: 'quickOpen' }
  | { kind: 'shortcuts' }
  | { kind: 'settings' }
  | { kind: 'export' }
  | { kind: 'annotated' }
  | { kind: 'translation' }
  | { kind: 'backup' }
  | { kind: 'removeWords' }
  | { kind: 'deleteForGood'; ids: readonly string[] }
  | { kind: 'nameVersion'; version: number | null; name: string }
  | { kind: 'site' }
  | { kind: 'link'; side: Side };

/** Those that are loaded after the first page; into the others the writer types at once. */
export type LaterDialog = Exclude<Dialog, { kind: 'palette' | 'quickOpen' }>;

export const isLater = (dialog: Dialog): dialog is LaterDialog => dialog.kind !== 'palette' && dialog.kind !== 'quickOpen';

export class Dialogs {
  open = $state.raw<Dialog | null>(null);

  show(dialog: Dialog): void {
    this.open = dialog;
  }

  close(): void {
    this.open = null;
  }
}
