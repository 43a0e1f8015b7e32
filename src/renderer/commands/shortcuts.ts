import { commands, type Command, type CommandId } from '../../core/commands/commands';

/** What of a key press decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  altGraph?: boolean;
};

interface Chord {
  key: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

const withShortcut: readonly Command[] = commands.filter((command: Command) => command.shortcut !== undefined);

/** The shortcut of a command on this platform, as the registry writes it. */
export const shortcutOf = ({ shortcut, macShortcut }: Command, mac: boolean): string | undefined =>
  mac ? (macShortcut ?? shortcut) : shortcut;

function chordOf(shortcut: string): Chord {
  const parts = shortcut.split('+');
  return { key: parts.at(-1) ?? '', mod: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt') };
}

// Shift and Option change what a key writes, so letters and digits are told by where they stand as well.
function sameKey(chord: Chord, press: KeyPress): boolean {
  if (press.key.toLowerCase() === chord.key.toLowerCase()) return true;
  if (!chord.shift && !chord.alt) return false;
  return press.code === `Key${chord.key}` || press.code === `Digit${chord.key}`;
}

interface Bound {
  id: CommandId;
  chord: Chord;
}

const bound = (mac: boolean): readonly Bound[] =>
  withShortcut.map((command) => ({ id: command.id as CommandId, chord: chordOf(shortcutOf(command, mac) ?? '') }));

// Read once: every key that is typed asks.
const read = new Map<boolean, readonly Bound[]>();

function chordsOn(mac: boolean): readonly Bound[] {
  let chords = read.get(mac);
  if (!chords) read.set(mac, (chords = bound(mac)));
  return chords;
}

/** The command of a key press, or null. `Mod` is ⌘ on a Mac and Ctrl elsewhere, never both. */
export function commandOf(press: KeyPress, mac: boolean): CommandId | null {
  const mod = mac ? press.metaKey : press.ctrlKey;
  // AltGr writes letters on many keyboards and arrives as Ctrl+Alt.
  if ((mac ? press.ctrlKey : press.metaKey) || press.altGraph) return null;
  // On most systems this is how one goes on finding.
  if (press.key === 'F3' && !press.ctrlKey && !press.metaKey && !press.altKey)
    return press.shiftKey ? 'edit.findPrevious' : 'edit.findNext';
  const candidates = chordsOn(mac).filter(
    ({ chord }) => chord.mod === mod && chord.alt === press.altKey && sameKey(chord, press),
  );
  const exact = candidates.find(({ chord }) => chord.shift === press.shiftKey);
  // "/" and "," need Shift on some keyboards; then Shift says nothing.
  const loose = candidates.find(({ chord }) => /^[^\p{L}\p{N}]$/u.test(chord.key));
  return (exact ?? loose)?.id ?? null;
}

const MAC: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const MAC_ORDER = ['Alt', 'Shift', 'Mod'];
const KEYS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', Enter: '↵' };

/** A shortcut as the platform writes it: `⇧⌘P` or `Ctrl+Shift+P`. */
export function shortcutLabel(shortcut: string, mac: boolean): string {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const shownKey = KEYS[key] ?? (mac && key === 'Backspace' ? '⌫' : key);
  if (!mac) return [...parts.slice(0, -1).map((part) => (part === 'Mod' ? 'Ctrl' : part)), shownKey].join('+');
  return (
    MAC_ORDER.filter((part) => parts.includes(part))
      .map((part) => MAC[part])
      .join('') + shownKey
  );
}
