import { commands, type Command, type CommandId, type EditingCommandId } from '../../core/commands/commands';
import { copyArticle } from '../exporting/copyArticle';
import { draftCorrection } from '../history/afterFiling';
import { today } from '../inspector/instants';
import type { AppState } from '../state/app.svelte';
import { shortcutLabel, shortcutOf } from './shortcuts';

type WindowCommandId = Exclude<CommandId, EditingCommandId>;

interface Handler {
  run: () => unknown;
  can?: () => boolean;
}

/** What commands need from parts of the window that they cannot reach through the state. */
export interface Hands {
  /** Opens the platform's file dialog for an import. */
  chooseFiles: () => void;
  /** The same for a copy that came back from the desk. */
  chooseReturned: () => void;
  /** The same for a folder with all that is in it. */
  chooseFolder: () => void;
  focusSearch: () => void;
  focusChecks: () => void;
  /** Has the field that is being typed in store its text, so that no command runs ahead of it. */
  settle: () => void;
}

const byId = new Map<string, Command>(commands.map((command) => [command.id, command]));

/** Carries out every command of the registry: those of the window itself, and through the open draft those of the text. */
export class Commander {
  readonly mac: boolean;
  readonly #app: AppState;
  readonly #hands: Hands;
  /** One entry a command: forgetting one does not compile. */
  readonly #handlers: Record<WindowCommandId, Handler>;

  constructor(app: AppState, hands: Hands, mac: boolean) {
    this.#app = app;
    this.#hands = hands;
    this.mac = mac;
    const { dialogs, panels, series } = app;
    const hasMarks = () => app.draft?.checks.list.some(({ at }) => at !== null) ?? false;
    const hasDraft = () => app.draft !== null;
    this.#handlers = {
      'file.new': { run: () => app.shelf.create() },
      'file.open': { run: () => dialogs.show({ kind: 'quickOpen' }) },
      'file.import': { run: hands.chooseFiles },
      'file.importFolder': { run: hands.chooseFolder },
      'file.export': { run: () => dialogs.show({ kind: 'export' }), can: () => app.library.live.length > 0 },
      'file.annotated': { run: () => dialogs.show({ kind: 'annotated' }), can: hasDraft },
      'file.exportSite': { run: () => app.sites.exportAgain() },
      'file.site': { run: () => dialogs.show({ kind: 'site' }) },
      'file.backup': { run: () => dialogs.show({ kind: 'backup' }) },
      'file.pin': { run: () => app.draft && app.shelf.pin(app.draft.id), can: hasDraft },
      'file.trash': { run: () => app.draft && app.shelf.trash([app.draft.id]), can: hasDraft },
      'file.emptyTrash': {
        run: () => dialogs.show({ kind: 'deleteForGood', ids: app.library.trashed.map(({ id }) => id) }),
        can: () => app.library.trashed.length > 0,
      },
      'library.removeWords': { run: () => dialogs.show({ kind: 'removeWords' }) },
      'app.settings': { run: () => dialogs.show({ kind: 'settings' }) },
      'article.correct': { run: () => draftCorrection(app, today(new Date())), can: hasDraft },
      'checks.next': { run: () => app.draft?.checks.decisions.go(1), can: hasMarks },
      'checks.previous': { run: () => app.draft?.checks.decisions.go(-1), can: hasMarks },
      'checks.accept': { run: () => this.#accept(), can: () => app.draft?.checks.decisions.canAccept() ?? false },
      'checks.reject': { run: () => this.#reject(), can: () => app.draft?.checks.decisions.atHand() != null },
      'copy.rich': { run: () => copyArticle(app, 'rich'), can: hasDraft },
      'copy.html': { run: () => copyArticle(app, 'html'), can: hasDraft },
      'copy.markdown': { run: () => copyArticle(app, 'markdown'), can: hasDraft },
      'copy.wordpress': { run: () => copyArticle(app, 'wordpress'), can: hasDraft },
      'edit.find': { run: () => app.draft?.finding.show('find'), can: hasDraft },
      'edit.replace': { run: () => app.draft?.finding.show('replace'), can: hasDraft },
      'edit.findNext': { run: () => app.draft?.finding.next(), can: hasDraft },
      'edit.findPrevious': { run: () => app.draft?.finding.previous(), can: hasDraft },
      'series.previous': { run: () => dialogs.show({ kind: 'link', side: 'previous' }), can: hasDraft },
      'series.next': { run: () => dialogs.show({ kind: 'link', side: 'next' }), can: hasDraft },
      'series.openPrevious': { run: () => this.#openNeighbour(series.previous), can: () => series.previous?.article != null },
      'series.openNext': { run: () => this.#openNeighbour(series.next), can: () => series.next?.article != null },
      'view.palette': { run: () => dialogs.show({ kind: 'palette' }) },
      'view.library': { run: () => panels.toggle('library') },
      'view.inspector': { run: () => panels.toggle('inspector') },
      'view.checks': {
        run: () => {
          app.showTab('checks');
          hands.focusChecks();
        },
        can: hasDraft,
      },
      'view.history': { run: () => app.showTab('history'), can: hasDraft },
      'history.filed': { run: () => app.compareWithFiled(), can: hasDraft },
      'history.returned': { run: hands.chooseReturned, can: hasDraft },
      'history.name': { run: () => dialogs.show({ kind: 'nameVersion', version: null, name: '' }), can: hasDraft },
      'view.focus': { run: () => panels.toggleFocus() },
      'view.search': {
        run: () => {
          panels.open('library');
          hands.focusSearch();
        },
      },
      'help.shortcuts': { run: () => dialogs.show({ kind: 'shortcuts' }) },
    };
  }

  can(id: CommandId): boolean {
    if (isEditing(id)) return this.#app.draft?.can(id) ?? false;
    return this.#handlers[id].can?.() ?? true;
  }

  /** True when the command was carried out. */
  run(id: CommandId): boolean {
    if (!this.can(id)) return false;
    if (isEditing(id)) return this.#app.draft?.run(id) ?? false;
    this.#hands.settle();
    this.#handlers[id].run();
    return true;
  }

  /** As `run`, for a menu that has taken the focus from the text: a command of the text gives it back first. */
  runFromMenu(id: CommandId): boolean {
    if (isEditing(id)) this.#app.draft?.focus();
    return this.run(id);
  }

  /** The key of a command as this platform writes it. */
  label(id: CommandId): string | null {
    const command = byId.get(id);
    const shortcut = command && shortcutOf(command, this.mac);
    return shortcut ? shortcutLabel(shortcut, this.mac) : null;
  }

  // Of several ways out none is better than the others: the writer chooses.
  #accept(): void {
    const checks = this.#app.draft?.checks;
    const found = checks?.decisions.atHand();
    if (!checks || !found) return;
    const ways = found.proposals.length + (found.finding.fixes?.length ?? 0);
    if (ways === 1) checks.decisions.accept(found.id);
    else if (checks.decisions.goTo(found.id)) requestAnimationFrame(() => this.#app.draft?.menus.focusFinding?.());
  }

  #reject(): void {
    const checks = this.#app.draft?.checks;
    const found = checks?.decisions.atHand();
    if (checks && found) checks.decisions.reject(found.id);
  }

  #openNeighbour(piece: { article: string | null } | null): void {
    if (piece?.article) void this.#app.open(piece.article);
  }
}

/** True for a command of the text itself. */
export function isEditing(id: CommandId): id is EditingCommandId {
  return byId.get(id)?.editing === true;
}
