import { expect, test } from 'vitest';
import { noEvidence } from '../../core/document/evidence';
import { documentSchema } from '../../core/document/schema';
import { doc, p, quote, said } from '../../core/document/testing/builders';
import { askWhoSaid, readSpeaker, setSpeech } from './speech';
import { after, before, bodyOf, writing } from './testing/writing';

const given = (block: object): unknown => documentSchema().nodeFromJSON(block).toJSON();

const ada = { speaker: 'Ada Wells', role: 'mayor' };

test('the quotation around the cursor gets who said it, marks included, and loses it again', () => {
  const inside = before(writing(doc(p('Then: “We stay,” and no more.'))), 'stay');
  const named = after(inside, setSpeech(ada));
  expect(bodyOf(named!)).toEqual([given(p('Then: ', said(ada, '“We stay,”'), ' and no more.'))]);
  expect(bodyOf(after(named!, setSpeech(null))!)).toEqual([given(p('Then: “We stay,” and no more.'))]);
});

test('another name keeps the evidence on the words', () => {
  const evidence = { ...noEvidence, baseline: 'We stay,' };
  const noted = said({ ...ada, evidence }, '“We stay,”');
  const renamed = after(
    before(writing(doc(p('Then: ', noted, ' and.'))), 'stay'),
    setSpeech({ speaker: 'Ida Wells', role: null }),
  );
  expect(renamed!.doc.child(3).child(1).marks[0]?.attrs).toMatchObject({ speaker: 'Ida Wells', role: null, evidence });
});

test('outside of anybody’s words, and in a block quotation that names its speaker itself, there is nothing to ask', () => {
  expect(askWhoSaid(before(writing(doc(p('Then: “We stay,” and no more.'))), 'no more'))).toBe(false);
  expect(askWhoSaid(before(writing(doc(quote({}, 'We “stay” here.'))), 'stay'))).toBe(false);
});

test.each([
  ['Ada Wells, mayor of Kirk, and more', { speaker: 'Ada Wells', role: 'mayor of Kirk, and more' }],
  [' Ada Wells ', { speaker: 'Ada Wells', role: null }],
  [' , mayor', null],
])('%s', (typed, wanted) => {
  expect(readSpeaker(typed)).toEqual(wanted);
});
