import { closeHistory } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import { punctuation, type PunctuationEdit } from '../../core/typography/setPunctuation';
import { languageName } from '../inspector/languages';
import { hostOf } from './host';
import { replaceRanges, type WordsAt } from './replaceRanges';
import { textblocksIn, verbatimTexts } from './textblocks';

/**
 * Sets the punctuation of the selected words, or of the whole text, by the article's language: one step of undo. Words inside
 * quotations stay as they are unless `quotedToo`, and the writer is told how many places that were.
 */
export function setPunctuation(quotedToo: boolean): Command {
  return (state, dispatch) => {
    if (!dispatch) return true;
    const { doc, selection } = state;
    const language = String(doc.attrs.language);
    const blocks = textblocksIn(doc);
    const found = punctuation(verbatimTexts(blocks), language, { quotedToo });
    const placed = (edits: readonly (readonly PunctuationEdit[])[]): WordsAt[] =>
      edits
        .flatMap((list, part) => {
          const start = blocks[part]?.start ?? 0;
          return list.map(({ from, to, text }) => ({ from: start + from, to: start + to, text }));
        })
        .filter(({ from, to }) => selection.empty || (from >= selection.from && to <= selection.to));
    const places = placed(found.edits);
    if (places.length > 0) dispatch(replaceRanges(closeHistory(state.tr), places).scrollIntoView());
    hostOf(state)?.notice(told(places.length, placed(found.skipped).length, language));
    return true;
  };
}

function told(set: number, skipped: number, language: string): string {
  const name = languageName(language);
  const done =
    set === 0
      ? `Nothing to set: the punctuation is as ${name} has it.`
      : `Punctuation set for ${name} in ${set === 1 ? 'one place' : `${set} places`}.`;
  if (skipped === 0) return done;
  const left = skipped === 1 ? 'One place inside a quotation was' : `${skipped} places inside quotations were`;
  return `${set === 0 ? `Nothing to set outside quotations.` : done} ${left} left alone; “Set punctuation, in quotations too” changes those as well.`;
}
