import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matcherOf, type Query } from './matcher';

const asked = (words: string, how: Partial<Query> = {}): Query => ({
  words,
  matchCase: false,
  wholeWords: false,
  ignoreAccents: false,
  ...how,
});
const found = (query: Query, text: string): string[] =>
  (matcherOf(query)?.(text) ?? []).map(({ from, to }) => text.slice(from, to));

test.each<[string, Partial<Query>, string, string[]]>([
  ['port', {}, 'Port, port and airport', ['Port', 'port', 'port']],
  ['port', { matchCase: true }, 'Port, port', ['port']],
  ['port', { wholeWords: true }, 'Port, airport, ports, port_2, «port»', ['Port', 'port']],
  ['resume', {}, 'résumé, resume', ['resume']],
  ['resume', { ignoreAccents: true }, 'Résumé, resume, re\u0301sume\u0301', ['Résumé', 'resume', 're\u0301sume\u0301']],
  ['résumé', {}, 're\u0301sume\u0301', ['re\u0301sume\u0301']],
  ['strasse', { ignoreAccents: true }, 'Straße', ['Straße']],
  ['Łódź', { ignoreAccents: true }, 'in Lodz', ['Lodz']],
  ['s', { ignoreAccents: true, matchCase: true }, 'ß', ['ß']],
  ["isn't", {}, "isn’t, isn't", ['isn’t', "isn't"]],
  ['isn’t', {}, "isn’t, isn't", ['isn’t']],
  ['"oui"', {}, '«\u202foui\u202f», “oui”', ['«\u202foui\u202f»', '“oui”']],
  ['quoi?', {}, 'Quoi\u202f? quoi?', ['Quoi\u202f?', 'quoi?']],
  ['11 h', {}, '11\u00a0h', ['11\u00a0h']],
  ['wait...', {}, 'wait… wait...', ['wait…', 'wait...']],
  ['a--b', {}, 'a–b a--b', ['a–b', 'a--b']],
  ['.*', {}, 'a.*b (.*)', ['.*', '.*']],
  ['', {}, 'anything', []],
  ['\u0301', { ignoreAccents: true }, 'é', []],
  ['e', {}, 'e\u0301', []],
])('%s %o in %s', (words, how, text, expected) => {
  expect(found(asked(words, how), text)).toEqual(expected);
});

test('words find themselves, whatever they are', () => {
  const options = fc.record({ matchCase: fc.boolean(), ignoreAccents: fc.constant(false), wholeWords: fc.constant(false) });
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), options, (words, how) => {
      const text = `\n${words}\n`;
      const ranges = matcherOf({ words, ...how })?.(text) ?? [];
      expect(ranges[0]?.from).toBeLessThanOrEqual(1);
      expect(ranges.length).toBeGreaterThan(0);
    }),
  );
});

test('places lie apart, in order and inside the text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aéße\u0301’ «»\u202f…'), maxLength: 60 });
  fc.assert(
    fc.property(text, text, fc.boolean(), fc.boolean(), (words, within, ignoreAccents, wholeWords) => {
      let read = 0;
      for (const { from, to } of matcherOf(asked(words, { ignoreAccents, wholeWords }))?.(within) ?? []) {
        expect(from).toBeGreaterThanOrEqual(read);
        expect(to).toBeGreaterThan(from);
        read = to;
      }
      expect(read).toBeLessThanOrEqual(within.length);
    }),
  );
});
