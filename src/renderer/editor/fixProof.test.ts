import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import type { Finding, Fix } from '../../core/checks/finding';
import { documentSchema } from '../../core/document/schema';
import type { DocJson } from '../../core/document/json';
import { article, p, quote, related, to } from '../../core/document/testing/builders';
import { fixProof } from './fixProof';
import { foundOf, proofOf } from './proof';

const other = 'c'.repeat(20);

/** The document after the way out of a finding that stands at these words of the block. */
function fixed(doc: DocJson, block: number, words: string, fix: Fix, attribute: 'title' | null = null) {
  const state = EditorState.create({ doc: documentSchema().nodeFromJSON(doc) });
  const text = attribute === null ? state.doc.child(block).textContent : words;
  const from = text.indexOf(words);
  const finding: Finding = {
    kind: 'x',
    level: 'warning',
    message: '',
    before: words,
    place: { path: [block], attribute, from, to: from + words.length },
    fixes: [fix],
  };
  const [mark] = proofOf(state.doc, [finding]).marks;
  const { doc: made } = fixProof(state.tr, foundOf(mark!), fix);
  made.check();
  return made.children.slice(3).map((child) => child.toJSON() as unknown);
}
const like = (...blocks: Parameters<typeof article>[1][]) =>
  documentSchema()
    .nodeFromJSON(article({}, ...blocks))
    .children.slice(3)
    .map((child) => child.toJSON() as unknown);

test('a link keeps its words and leads nowhere, a “read also” too', () => {
  const unlink = { title: 'Take the link away', unlink: true } as const;
  expect(fixed(article({}, p('See ', to(other, 'the quay'), '.')), 3, 'the quay', unlink)).toEqual(like(p('See the quay.')));
  expect(fixed(article({}, related('Read', 'The quay', { article: other })), 3, 'The quay', unlink, 'title')).toEqual(
    like(related('Read', 'The quay', null)),
  );
});

test('who spoke goes into the quotation above, which keeps what it has', () => {
  const fix = { title: '', attribution: { speaker: 'Ada Wells', role: null } };
  const story = article({}, quote({ role: 'mayor', sourceTitle: 'The Post' }, 'We stay.'), p('— Ada Wells'), p('After.'));
  expect(fixed(story, 4, '— Ada Wells', fix)).toEqual(
    like(quote({ speaker: 'Ada Wells', role: 'mayor', sourceTitle: 'The Post' }, 'We stay.'), p('After.')),
  );
});

test('under anything but words nothing is done', () => {
  const fix = { title: '', attribution: { speaker: 'Ada Wells', role: null } };
  const story = article({}, related('Read', 'The quay', null), p('— Ada Wells'));
  expect(fixed(story, 4, '— Ada Wells', fix)).toEqual(like(related('Read', 'The quay', null), p('— Ada Wells')));
});
