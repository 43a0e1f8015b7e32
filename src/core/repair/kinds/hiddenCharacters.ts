import type { Kind } from '../kind';
import type { TextPart } from '../page';
import type { Edit, Repair } from '../repair';
import { oneATouch, wholeWords } from '../words';

const HIDDEN = /[\u00ad\u200b\u2060\ufeff\u200c\u200d]+/gu;
// Joiners belong to emoji, to Arabic and to Indic scripts.
const JOINED =
  /[\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Sinhala}]$/u;
const ODD_SPACE = /[\u2000-\u2008\u205f\u3000\u1680]|[ \u00a0]{2,}/gu;

/** Characters that nobody sees and every search stumbles over: soft hyphens, zero-width spaces, spaces of odd width. */
export const hiddenCharacters: Kind = {
  name: 'hidden characters',
  find: ({ parts }) => parts.flatMap((part) => [...hidden(part), ...odd(part)]),
};

function hidden(part: TextPart): Repair[] {
  const { text } = part;
  const found: Repair[] = [];
  for (const { 0: run, index } of text.matchAll(HIDDEN)) {
    if (/^[\u200c\u200d]+$/u.test(run) && JOINED.test(text.slice(Math.max(0, index - 3), index))) continue;
    const edit: Edit = { from: index, to: index + run.length, text: '' };
    found.push(
      repair(
        part,
        wholeWords(text, edit.from, edit.to),
        edit,
        'Characters that cannot be seen stand in this word: searching will not find it.',
      ),
    );
  }
  return oneATouch(found);
}

const odd = (part: TextPart): Repair[] =>
  [...part.text.matchAll(ODD_SPACE)].map(({ 0: run, index }) => {
    const edit = { from: index, to: index + run.length, text: run.includes(' ') || !run.includes('\u00a0') ? ' ' : '\u00a0' };
    return repair(part, around(part.text, edit), edit, 'An odd space: one ordinary space stands here.');
  });

function around(text: string, { from, to }: Edit): { from: number; to: number } {
  return { from: wholeWords(text, from, from).from, to: wholeWords(text, to, to).to };
}

const repair = (part: TextPart, range: { from: number; to: number }, edit: Edit, message: string): Repair => ({
  kind: hiddenCharacters.name,
  level: 'hint',
  certainty: 'sure',
  part,
  ...range,
  edits: [edit],
  message,
  keepsWords: true,
});
