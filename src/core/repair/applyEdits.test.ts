import fc from 'fast-check';
import { expect, test } from 'vitest';
import { a, article, b, box, card, doc, i, li, p, pull, quote, related, table, ul } from '../document/testing/builders';
import { applyEdits } from './applyEdits';
import { editsOf } from './findings';
import { examine } from '../checks/examine';
import { loadLexicon } from './lexicon';
import { inLanguage } from './testing/found';

const edit = (path: number[], from: number, to: number, content: string) => ({ path, attribute: null, from, to, content });

test('words keep their marks, new ones share those of both sides', () => {
  const story = doc(p('Ask ', b('the'), b('North'), ' now'));
  expect(applyEdits(story, [edit([3], 7, 7, ' ')]).doc).toEqual(doc(p('Ask ', b('the North'), ' now')));
  const edge = doc(p(b('the'), i('North')));
  expect(applyEdits(edge, [edit([3], 3, 3, ' ')]).doc).toEqual(doc(p(b('the'), ' ', i('North'))));
});

test('the title of a read also, and nested blocks', () => {
  const story = doc(related('Read', 'theNorth'), ul(li(p('theEast'))));
  const { doc: mended, undo } = applyEdits(story, [{ ...edit([3], 3, 3, ' '), attribute: 'title' }, edit([4, 0, 0], 3, 3, ' ')]);
  expect(mended).toEqual(doc(related('Read', 'the North'), ul(li(p('the East')))));
  expect(applyEdits(mended, undo).doc).toEqual(story);
});

test('damage in a fact box, a table, a link card or a pull quote has its place, and is mended and given back', async () => {
  const days = table(['Port', 'Why'], ['Quay', 'Fog left theHarbour dark']);
  const story = inLanguage(
    'en',
    box('What theHarbour does', p('Boats cross theHarbour daily')),
    { ...days, attrs: { headerRow: true, caption: 'Days in theHarbour' } },
    card({ url: 'https://example.org/', title: 'A film of theHarbour', description: 'All of theHarbour at dawn' }),
  );
  const found = examine(story, { of: 'text', lexicon: await loadLexicon('en') });
  expect(found.map(({ place }) => [place?.path, place?.attribute])).toEqual([
    [[3], 'title'],
    [[3, 0], null],
    [[4], 'caption'],
    [[4, 1, 1, 0], null],
    [[5], 'title'],
    [[5], 'description'],
  ]);
  const { doc: mended, undo } = applyEdits(story, editsOf(found).edits);
  expect(JSON.stringify(mended)).not.toContain('theHarbour');
  expect(applyEdits(mended, undo).doc).toEqual(story);
});

test('a pull quote is somebody’s words: a bulk action leaves them alone', async () => {
  const found = examine(inLanguage('en', pull('Ana Reis', 'We left theHarbour')), {
    of: 'text',
    lexicon: await loadLexicon('en'),
  });
  expect(editsOf(found)).toEqual({ edits: [], skipped: 1 });
});

test('a text that has changed since is refused', () => {
  expect(() => applyEdits(doc(p('short')), [edit([3], 30, 31, '')])).toThrow(
    expect.objectContaining({ code: 'repair/does-not-fit' }),
  );
});

test('undoing gives the document as it was', () => {
  const story = article(
    { headline: 'Harbour' },
    p('One ', b('two '), a('https://example.org/', 'three'), ' four five'),
    quote({}, 'six seven'),
  );
  const ranges = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(ranges, fc.constantFrom('', ' ', 'new'), (points, words) => {
      const sorted = [...points].sort((x, y) => x - y);
      const edits = sorted.flatMap((from, at) =>
        at % 2 === 0 && sorted[at + 1] !== undefined ? [edit([3], from, sorted[at + 1] ?? from, words)] : [],
      );
      const { doc: changed, undo } = applyEdits(story, edits);
      expect(applyEdits(changed, undo).doc).toEqual(story);
    }),
  );
});

test('accepting all leaves quoted words alone and says how many', async () => {
  const story = inLanguage('en', 'He left theHarbour.', '“We left theQuay,” she said.');
  const found = examine(story, { of: 'text', lexicon: await loadLexicon('en') });
  expect(editsOf(found)).toMatchObject({ skipped: 1, edits: [{ path: [3] }] });
  expect(editsOf(found, { quotedToo: true }).edits).toHaveLength(2);
});

test('a fingerprint survives edits elsewhere', async () => {
  const lexicon = await loadLexicon('en');
  const print = (...texts: string[]) => examine(inLanguage('en', ...texts), { of: 'text', lexicon })[0]?.fingerprint;
  expect(print('He left theHarbour at dawn.')).toBe(print('A new beginning.', 'Once more, he left theHarbour at dawn.'));
  expect(print('He left theHarbour at dawn.')).not.toBe(print('She saw theHarbour at dawn.'));
});
