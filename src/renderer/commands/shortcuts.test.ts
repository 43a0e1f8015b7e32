import { expect, test } from 'vitest';
import { commandOf, shortcutLabel, type KeyPress } from './shortcuts';

const press = (keys: string, key: string, code: string): KeyPress => ({
  key,
  code,
  ctrlKey: keys.includes('C'),
  metaKey: keys.includes('M'),
  altKey: keys.includes('A'),
  shiftKey: keys.includes('S'),
});

test('Ctrl is the key outside a Mac, ⌘ on it', () => {
  expect(commandOf(press('C', 'p', 'KeyP'), false)).toBe('file.open');
  expect(commandOf(press('M', 'p', 'KeyP'), false)).toBeNull();
  expect(commandOf(press('M', 'p', 'KeyP'), true)).toBe('file.open');
  expect(commandOf(press('C', 'p', 'KeyP'), true)).toBeNull();
});

test('Shift tells two commands on one key apart', () => expect(commandOf(press('CS', 'P', 'KeyP'), false)).toBe('view.palette'));

test('a digit is known by its place when Shift writes a sign', () => {
  expect(commandOf(press('CS', '*', 'Digit8'), false)).toBe('format.bulletList');
  expect(commandOf(press('CS', '(', 'Digit8'), false)).toBe('format.bulletList');
});

test('Option writes a sign on a Mac and the letter still counts', () => {
  expect(commandOf(press('MA', 'ˆ', 'KeyI'), true)).toBe('view.inspector');
});

test('a slash counts also where it needs Shift', () => {
  expect(commandOf(press('C', '/', 'Slash'), false)).toBe('help.shortcuts');
  expect(commandOf(press('CS', '/', 'Digit6'), false)).toBe('help.shortcuts');
});

test('the place of a key says nothing on another layout when the letter is plain', () => {
  // On AZERTY the key at Q writes "a".
  expect(commandOf(press('C', 'a', 'KeyB'), false)).toBeNull();
});

test('AltGr is for writing', () => expect(commandOf({ ...press('CA', '²', 'Digit2'), altGraph: true }, false)).toBeNull());

test('plain typing is never a command', () => expect(commandOf(press('', 'p', 'KeyP'), false)).toBeNull());

test('function keys need no Mod, and are another command with Shift', () => {
  expect(commandOf(press('', 'F8', 'F8'), false)).toBe('checks.next');
  expect(commandOf(press('S', 'F8', 'F8'), true)).toBe('checks.previous');
  expect(commandOf(press('C', 'F8', 'F8'), false)).toBeNull();
  expect(commandOf(press('', 'Enter', 'Enter'), false)).toBeNull();
  expect(commandOf(press('A', 'Enter', 'Enter'), false)).toBe('checks.accept');
});

test('labels follow the platform', () => {
  expect(shortcutLabel('Mod+Shift+P', false)).toBe('Ctrl+Shift+P');
  expect(shortcutLabel('Mod+Shift+P', true)).toBe('⇧⌘P');
  expect(shortcutLabel('Mod+Alt+ArrowUp', true)).toBe('⌥⌘↑');
  expect(shortcutLabel('Mod+Shift+Backspace', true)).toBe('⇧⌘⌫');
});
