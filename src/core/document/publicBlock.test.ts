import { expect, test } from 'vitest';
import { noEvidence } from './evidence';
import type { BlockJson } from './json';
import { leadWords, publicBlock, publicPicture } from './publicBlock';
import { nowhere, type Resolver } from './resolver';
import { box, card, code, figure, h2, hr, li, p, publicQuote, pull, quote, related, ul } from './testing/builders';

const shown = (block: BlockJson, resolver: Resolver = nowhere) => publicBlock(block, resolver);
/** A library whose pictures lie beside the page. */
const beside: Resolver = { ...nowhere, fileOf: () => 'ice-road-1.jpg' };

test('blocks without words show nothing', () => {
  for (const block of [
    p(),
    p(' '),
    h2(),
    quote({ speaker: 'Ada Wells' }, p()),
    pull(null),
    code(''),
    ul(li(p())),
    box(' ', p()),
    card({}),
  ])
    expect(shown(block)).toEqual([]);
});

test('a rule, and a box with a title alone, show something', () => {
  expect(shown(hr())).toEqual([hr()]);
  expect(shown(box('Facts', p(' ')))).toEqual([box('Facts')]);
});

test('a quotation keeps who said it, not what it was checked against, and its source only where that is not hidden', () => {
  const said = { speaker: 'Ada Wells', role: ' ', sourceUrl: 'https://example.org/a' };
  const evidence = { ...noEvidence, minute: '12:40' };
  const open = { ...said, role: null };
  expect(shown(quote({ ...said, evidence }, 'We stay.'))).toEqual([publicQuote(open, 'We stay.')]);
  expect(shown(quote({ ...said, evidence: { ...evidence, hideSource: true } }, 'We stay.'))).toEqual([
    publicQuote({ ...open, sourceUrl: null }, 'We stay.'),
  ]);
});

test('an item begins with a paragraph, also where its own had no words', () => {
  expect(shown(ul(li(p(), ul(li(p('Inner'))))))).toEqual([ul(li(p(), ul(li(p('Inner')))))]);
});

test('“read also” without a title needs an address', () => {
  expect(shown(related('Read:', '', { article: 'quay000000000000' }))).toEqual([]);
  expect(shown(related('Read:', 'The quay', { article: 'quay000000000000' }))).toEqual([related('Read:', 'The quay')]);
});

test('a picture is called by the file beside the page; without one its words stand', () => {
  const asset = `${'a'.repeat(64)}.jpg`;
  const picture = figure(asset, { caption: 'The quay.', credit: 'Ada Wells' });
  expect(shown(picture, beside)).toMatchObject([{ type: 'figure', attrs: { asset: 'ice-road-1.jpg', caption: 'The quay.' } }]);
  const words = shown(picture);
  expect(words.every(({ type }) => type === 'paragraph')).toBe(true);
  expect(JSON.stringify(words)).toContain('The quay.');
  expect(JSON.stringify(words)).not.toContain(asset);
  const lead = picture.attrs ?? null;
  expect(leadWords(lead, nowhere)).toEqual(words);
  expect(leadWords(lead, beside)).toEqual([]);
  expect(publicPicture(lead, nowhere)).toBeNull();
});
