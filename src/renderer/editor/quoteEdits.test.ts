import type { EditorState, Transaction } from '@tiptap/pm/state';
import { undo } from '@tiptap/pm/history';
import { expect, test } from 'vitest';
import { b, doc, p, quote, said } from '../../core/document/testing/builders';
import { noEvidence } from '../../core/document/evidence';
import type { BlockJson } from '../../core/document/json';
import { quotesOf, type DraftQuote } from './digest';
import { makeQuotation, unwrapQuotation } from './quotation';
import { noteQuotation, putCheckedBack, tickQuotation } from './quoteEdits';
import { after, bodyOf, writing } from './testing/writing';

const edited = (state: EditorState, edit: (state: EditorState, quotation: DraftQuote) => Transaction): EditorState => {
  const [first] = quotesOf(state.doc);
  if (!first) throw new Error('no quotation');
  const next = state.apply(edit(state, first));
  next.doc.check();
  return next;
};
const body = (...blocks: BlockJson[]) => bodyOf(writing(doc(...blocks)));
const checked = (baseline: string) => ({ ...noEvidence, baseline });

test('who said words inside a sentence is noted in a mark on them, and one undo takes it away', () => {
  const before = writing(doc(p('Then “we ', b('stay'), '”, she said.')));
  const named = edited(before, (state, now) => noteQuotation(state, now, { speaker: 'Ada Wells', role: 'nurse' }));
  expect(bodyOf(named)).toEqual(
    body(p('Then ', said({ speaker: 'Ada Wells', role: 'nurse' }, '“we ', b('stay'), '”'), ', she said.')),
  );
  expect(bodyOf(after(named, undo))).toEqual(bodyOf(before));
  const blank = edited(named, (state, now) => noteQuotation(state, now, { speaker: null, role: null }));
  expect(bodyOf(blank)).toEqual(bodyOf(before));
});

test('of a block quotation it stands in its fields', () => {
  const before = writing(doc(p('One.'), quote({ role: 'nurse' }, 'We stay.')));
  const named = edited(before, (state, now) =>
    noteQuotation(state, now, { speaker: 'Ada Wells', evidence: { minute: '12:40' } }),
  );
  const evidence = { ...noEvidence, minute: '12:40' };
  expect(bodyOf(named)).toEqual(body(p('One.'), quote({ speaker: 'Ada Wells', role: 'nurse', evidence }, 'We stay.')));
});

test('ticking keeps the words as they stand; taking the tick away leaves nothing behind', () => {
  const before = writing(doc(p('“We stay,” she said.')));
  const ticked = edited(before, (state, now) => tickQuotation(state, now, true));
  expect(quotesOf(ticked.doc)[0]).toMatchObject({ state: 'checked', evidence: { baseline: 'We stay,' } });
  expect(bodyOf(edited(ticked, (state, now) => tickQuotation(state, now, false)))).toEqual(bodyOf(before));
});

test('an edit inside ticked words shows as changed; putting back is one step and leaves emphasis alone', () => {
  const speech = { speaker: 'Ada Wells', evidence: checked('We waited all night long,') };
  const changed = writing(doc(p(said(speech, '“We ', b('waited'), ' all day,”'), ' she said.')));
  expect(quotesOf(changed.doc)[0]?.state).toBe('changed');
  const back = edited(changed, putCheckedBack);
  expect(bodyOf(back)).toEqual(body(p(said(speech, '“We ', b('waited'), ' all night long,”'), ' she said.')));
  expect(quotesOf(back.doc)[0]?.state).toBe('checked');
  expect(bodyOf(after(back, undo))).toEqual(bodyOf(changed));
});

test('words at either end come back inside the marks', () => {
  for (const now of ['stay here,', 'We stay,', ', we stay,']) {
    const changed = writing(doc(p('Then “', '', said({ evidence: checked('We stay here,') }, now), '” she said.')));
    const back = edited(changed, putCheckedBack);
    expect(quotesOf(back.doc)[0]).toMatchObject({ words: 'We stay here,', state: 'checked' });
  }
});

test('a quotation of several paragraphs: changes inside one, and paragraphs that were joined', () => {
  const evidence = checked('One two.\nThree four.');
  const within = edited(writing(doc(quote({ evidence }, 'One two.', 'Three five.'))), putCheckedBack);
  expect(bodyOf(within)).toEqual(body(quote({ evidence }, 'One two.', 'Three four.')));
  const joined = edited(writing(doc(quote({ evidence }, 'One two. Three four.'))), putCheckedBack);
  expect(bodyOf(joined)).toEqual(body(quote({ evidence }, 'One two.', 'Three four.')));
});

test('words inside a sentence whose paragraphs were joined are parted again, each opening anew', () => {
  const evidence = checked('One two.\nThree four.');
  const joined = writing(doc(p('She: ', said({ evidence }, '“One two. Three four.”'), ' End.')));
  const back = edited(joined, putCheckedBack);
  expect(quotesOf(back.doc)[0]).toMatchObject({ words: 'One two.\nThree four.', state: 'checked' });
  expect(bodyOf(back)).toEqual(
    body(p('She: ', said({ evidence }, '“One two.')), p(said({ evidence }, '“Three four.”'), ' End.')),
  );
});

test('words that a list quotes are found where they stand', () => {
  const state = writing(doc(p('One.'), { type: 'bulletList', content: [{ type: 'listItem', content: [p('Then “we stay”.')] }] }));
  const [found] = quotesOf(state.doc);
  expect(state.doc.textBetween((found?.pos ?? 0) + 1, (found?.pos ?? 0) + 8)).toBe('we stay');
});

test('what is noted of words goes with them into a quotation of their own, and back into the text', () => {
  const speech = { speaker: 'Ada Wells', role: 'nurse', evidence: checked('We stay,') };
  const inline = writing(doc(p('Then: ', said(speech, '“We stay,”'), ' she said.')), '“We stay,”');
  const block = after(inline, makeQuotation);
  expect(bodyOf(block)).toEqual(body(p('Then:'), quote(speech, '“We stay,”'), p('she said.')));
  expect(block && quotesOf(block.doc)[0]).toMatchObject({ speaker: 'Ada Wells', state: 'checked' });
  const again = block && after(block, unwrapQuotation);
  expect(bodyOf(again)).toEqual(body(p('Then:'), p(said(speech, '“We stay,”')), p('— Ada Wells, nurse'), p('she said.')));
  expect(again && quotesOf(again.doc)[0]).toMatchObject({ speaker: 'Ada Wells', state: 'checked' });
});
