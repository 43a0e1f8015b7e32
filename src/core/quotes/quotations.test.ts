import { expect, test } from 'vitest';
import { article, b, doc, h2, p, quote } from '../document/testing/builders';
import { quotationsOf } from './quotations';

test('an article without quotations has none', () => {
  expect(quotationsOf(doc(p('“We stay,” she said.')))).toEqual([]);
});

test('each block quotation with who, where and when, in order', () => {
  const story = article(
    { headline: 'Library saved' },
    p('The vote was narrow.'),
    quote({ speaker: 'Rosa Lind', role: 'librarian' }, 'We counted three times.', p('Then we ', b('went'), ' home.')),
    h2('The money'),
    quote({ sourceTitle: 'Minutes', sourceUrl: 'https://example.org/minutes', saidOn: '2026-03-01' }, 'Two more years.'),
  );
  expect(quotationsOf(story)).toEqual([
    {
      speaker: 'Rosa Lind',
      role: 'librarian',
      sourceTitle: null,
      sourceUrl: null,
      saidOn: null,
      words: 'We counted three times.\nThen we went home.',
      index: 4,
    },
    {
      speaker: null,
      role: null,
      sourceTitle: 'Minutes',
      sourceUrl: 'https://example.org/minutes',
      saidOn: '2026-03-01',
      words: 'Two more years.',
      index: 6,
    },
  ]);
});

test('the index is that of the block in the document', () => {
  const story = doc(p('One'), quote({ speaker: 'Rosa Lind' }, 'Two'));
  const [found] = quotationsOf(story);
  expect(found && story.content[found.index]).toBe(story.content[4]);
});

test('a quotation without attributes, as an old draft may hold it', () => {
  expect(quotationsOf(doc({ type: 'quote', content: [p('Two')] }))[0]).toMatchObject({ speaker: null, words: 'Two' });
});
