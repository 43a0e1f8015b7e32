import { expect, test, vi } from 'vitest';
import { commands } from '../../core/commands/commands';
import { AppState } from '../state/app.svelte';
import type { Draft } from '../state/draft.svelte';
import { FakeHost, idOf } from '../state/testing/fakeHost';
import { Commander } from './commander.svelte';

function commanderOf() {
  const log: string[] = [];
  const draft = {
    id: idOf('open'),
    can: () => true,
    run: (id: string) => (log.push(id), true),
    focus: () => log.push('focus'),
    place: () => ({ anchor: 0, head: 0, scroll: 0 }),
    flush: () => Promise.resolve(),
  } as unknown as Draft;
  const app = new AppState(new FakeHost({ 'session.put': () => null }).connection, () => Promise.resolve(draft));
  const hands = {
    chooseFiles: vi.fn(),
    chooseReturned: vi.fn(),
    chooseFolder: vi.fn(),
    focusSearch: vi.fn(),
    focusChecks: vi.fn(),
    settle: () => log.push('settle'),
  };
  return { app, hands, log, commander: new Commander(app, hands, false) };
}

test('every command of the registry can be asked about', () => {
  const { commander } = commanderOf();
  for (const { id } of commands) expect(typeof commander.can(id)).toBe('boolean');
});

test('without an article there is nothing to edit', () => {
  const { commander } = commanderOf();
  expect(commander.run('format.bold')).toBe(false);
  expect(commander.run('file.trash')).toBe(false);
});

test('commands of the text go to the open article', async () => {
  const { app, commander, log } = commanderOf();
  await app.open(idOf('open'));
  expect(commander.run('format.bold')).toBe(true);
  expect(log).toEqual(['format.bold']);
});

test('from a menu the text has the focus back before its command runs', async () => {
  const { app, commander, log } = commanderOf();
  await app.open(idOf('open'));
  commander.runFromMenu('format.italic');
  expect(log).toEqual(['focus', 'format.italic']);
});

test('a half-typed field is stored before a command of the window runs', () => {
  const { app, commander, log } = commanderOf();
  commander.run('view.palette');
  expect(log).toEqual(['settle']);
  expect(app.dialogs.open).toEqual({ kind: 'palette' });
});

test('searching opens the library first', () => {
  const { app, commander, hands } = commanderOf();
  app.panels.close('library');
  commander.run('view.search');
  expect(app.panels.isOpen('library')).toBe(true);
  expect(hands.focusSearch).toHaveBeenCalledOnce();
});
