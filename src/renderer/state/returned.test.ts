import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { expect, test } from 'vitest';
import type { DocJson } from '../../core/document/json';
import { checkDocument } from '../../core/document/schema';
import { article, p, quote } from '../../core/document/testing/builders';
import { materialOf, type ReturnedCopy } from '../../core/returned/material';
import { writing } from '../editor/testing/writing';
import { ReturnedState, type AmendedDraft, type Returned } from './returned.svelte';
import { FakeHost, idOf } from './testing/fakeHost';

const story = (when: string, verb: string, end: string): DocJson =>
  checkDocument(
    article({ headline: 'Ice' }, p(`It opened ${when}.`), quote({ speaker: 'Ana' }, `You ${verb} it.`), p(`It ${end}.`)),
  );
const sent = story('late', 'measure', 'held');
const desk = story('early', 'count', 'broke');

function deskWith(alike = 0.9) {
  const copy: ReturnedCopy = {
    material: materialOf({ sent, echo: sent, returned: desk }, { carries: null, headlines: {}, addresses: [] }),
    filed: null,
    alike,
    leftOut: [],
    name: 'ice.md',
  };
  const host = new FakeHost({ 'returned.compare': () => copy, 'history.keep': () => ({ version: 1 }) });
  const returned = new ReturnedState(host.client);
  let state = writing(sent);
  const view = {
    get state() {
      return state;
    },
    dispatch: (tr: Transaction) => (state = state.apply(tr)),
  } as unknown as EditorView;
  const draft: AmendedDraft = {
    id: idOf('ice'),
    document: () => state.doc.toJSON() as DocJson,
    flush: () => Promise.resolve(),
    withView: (act) => act(view) === true,
  };
  const file = new File(['# Ice'], 'ice.md');
  return { host, returned, draft, file, doc: draft.document };
}

test('changes that are asked for one right after the other are all taken; the text before is a version once', async () => {
  const { host, returned, draft, file, doc } = deskWith();
  await returned.open(draft, file);
  const shown = returned.of(draft.id);
  const ids = shown ? returned.listed(shown).map(({ change }) => change.id) : [];
  expect(ids).toHaveLength(3);
  await Promise.all(ids.map((id) => returned.take(draft, [id])));
  expect(doc()).toEqual(desk);
  expect(host.asked('history.keep')).toBe(1);
  await returned.takeBack(draft, ids[0] ?? '');
  expect(doc()).toEqual(story('early', 'measure', 'broke'));
});

test('what is taken all at once leaves out quotations and what was left', async () => {
  const { returned, draft, file, doc } = deskWith();
  await returned.open(draft, file);
  const [, first = ''] = returned.listed(returned.of(draft.id) as Returned).map(({ change }) => change.id);
  returned.leave(draft.id, first, true);
  await returned.take(draft, returned.together(returned.of(draft.id) as Returned));
  expect(doc()).toEqual(story('late', 'measure', 'broke'));
});

test('a copy stays with its article when it is put aside; one of another text is asked about first', async () => {
  const { returned, draft, file } = deskWith(0.1);
  await returned.open(draft, file);
  expect(returned.of(draft.id)).toBeNull();
  const { strange } = returned;
  if (strange) returned.begin(strange.draft, strange.copy);
  expect(returned.of(draft.id)?.shown).toBe(true);
  returned.show(draft.id, false);
  expect(returned.of(draft.id)).toMatchObject({ shown: false, copy: { name: 'ice.md' } });
});

test('a file that is no longer wanted is let go, and one without text is refused', async () => {
  const { returned, draft, file } = deskWith();
  const reading = returned.open(draft, file);
  expect(returned.reading).toBe('ice.md');
  returned.stop();
  await reading;
  expect(returned.of(draft.id)).toBeNull();
  await expect(returned.open(draft, new File([' '], 'empty.md'))).rejects.toMatchObject({ code: 'returned/format' });
});
