import type { CommandId } from '../../core/commands/commands';
import type { ImportState } from '../importing/import.svelte';
import type { AppState } from '../state/app.svelte';
import { isEditing, type Commander } from './commander.svelte';
import { commandOf } from './shortcuts';

/** What the keys of the window mean, wherever they are pressed: commands, and Escape for what lies innermost. */
export class WindowKeys {
  readonly #app: AppState;
  readonly #commander: Pick<Commander, 'run' | 'mac'>;
  readonly #imports: Pick<ImportState, 'report' | 'dismiss'>;
  readonly #isComing: () => boolean;
  /** Whether something floated over the text when the key went down: the editor has closed it by the time the window hears. */
  #floating = false;

  /** `isComing` says whether a dialog was asked for that is not there yet. */
  constructor(
    app: AppState,
    commander: Pick<Commander, 'run' | 'mac'>,
    imports: Pick<ImportState, 'report' | 'dismiss'>,
    isComing: () => boolean,
  ) {
    this.#app = app;
    this.#commander = commander;
    this.#imports = imports;
    this.#isComing = isComing;
  }

  /** A key on its way down: commands of the window come before the text, which takes some of their keys for itself wherever its cursor stands. */
  readonly pressed = (event: KeyboardEvent): void => {
    const { dialogs, draft } = this.#app;
    if (this.#isComing()) {
      // Meant for the dialog, not for the copy.
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') dialogs.close();
      return;
    }
    if (event.isComposing || dialogs.open) return;
    const menus = draft?.menus;
    if (event.key === 'Escape')
      this.#floating =
        menus !== undefined &&
        (menus.slash !== null || menus.articles !== null || menus.popover !== null || menus.finding !== null);
    const id = this.#commandAt(event);
    if (id === null || isEditing(id)) return;
    event.preventDefault();
    event.stopPropagation();
    // A key that is held down asks once.
    if (!event.repeat) this.#commander.run(id);
  };

  /** A key that nothing between the text and the window has taken. */
  readonly keyed = (event: KeyboardEvent): void => {
    if (event.isComposing || this.#app.dialogs.open) return;
    if (event.key === 'Escape' && (!event.defaultPrevented || this.#isSpare(event))) this.#closeInnermost();
    if (event.defaultPrevented) return;
    const id = this.#commandAt(event);
    // In a field of the window, editing keys are the field's own.
    if (id === null || !isEditing(id) || inField(event.target)) return;
    if (this.#commander.run(id)) event.preventDefault();
  };

  /** The platform's menu takes its keys before any field sees them, so what belongs to a field is given back to it. */
  readonly fromPlatformMenu = (id: CommandId): void => {
    if (this.#app.dialogs.open && !isEditing(id)) return;
    if (!isEditing(id) || !inField(document.activeElement)) this.#commander.run(id);
    else if (id === 'edit.undo' || id === 'edit.redo') {
      // Nothing else undoes within a field.
      document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
    }
  };

  // The text takes every Escape, also when nothing floats over it.
  #isSpare({ target }: KeyboardEvent): boolean {
    return target instanceof HTMLElement && target.isContentEditable && !this.#floating;
  }

  #closeInnermost(): void {
    const { draft, history, panels, returned } = this.#app;
    if (panels.drawer) panels.drawer = null;
    else if (draft && draft.finding.mode !== 'closed') draft.finding.close();
    else if (history.compared) history.close();
    else if (draft && returned.of(draft.id)?.shown) returned.show(draft.id, false);
    else if (this.#imports.report !== null) this.#imports.dismiss();
    else return;
    draft?.focus();
  }

  #commandAt(event: KeyboardEvent): CommandId | null {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    const altGraph = event.getModifierState('AltGraph');
    return commandOf({ key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph }, this.#commander.mac);
  }
}

const inField = (target: EventTarget | null) => target instanceof Element && target.closest('input, textarea, select') !== null;
