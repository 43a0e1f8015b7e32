import { expect, test } from 'vitest';
import { article, b, br, code, doc, h2, li, p, quote, said, tt, ul } from '../document/testing/builders';
import { noEvidence } from '../document/evidence';
import type { DocJson } from '../document/json';
import { quotationsOf } from './quotations';

const listed = (story: DocJson) => quotationsOf(story).map(({ kind, speaker, words }) => `${kind}, ${speaker ?? '?'}: ${words}`);

test('each block quotation with who, where and when, in order', () => {
  const story = article(
    { headline: 'Library saved' },
    p('The vote was narrow.'),
    quote({ speaker: 'Rosa Lind', role: 'librarian' }, 'We counted three times.', p('Then we ', b('went'), ' home.')),
    h2('The money'),
    quote({ sourceTitle: 'Minutes', sourceUrl: 'https://example.org/minutes', saidOn: '2026-03-01' }, 'Two more years.'),
  );
  expect(quotationsOf(story)).toMatchObject([
    {
      kind: 'block',
      speaker: 'Rosa Lind',
      role: 'librarian',
      sourceTitle: null,
      words: 'We counted three times.\nThen we went home.',
      index: 4,
      state: 'unchecked',
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

test('words between quotation marks, in the order of the page, nested ones as part of what they stand in', () => {
  const story = doc(
    p('“We stay,” she said. “He called it ‘fair’ twice.”'),
    quote({ speaker: 'Ada Wells' }, 'They said “never” to me.'),
    ul(li(p('Then “no”.'))),
    p('A ', tt('say("x")'), ' in code.'),
    code('print("no")'),
  );
  expect(listed(story)).toEqual([
    'inline, ?: We stay,',
    'inline, ?: He called it ‘fair’ twice.',
    'block, Ada Wells: They said “never” to me.',
    'inline, ?: no',
  ]);
});

test('a quotation over several paragraphs is one', () => {
  expect(listed(doc(p('“One.'), p('“Two.'), p('“Three,” she said. “Four.”')))).toEqual([
    'inline, ?: One.\nTwo.\nThree,',
    'inline, ?: Four.',
  ]);
  expect(listed(article({ language: 'fr' }, p('« Un.'), p('Deux. »')))).toEqual(['inline, ?: Un.\nDeux.']);
});

test('the standfirst quotes, a headline does not', () => {
  expect(listed(article({ headline: '‘We stay’', standfirst: 'She says “never”.' }))).toEqual(['inline, ?: never']);
});

test('where the words stand, with their marks and without', () => {
  const [found] = quotationsOf(article({ language: 'fr' }, p('Elle dit : « Oui. »')));
  expect(found?.ranges).toEqual([{ path: [3], from: 11, to: 19, start: 13, end: 17 }]);
});

test('who said it, named by the mark that any of the words carry', () => {
  const story = doc(
    p('Then ', said({ speaker: 'Rosa Lind', role: 'librarian' }, '“We ', b('stay'), ',”'), ' said the librarian.'),
    p(said({ speaker: 'Ada Wells' }, 'We stay'), ', she said, and ', said({ speaker: 'Ada Wells' }, 'we do', br(), 'stay'), '.'),
  );
  expect(listed(story)).toEqual(['inline, Rosa Lind: We stay,', 'inline, Ada Wells: We stay', 'inline, Ada Wells: we do\nstay']);
});

test('ticked words are compared with what stands there now', () => {
  const evidence = { ...noEvidence, baseline: 'We stay,' };
  const state = (words: string) => quotationsOf(doc(p(said({ evidence }, `“${words}”`))))[0]?.state;
  expect(state('We stay,')).toBe('checked');
  expect(state('We will stay,')).toBe('changed');
  expect(state('[They] stay,')).toBe('edited');
});

test('leftover web code quotes nobody', () => {
  expect(listed(doc(p('They sayNATO“,”text”:”opposed to it”}}”>opposed to all of it.')))).toEqual([]);
});
