import { expect, test } from 'vitest';
import { article, h2, p, quote } from '../../document/testing/builders';
import { examine } from '../../checks/examine';
import { applyEdits } from '../applyEdits';
import { noLexicon } from '../lexicon';
import { findings, found } from '../testing/found';
import { capitals } from './capitals';
import { headlineRepeated } from './headlineRepeated';
import { siteFrame } from './siteFrame';
import { strayAttribution, strayNeighbour } from './strayLines';

const all = (doc: ReturnType<typeof article>) => examine(doc, { of: 'text', lexicon: noLexicon });

test.each([
  'Home > World > Europe',
  'Accueil » Économie » Ports',
  'Share on Facebook',
  'Facebook Twitter WhatsApp',
  'Partager sur Facebook | Twitter | Imprimer',
  'Teilen',
  'Compartir en WhatsApp',
  '– Advertisement –',
  'ANZEIGE',
  'Publicité',
  'La suite après cette publicité',
  'Publicidad',
  'Sign up for our weekly newsletter and never miss a story.',
  'Inscrivez-vous à notre newsletter',
  'Abonnieren Sie unseren Newsletter!',
  'Suscríbete a nuestro boletín diario',
  'Skip to main content',
  'Deja un comentario',
  'Suivez-nous sur Facebook et X',
  'Diesen Beitrag auf LinkedIn teilen',
  'Story continues after advertisement',
  'Sponsored by Northern Rail',
  'Der Artikel wird nach der Anzeige fortgesetzt',
  'Already a subscriber? Log in',
  'Pour lire la suite, abonnez-vous',
  'Erhalten Sie jeden Freitag das Beste aus der Redaktion',
  '12 comments',
  'Comments are closed.',
  'Aller au contenu principal',
  'Cookie-Einstellungen',
])('words of the site: %s', async (line) => {
  expect(await found(siteFrame, 'en', line)).toEqual([`${line} → `]);
});

test.each([
  'The advertisement was seen by 900 people.',
  'They share this harbour with Westhaven.',
  'Facebook declined to comment.',
  'Home is where the harbour is.',
  'X',
  'The council will sign up to our plan.',
  'Print is dead, the editor said.',
  'Post',
  'Follow the money, she advised.',
  'Sponsored by nobody, she walked to the sea.',
  'Subscribers to the fund have asked for their money.',
  'Get the newsletter right, said Ada Wells, and they subscribe.',
  'Twelve comments were read aloud at the meeting.',
  'Anzeige erstattete am Ende niemand.',
  'Noch nie hatte die Redaktion so viel Post bekommen.',
  'Les abonnés du théâtre ont demandé leur argent.',
])('words of the story: %s', async (line) => {
  expect(await found(siteFrame, 'en', line)).toEqual([]);
});

test('a short line that only looks like one of the site is shown, and taken away by its own key alone', async () => {
  const [told] = await findings(siteFrame, 'en', 'The newsletter of the week');
  expect([told?.certainty, told?.edits, told?.choices?.map(({ after }) => after)]).toEqual(['look', undefined, ['']]);
  expect(await findings(siteFrame, 'en', h2('The newsletter of the week'))).toEqual([]);
});

test('of a line that should go nothing else is said', () => {
  const told = all(article({}, p('The harbour closed.'), p('Home » Europe')));
  expect(told.filter(({ before }) => before?.includes('»')).map(({ kind }) => kind)).toEqual([siteFrame.name]);
});

test('what somebody says stays, whatever it looks like', async () => {
  expect(await found(siteFrame, 'en', quote({ speaker: 'Ada Wells' }, 'Advertisement'))).toEqual([]);
});

test('the headline once more, and gone with one edit', () => {
  const story = article(
    { headline: 'Harbour closed' },
    p('HARBOUR CLOSED'),
    p('The harbour closed.'),
    p('Harbour closed again.'),
  );
  const told = all(story).filter(({ kind }) => kind === headlineRepeated.name);
  expect(told.map(({ before, after, certainty }) => [before, after, certainty])).toEqual([['HARBOUR CLOSED', '', 'sure']]);
  const { doc, undo } = applyEdits(story, told[0]?.edits ?? []);
  expect(doc.content[3]).toEqual(p());
  expect(applyEdits(doc, undo).doc).toEqual(story);
});

