import type { Check } from './check';
import { atPart } from './atPart';

// TK is "to come" spelt so that no word holds it. Bare "XX" is also a number and "à compléter" also a sentence: only in square
// brackets are they meant for the desk. Words that an editor puts into a quotation in brackets are not among them.
const OPEN =
  /\[\s?(?:(?:TK){1,4}|x{2,6}|\?{1,5}|t\.?b\.?[acd]\.?|to come|à compléter|à vérifier|à venir|noch prüfen|zu ergänzen|por completar|por verificar|da completare|da verificare|a completar|a verificar|nog invullen|in te vullen)\s?(?::[^[\]]{0,80})?\]|(?<![\p{L}\p{N}_])(?:TK){1,4}(?![\p{L}\p{N}_])/giu;

/** A TK, or its like in square brackets, that is still in the copy. */
export const placeholders: Check = {
  name: 'TK left',
  of: 'text',
  find: (_doc, { parts }) =>
    parts.flatMap((part) =>
      [...part.readable.matchAll(OPEN)]
        .filter(([found]) => found.startsWith('[') || found === found.toUpperCase())
        .map(({ 0: found, index }) =>
          atPart(
            part,
            index,
            index + found.length,
            'TK left',
            'warning',
            found.startsWith('[') ? `${found} is still in the copy.` : 'A TK is still in the copy.',
          ),
        ),
    ),
};
