import { expect, test } from 'vitest';
import { Panels } from './panels.svelte';
import { SessionState } from './session.svelte';
import { FakeHost } from './testing/fakeHost';

function panelsAt(width: number): { panels: Panels; session: SessionState } {
  const session = new SessionState(new FakeHost({ 'session.put': () => null }).client, () => undefined);
  const panels = new Panels(session);
  panels.width = width;
  return { panels, session };
}

test('in a wide window both sides stand beside the page', () => {
  const { panels } = panelsAt(1440);
  expect([panels.isOpen('library'), panels.isOpen('inspector')]).toEqual([true, true]);
});
test('in a narrower one the inspector waits as a drawer', () => {
  const { panels } = panelsAt(1024);
  expect([panels.isOpen('library'), panels.isOpen('inspector')]).toEqual([true, false]);
  panels.toggle('inspector');
  expect(panels.isOpen('inspector')).toBe(true);
});
test('of two drawers one is open at a time', () => {
  const { panels } = panelsAt(900);
  panels.open('library');
  panels.open('inspector');
  expect([panels.isOpen('library'), panels.isOpen('inspector')]).toEqual([false, true]);
});
test('a drawer does not change how a wide window looks', () => {
  const { panels, session } = panelsAt(900);
  panels.open('library');
  panels.close('library');
  expect(session.library).toBe(true);
});
test('focus hides both sides, and leaving it brings back what was there', () => {
  const { panels } = panelsAt(1440);
  panels.close('inspector');
  panels.toggleFocus();
  expect([panels.isOpen('library'), panels.isOpen('inspector')]).toEqual([false, false]);
  panels.toggleFocus();
  expect([panels.isOpen('library'), panels.isOpen('inspector')]).toEqual([true, false]);
});
test('asking for a side leaves focus', () => {
  const { panels, session } = panelsAt(1440);
  panels.toggleFocus();
  panels.open('library');
  expect(session.focus).toBe(false);
  expect(panels.isOpen('library')).toBe(true);
});