test.each([
  ['en', ['“We stay.”', '— Ada Wells, mayor'], '— Ada Wells, mayor → ?'],
  ['en', ['We stay.', 'A quote from Ada Wells, mayor'], 'A quote from Ada Wells, mayor → ?'],
  ['fr', ['« Nous restons. »', '– Élodie Kerjean, maire'], '– Élodie Kerjean, maire → ?'],
  ['de', ['„Wir bleiben.“', '– Ulrike Jäger, Bürgermeisterin'], '– Ulrike Jäger, Bürgermeisterin → ?'],
  ['en', ['“We stay.”', 'Ada Wells, mayor'], 'Ada Wells, mayor → ?'],
  ['en', ['“We stay.”', 'Quote: Ada Wells, mayor'], 'Quote: Ada Wells, mayor → ?'],
  ['de', ['„Wir bleiben.“', '- Ulrike Jäger -'], '- Ulrike Jäger - → ?'],
  ['es', ['Nos quedamos.', 'Una cita de Inés Robles, alcaldesa'], 'Una cita de Inés Robles, alcaldesa → ?'],
])('an attribution left as text, %s: %j', async (language, texts, wanted) => {
  expect(await found(strayAttribution, language, ...texts)).toEqual([wanted]);
});

test.each([
  ['en', ['The vote was narrow.', '— Ada Wells, mayor']],
  ['en', ['“We stay.”', '— but not for long, she said.']],
  ['fr', ['« Nous restons. »', '– Vous êtes sûre ?']],
])('a dash that begins speech or a list, %s: %j', async (language, texts) => {
  expect(await found(strayAttribution, language, ...texts)).toEqual([]);
});

test.each([
  'Previous articleWhat the tide took',
  'Next article: What the tide took',
  '« Article précédent : La marée',
  'Nächster Artikel: Die Flut',
  'Artículo anterior: La marea',
  'Next article',
  'Next: What the tide took',
  '← What the tide took',
  'Zum nächsten Artikel',
  'Suivant ›',
])('a pointer of the site: %s', async (line) => {
  expect(await found(strayNeighbour, 'en', line)).toEqual([`${line} → `]);
});

test.each([
  'Next, the council votes.',
  'The next article of the treaty is clear.',
  'Next page numbers were checked by hand.',
  'Next: the council votes.',
])('a sentence: %s', async (line) => {
  expect(await found(strayNeighbour, 'en', line)).toEqual([]);
});

test('a headline in capitals: sentence case with the names of the body is an offer', () => {
  const of = (language: string, headline: string, body: string) =>
    all(article({ headline, language }, p(body)))
      .filter(({ kind }) => kind === capitals.name)
      .flatMap(({ after, choices }) => [after, ...(choices ?? []).map((choice) => choice.after)]);
  expect(of('en', 'WESTHAVEN COUNCIL LEAVES THE EU ALONE', 'The council of Westhaven met.')).toEqual([
    undefined,
    'Westhaven council leaves the EU alone',
  ]);
  expect(of('de', 'DER HAFEN BLEIBT VORERST ZU', 'Am Montag hat der Hafen vorerst geschlossen; er bleibt zu.')).toEqual([
    undefined,
    'Der Hafen bleibt vorerst zu',
  ]);
  expect(of('fr', 'LE PORT DE BRESNES FERME', 'À Bresnes, le port ferme de nuit.')).toEqual([
    undefined,
    'Le port de Bresnes ferme',
  ]);
  expect(of('en', 'NATO, EU, UN', 'Words.')).toEqual([]);
  expect(of('en', 'Westhaven leaves', 'Words.')).toEqual([]);
});

test('capitals in running text are left alone', async () => {
  expect(await findings(capitals, 'en', 'THE COUNCIL LEAVES WESTHAVEN ALONE.')).toEqual([]);
});
