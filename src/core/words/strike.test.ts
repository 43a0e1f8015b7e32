import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, p } from '../document/testing/builders';
import { checkDocument } from '../document/schema';
import { strikeOf, type Removal } from './strike';

const t = (text: string) => ({ type: 'text', text });
const removal = (more: Partial<Removal> = {}): Removal => ({ words: 'Mária Kovács', by: '[removed]', inside: false, ...more });
const strike = (value: unknown, more: Partial<Removal> = {}) => strikeOf(removal(more))?.(value);

test('a name goes from every text of a document, whatever its case and accents', () => {
  const doc = checkDocument(
    article(
      { headline: 'Maria Kovacs resigns', notes: 'Ask MÁRIA KOVÁCS', tags: ['Mária Kovács'] },
      p('It was Mária Kovács’s plan.'),
    ),
  );
  const struck = strike(doc);
  expect(struck?.count).toBe(4);
  expect(JSON.stringify(struck?.value)).not.toMatch(/kov[aá]cs/iu);
  expect(JSON.stringify(struck?.value)).toContain('It was [removed]’s plan.');
  expect(checkDocument(struck?.value)).toEqual(struck?.value);
});

test('a name that is partly bold is one name', () => {
  const node = { type: 'paragraph', content: [t('It was Mária '), { ...t('Kovács'), marks: [{ type: 'bold' }] }, t(' again')] };
  expect(strike(node)).toEqual({
    value: { type: 'paragraph', content: [t('It was [removed]'), t(' again')] },
    count: 1,
  });
});

test.each(['Mária  Kovács', 'Mária\nKovács', 'Mária \t Kovács', 'Mária\u00a0\u00a0Kovács', 'Mária\u00a0Kovács'])(
  'a name parted by another space than one is a name: %j',
  (name) => {
    expect(strike(`It was ${name}, and  she\nknew`)).toEqual({ value: 'It was [removed], and  she\nknew', count: 1 });
  },
);

test('a name that a line break parts is one name, and goes with the break', () => {
  const br = { type: 'hardBreak' };
  const node = {
    type: 'paragraph',
    content: [t('It was Mária'), br, { ...t('Kovács'), marks: [{ type: 'bold' }] }, br, t('again')],
  };
  expect(strike(node)).toEqual({
    value: { type: 'paragraph', content: [t('It was [removed]'), br, t('again')] },
    count: 1,
  });
  const other = { type: 'paragraph', content: [t('Mária'), br, t('Nagy')] };
  expect(strike(other)?.value).toBe(other);
});

test('slugs and addresses stay slugs and addresses', () => {
  expect(strike('maria-kovacs-resigns')?.value).toBe('removed-resigns');
  expect(strike('https://example.org/maria-kovacs?by=Maria_Kovacs')?.value).toBe('https://example.org/removed?by=removed');
  expect(strike('https://example.org/M%C3%A1ria%20Kov%C3%A1cs')?.value).toBe('https://example.org/removed');
  expect(strike('ferry-hadid', { words: 'Hadid' })?.value).toBe('ferry-removed');
});

test('names that the program gave stay, whatever they hold', () => {
  const site = { key: 'ana'.padEnd(26, '0'), what: { kind: 'series', series: 'ana'.padEnd(26, '1') }, name: 'Ana' };
  expect(strike(site, { words: 'Ana', inside: true })?.value).toEqual({ ...site, name: '[removed]' });
  expect(strike({ ...site, record: 'on' }, { words: 'on' })?.count).toBe(0);
  expect(strike(site, { words: 'series' })?.count).toBe(0);
});

test('words inside longer ones stay unless the writer says so', () => {
  expect(strike('Anastasia and Ana', { words: 'Ana' })?.value).toBe('Anastasia and [removed]');
  expect(strike('Anastasia', { words: 'Ana', inside: true })?.count).toBe(1);
});

test('taken out without a trace, a name leaves one space', () => {
  expect(strike('Then Mária Kovács, who left', { by: '' })?.value).toBe('Then, who left');
  expect(strike('Then Mária Kovács left', { by: '' })?.value).toBe('Then left');
});

test('nothing to look for is nothing to do, and what does not hold the words stays the very same', () => {
  expect(strikeOf(removal({ words: '  ' }))).toBeNull();
  const doc = article({}, p('The harbour'));
  expect(strike(doc)?.value).toBe(doc);
});

test('afterwards the words stand nowhere, and a second time finds nothing', () => {
  const near = fc.constantFrom('Ada', 'ada', 'Lovelace', ' ', '-', 'x', ', ', 'Ada Lovelace', 'ada-lovelace', 'ADA  LOVELACE');
  fc.assert(
    fc.property(fc.array(near, { maxLength: 12 }), fc.nat({ max: 11 }), (pieces, cut) => {
      const content = [t(pieces.slice(0, cut).join('') || 'a'), t(pieces.slice(cut).join('') || 'b')];
      const once = strike(content, { words: 'Ada Lovelace', by: '[removed]', inside: true });
      expect(strike(once?.value, { words: 'Ada Lovelace', by: '[removed]', inside: true })?.count).toBe(0);
    }),
  );
});
