import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandId } from '../../core/commands/commands';
import { AppState } from '../state/app.svelte';
import type { Draft } from '../state/draft.svelte';
import { FakeHost, idOf } from '../state/testing/fakeHost';
import { WindowKeys } from './windowKeys';

/** An element as far as keys depend on it. */
class Element {
  constructor(
    readonly tag: string,
    readonly isContentEditable = false,
  ) {}
  closest = (selectors: string) => (selectors.split(', ').includes(this.tag) ? this : null);
}
const text = new Element('div', true);
const field = new Element('input');
const page = { activeElement: text, execCommand: vi.fn() };

beforeEach(() => {
  page.activeElement = text;
  page.execCommand.mockClear();
  vi.stubGlobal('Element', Element);
  vi.stubGlobal('HTMLElement', Element);
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A key by its name, such as `Ctrl+B`, pressed in the text unless it says elsewhere. */
class Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey = false;
  readonly altKey = false;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly target: Element;
  defaultPrevented = false;
  stopped = false;
  constructor(name: string, { target = text, repeat = false, isComposing = false } = {}) {
    const parts = name.split('+');
    this.key = parts.at(-1) ?? '';
    this.code = `Key${this.key.toUpperCase()}`;
    this.ctrlKey = parts.includes('Ctrl');
    this.shiftKey = parts.includes('Shift');
    this.target = target;
    this.repeat = repeat;
    this.isComposing = isComposing;
  }
  getModifierState = () => false;
  preventDefault = () => (this.defaultPrevented = true);
  stopPropagation = () => (this.stopped = true);
  get event() {
    return this as unknown as KeyboardEvent;
  }
}

/** A window with an article open, and what came of its keys. */
async function open({ canRun = true } = {}) {
  const ran: CommandId[] = [];
  const log: string[] = [];
  const draft = {
    id: idOf('open'),
    menus: { slash: null as unknown, articles: null, popover: null, finding: null },
    finding: { mode: 'closed', close: () => log.push('finding closed') },
    focus: () => log.push('focus'),
    place: () => ({ anchor: 0, head: 0, scroll: 0 }),
  };
  const host = new FakeHost({ 'session.put': () => null });
  const app = new AppState(host.connection, () => Promise.resolve(draft as unknown as Draft));
  await app.open(draft.id);
  log.length = 0;
  const imports = { report: null as never, dismiss: () => void log.push('report closed') };
  const window = { coming: false };
  const commander = { mac: false, run: (id: CommandId) => (ran.push(id), canRun) };
  const keys = new WindowKeys(app, commander, imports, () => window.coming);
  /** A key on its way down to the text, and up again where nothing took it. */
  const key = (press: Press, takenByText = false) => {
    keys.pressed(press.event);
    if (takenByText) press.preventDefault();
    if (!press.stopped) keys.keyed(press.event);
    return press;
  };
  return { app, draft, imports, window, keys, key, ran, log };
}

describe('commands', () => {
  test('one of the window runs before the text hears of its key, once however long it is held', async () => {
    const { key, ran } = await open();
    expect(key(new Press('Ctrl+F'))).toMatchObject({ defaultPrevented: true, stopped: true });
    expect(key(new Press('Ctrl+F', { repeat: true }))).toMatchObject({ defaultPrevented: true, stopped: true });
    expect(ran).toEqual(['edit.find']);
  });

  test('one of the text is its own first, and runs from anywhere but a field', async () => {
    const { key, ran } = await open();
    key(new Press('Ctrl+B'), true);
    expect(ran).toEqual([]);
    expect(key(new Press('Ctrl+B', { target: field })).defaultPrevented).toBe(false);
    expect(ran).toEqual([]);
    expect(key(new Press('Ctrl+B', { target: new Element('button') })).defaultPrevented).toBe(true);
    expect(ran).toEqual(['format.bold']);
  });

  test('one that has nothing to do leaves the key to the browser', async () => {
    const { key } = await open({ canRun: false });
    expect(key(new Press('Ctrl+B')).defaultPrevented).toBe(false);
  });

  test('none runs while a word is being composed, or over a dialog', async () => {
    const { app, key, ran } = await open();
    key(new Press('Ctrl+F', { isComposing: true }));
    key(new Press('Ctrl+B', { isComposing: true }));
    app.dialogs.show({ kind: 'palette' });
    expect(key(new Press('Ctrl+F'))).toMatchObject({ defaultPrevented: false, stopped: false });
    key(new Press('Ctrl+B'));
    expect(ran).toEqual([]);
  });
});

describe('a dialog that is not there yet', () => {
  test('keeps every key from the copy, and Escape no longer wants it', async () => {
    const { app, window, key, ran } = await open();
    app.dialogs.show({ kind: 'export' });
    window.coming = true;
    for (const name of ['a', 'Ctrl+B', 'Ctrl+F'])
      expect(key(new Press(name))).toMatchObject({ defaultPrevented: true, stopped: true });
    expect(ran).toEqual([]);
    expect(app.dialogs.open).not.toBeNull();
    key(new Press('Escape'));
    expect(app.dialogs.open).toBeNull();
  });
});

describe('Escape', () => {
  test('closes what lies innermost, one at a time, and gives the keys back to the text', async () => {
    const { app, draft, imports, key, log } = await open();
    app.panels.width = 900;
    app.panels.drawer = 'library';
    draft.finding.mode = 'find';
    imports.report = {} as never;
    key(new Press('Escape'));
    expect(app.panels.drawer).toBeNull();
    expect(log).toEqual(['focus']);
    key(new Press('Escape'));
    expect(log).toEqual(['focus', 'finding closed', 'focus']);
    draft.finding.mode = 'closed';
    key(new Press('Escape'));
    expect(log.slice(3)).toEqual(['report closed', 'focus']);
  });

  test('with nothing to close does nothing at all', async () => {
    const { key, log } = await open();
    key(new Press('Escape'));
    expect(log).toEqual([]);
  });

  test('that closed a menu over the text closes nothing else, though the text takes every one', async () => {
    const { draft, imports, key, log } = await open();
    imports.report = {} as never;
    draft.menus.slash = {};
    key(new Press('Escape'), true);
    expect(log).toEqual([]);
    draft.menus.slash = null;
    key(new Press('Escape'), true);
    expect(log).toEqual(['report closed', 'focus']);
  });

  test('that a field took for itself closes nothing', async () => {
    const { imports, key, log } = await open();
    imports.report = {} as never;
    key(new Press('Escape', { target: field }), true);
    expect(log).toEqual([]);
  });
});

describe('the platform’s menu', () => {
  test('runs commands of the text, but undoes within a field', async () => {
    const { keys, ran } = await open();
    keys.fromPlatformMenu('edit.undo');
    expect(ran).toEqual(['edit.undo']);
    page.activeElement = field;
    keys.fromPlatformMenu('edit.undo');
    keys.fromPlatformMenu('edit.redo');
    keys.fromPlatformMenu('format.bold');
    expect(page.execCommand.mock.calls).toEqual([['undo'], ['redo']]);
    expect(ran).toEqual(['edit.undo']);
  });

  test('runs commands of the window from a field too, but not over a dialog', async () => {
    const { app, keys, ran } = await open();
    page.activeElement = field;
    keys.fromPlatformMenu('edit.find');
    app.dialogs.show({ kind: 'palette' });
    keys.fromPlatformMenu('edit.find');
    expect(ran).toEqual(['edit.find']);
  });
});
