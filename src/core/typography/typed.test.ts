import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retyped } from './typed';

/** What stands in a block after the keys were pressed one by one; `|` is the cursor, where the text goes on behind it. */
function typing(language: string, keys: string): string {
  const [pressed = '', after = ''] = keys.split('|');
  let text = '';
  for (const key of pressed) {
    const made = retyped(text, key, after, language);
    text = made ? text.slice(0, text.length - made.back) + made.text : text + key;
  }
  return text + after;
}

const shown = (text: string): string => text.replaceAll('\u202f', '⍽').replaceAll('\u00a0', '␣');

/** Pressed → set. ⍽ is U+202F, ␣ is U+00A0. */
const tables: Record<string, readonly (readonly [string, string])[]> = {
  en: [
    ['"We stay," she said.', '“We stay,” she said.'],
    [`"He called it 'fair' twice."`, '“He called it ‘fair’ twice.”'],
    ['"He called it "fair" twice."', '“He called it ‘fair’ twice.”'],
    [`'He said "no",' she wrote.`, '‘He said “no”,’ she wrote.'],
    [`"'Fair,' he said," she wrote`, '“‘Fair,’ he said,” she wrote'],
    [`"It was 'fair'"`, '“It was ‘fair’”'],
    [`It isn't the boys' boat.`, 'It isn’t the boys’ boat.'],
    [`the '90s and the 1990's`, 'the ’90s and the 1990’s'],
    [`the class of '68. They`, 'the class of ’68. They'],
    [`'Tis late, 'twas said`, '’Tis late, ’twas said'],
    [`rock 'n' roll, give 'em hell`, 'rock ’n’ roll, give ’em hell'],
    [`"'Tis late," he said`, '“’Tis late,” he said'],
    [`"Mixed" ('a' and "b")`, '“Mixed” (‘a’ and “b”)'],
    [`a 6" nail, 5'10" tall`, `a 6" nail, 5'10" tall`],
    [`"It was 1999"`, '“It was 1999”'],
    ['"I was--"', '“I was–”'],
    ['He left---"too late"', 'He left—“too late”'],
    ['pages 10--12', 'pages 10–12'],
    ['Well...', 'Well…'],
    ['Well....', 'Well….'],
    ['../notes and <!-- this', '../notes and <!-- this'],
    [`https://example.org/a--b?q='x'...`, `https://example.org/a--b?q='x'...`],
    [`write to o@example.org's desk`, `write to o@example.org's desk`],
    ['Really? No; yes: go!', 'Really? No; yes: go!'],
    ['a "|word" here', 'a “word" here'],
    [`the 'quoted' word`, 'the ‘quoted’ word'],
  ],
  fr: [
    ['"Nous restons", dit-elle.', '«⍽Nous restons⍽», dit-elle.'],
    ['"C\'est "notre" port"', '«⍽C’est “notre” port⍽»'],
    ['« Bonjour »', '«⍽Bonjour⍽»'],
    ['«Bonjour»', '«⍽Bonjour⍽»'],
    [`l'"Europe" unie`, 'l’«⍽Europe⍽» unie'],
    ['Quoi?', 'Quoi⍽?'],
    ['Quoi ?', 'Quoi⍽?'],
    ['Quoi?! Non!!', 'Quoi⍽?! Non⍽!!'],
    ['Il dit: oui; non', 'Il dit⍽: oui⍽; non'],
    ['à 12:30', 'à 12:30'],
    ['(!) et [?]', '(!) et [?]'],
    ['https://example.org/?a=b;c', 'https://example.org/?a=b;c'],
    ['stet://page', 'stet://page'],
    ['Quoi...?', 'Quoi…⍽?'],
    ['"Quoi?"', '«⍽Quoi⍽?⍽»'],
    ['deux&nbsp;mots', 'deux&nbsp;mots'],
    [`aujourd'hui`, 'aujourd’hui'],
  ],
  'fr-CA': [
    ['Quoi? Non! Oui; et: voilà', 'Quoi? Non! Oui; et␣: voilà'],
    ['"Bonjour"', '«␣Bonjour␣»'],
  ],
  'fr-CH': [['"Il a dit "oui""', '«⍽Il a dit ‹oui›⍽»']],
  de: [
    ['"Wir bleiben", sagte sie.', '„Wir bleiben“, sagte sie.'],
    [`"Er nannte es 'fair'."`, '„Er nannte es ‚fair‘.“'],
    ['"Er nannte es "fair"."', '„Er nannte es ‚fair‘.“'],
    [`Wie geht's? 's ist spät.`, 'Wie geht’s? ’s ist spät.'],
    [`'so geht's nicht'`, '‚so geht’s nicht‘'],
    ['Ja -- nein: gut!', 'Ja – nein: gut!'],
  ],
  'de-CH': [['"Er sagte "ja"."', '«Er sagte ‹ja›.»']],
  es: [
    ['"Nos quedamos", dijo.', '«Nos quedamos», dijo.'],
    ['"Lo llamó "justo" y "no \'tan\' malo""', '«Lo llamó “justo” y “no ‘tan’ malo”»'],
    ['--No sé --dijo--.', '—No sé —dijo—.'],
    ['"¿Qué?"', '«¿Qué?»'],
  ],
  it: [
    ['"Restiamo", ha detto.', '«Restiamo», ha detto.'],
    [`l'"Europa" dell'anno`, 'l’«Europa» dell’anno'],
    [`gli anni '90`, 'gli anni ’90'],
  ],
  nl: [[`'s avonds was het "koud"`, '’s avonds was het “koud”']],
  sv: [['"Vi stannar", sa hon.', '”Vi stannar”, sa hon.']],
  tlh: [['"unknown" isn\'t lost', '“unknown” isn’t lost']],
};

describe.each(Object.keys(tables))('%s', (language) => {
  test.each(tables[language] ?? [])('%s', (keys, set) => {
    expect(shown(typing(language, keys))).toBe(set);
  });
});

test('en-GB and en-US set the same marks', () => {
  for (const [keys, set] of tables.en ?? []) for (const tag of ['en-GB', 'en-US']) expect(shown(typing(tag, keys))).toBe(set);
});

const words = fc.string({ unit: fc.constantFrom(...`ab z09"'-.:;!?«»“”‘’„‚ ()/@é\u202f…–`), maxLength: 40 });

test('only marks, signs and spaces ever change, whatever stands around', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(
      words,
      words,
      fc.constantFrom(...`"'-.:;!?«» s9/`),
      fc.constantFrom(...Object.keys(tables)),
      (before, after, sign, language) => {
        const made = retyped(before, sign, after, language);
        if (!made) return;
        expect(made.back).toBeLessThanOrEqual(before.length);
        const text = before.slice(0, before.length - made.back) + made.text;
        expect(letters(text)).toBe(letters(before + sign));
      },
    ),
    { numRuns: 3000 },
  );
});
