import fc from 'fast-check';
import { history, undo } from '@tiptap/pm/history';
import { AllSelection, EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentSchema } from '../../core/document/schema';
import { article, h2, li, p, quote, ul } from '../../core/document/testing/builders';
import { crossesParts, deletePartsSelection, PARTS, typeAcrossParts } from './parts';
import { after } from './testing/writing';

const whole = article(
  { kicker: 'Coast', headline: 'Harbour closed', standfirst: 'Two piers are unsafe.' },
  p('One two.'),
  h2('Three'),
  quote({ speaker: 'Ana Ruiz' }, 'Four', 'five'),
  ul(li(p('six'), ul(li(p('seven'))))),
);

const state = EditorState.create({ doc: documentSchema().nodeFromJSON(whole), plugins: [history()] });

test('whatever is deleted or typed over across parts, only the selection goes, each part stays, and one undo restores it', () => {
  let crossed = 0;
  fc.assert(
    fc.property(fc.nat(state.doc.content.size), fc.nat(state.doc.content.size), fc.constantFrom('', 'new'), (a, z, typed) => {
      const selection = TextSelection.between(state.doc.resolve(a), state.doc.resolve(z));
      if (selection.empty || !crossesParts(selection)) return;
      crossed++;
      const chosen = state.apply(state.tr.setSelection(selection));
      const tr = typeAcrossParts(chosen, typed);
      const next = typed === '' ? after(chosen, deletePartsSelection) : tr && chosen.apply(tr);
      next?.doc.check();
      const { doc } = chosen;
      const kept = doc.textBetween(0, selection.from) + typed + doc.textBetween(selection.to, doc.content.size);
      expect(next?.doc.textContent).toBe(kept);
      const words = (index: number) => next?.doc.child(index).textContent ?? '';
      for (let index = 0; index < PARTS; index++)
        expect(state.doc.child(index).textContent).toContain(words(index).replace(typed, ''));
      // From the end of one part to the start of the next nothing is selected, so there is nothing to undo.
      const undone = next && !next.doc.eq(state.doc) ? after(next, undo) : next;
      expect(undone?.doc.eq(state.doc)).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(crossed).toBeGreaterThan(50);
});

test('everything selected and typed over leaves a blank article with the words', () => {
  const all = state.apply(state.tr.setSelection(new AllSelection(state.doc)));
  const tr = typeAcrossParts(all, 'New');
  const next = tr && all.apply(tr);
  next?.doc.check();
  expect(next?.doc.textContent).toBe('New');
  expect(next?.doc.childCount).toBe(PARTS + 1);
});
