import { expect, test } from 'vitest';
import { related } from '../../document/testing/builders';
import { found } from '../testing/found';
import { doubledWords } from './doubledWords';
import { hiddenCharacters } from './hiddenCharacters';
import { lineEndHyphens } from './lineEndHyphens';
import { mojibake } from './mojibake';
import { relatedAddress } from './relatedAddress';

test.each([
  [mojibake, 'en', 'It wasnâ€™t so.', ['wasnâ€™t → wasn’t']],
  [mojibake, 'fr', 'Une sÃ©curitÃ© fragile.', ['sÃ©curitÃ© → sécurité']],
  [mojibake, 'en', 'A lost \ufffd one.', ['\ufffd → ?']],
  [mojibake, 'fr', 'Le «CAFÉ» de São Paulo, à Ângela.', []],
  [hiddenCharacters, 'en', 'The har\u00adbour\u00adside path.', ['har\u00adbour\u00adside → harbourside']],
  [hiddenCharacters, 'en', 'A family 👨‍👩‍👧 walks 10\u00a0km.', []],
  [lineEndHyphens, 'en', 'The govern- ment met.', ['govern- ment → government']],
  [lineEndHyphens, 'en', 'A well- known path of pre- and post-war years.', ['well- known → well-known']],
  [lineEndHyphens, 'de', 'Die Regie- rung kennt Vor- und Nachteile.', ['Regie- rung → Regierung']],
  [lineEndHyphens, 'es', 'El ayunta- miento y las micro- y macroempresas.', ['ayunta- miento → ayuntamiento']],
  [doubledWords, 'de', 'Sie sagte, dass dass die, die die Brücke kennen, bleiben.', ['dass dass → dass']],
  [doubledWords, 'es', 'La alcaldesa de de Vigo dijo que no, no y muy muy tarde.', ['de de → de']],
  [doubledWords, 'en', 'Close to the the harbour he had had a boat that that firm built.', ['the the → the']],
  [doubledWords, 'fr', 'Nous nous sommes vus dans dans le port.', ['dans dans → dans']],
  [doubledWords, 'en', 'Duran Duran played in Pago Pago, very very loud.', []],
] as const)('$name in %s: %s', async (kind, language, text, wanted) => {
  expect(await found(kind, language, text)).toEqual(wanted);
});

test('a read also that leads nowhere', async () => {
  expect(await found(relatedAddress, 'en', related('Read also', 'The long way home'))).toEqual(['The long way → ?']);
  expect(await found(relatedAddress, 'en', related('Read also', 'The way home', { url: 'https://example.org/' }))).toEqual([]);
});
