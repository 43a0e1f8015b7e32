import { expect, test } from 'vitest';
import { detectLanguage } from './language';

test.each([
  ['en', 'The mayor said that the bridge would be closed for a week, and that the buses will stop at the old mill.'],
  ['fr', 'La maire a dit que le pont sera fermé pour une semaine et que les bus vont s’arrêter devant le vieux moulin.'],
  ['de', 'Die Bürgermeisterin sagte, dass die Brücke für eine Woche gesperrt ist und die Busse an der alten Mühle halten.'],
  ['es', 'La alcaldesa dijo que el puente estará cerrado una semana y que los autobuses pararán en el viejo molino del río.'],
  [
    'it',
    'La sindaca ha detto che il ponte resterà chiuso per una settimana e che gli autobus si fermeranno al vecchio mulino della valle.',
  ],
  ['nl', 'De burgemeester zei dat de brug een week dicht is en dat de bussen bij de oude molen aan het water stoppen.'],
  [
    'pt',
    'A prefeita disse que a ponte não abre esta semana e que os ônibus vão parar no velho moinho da vila, com mais horários.',
  ],
])('running text in %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each([
  ['too few words', 'The mayor said that it is closed.'],
  [
    'another language',
    'Burmistrz powiedział, że most zostanie zamknięty na tydzień, a autobusy zatrzymają się przy starym młynie nad samą rzeką.',
  ],
  ['no words', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20'],
  ['names only', 'Ann Bo Cy Di Ed Fay Gus Hal Ida Jo Kit Lou Mae Ned Ola Pam'],
])('not told from %s', (_, text) => {
  expect(detectLanguage(text)).toBeNull();
});
