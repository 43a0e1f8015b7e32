import { TECHNICAL } from '../typography/technical';
import { codePieces, type CodePiece } from './codePieces';
import { readBack } from './misread';
import { edited } from './repair';

/** Stands for what is not language. */
export const BLOT = '\ufffc';

/**
 * As long as `text`, with code, addresses, handles and leftover web code blotted out: what may be read as language. Of `text`,
 * what is marked as code is blotted out already. Linear.
 */
export function readableText(text: string): { readable: string; code: readonly CodePiece[] } {
  const code = codePieces(text);
  return { readable: blotted(text, code), code };
}

function blotted(text: string, code: readonly CodePiece[]): string {
  const shown = edited(
    text,
    0,
    text.length,
    code.map(({ from, to, shows }) => ({ from, to, text: filled(shows, to - from) })),
  ).replace(TECHNICAL, (found) => BLOT.repeat(found.length));
  const misread = readBack(shown).map(({ from, to, text: meant }) => ({ from, to, text: filled(meant, to - from) }));
  return edited(shown, 0, shown.length, misread);
}

/** A closing mark stays at the end of its place, so that it still touches what follows. */
const filled = (shown: string, length: number): string =>
  /^[»”’]$/u.test(shown) ? shown.padStart(length, BLOT) : shown.slice(0, length).padEnd(length, BLOT);
