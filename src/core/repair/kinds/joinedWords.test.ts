import { expect, test } from 'vitest';
import { p, tt } from '../../document/testing/builders';
import { findings, found } from '../testing/found';
import { joinedWords } from './joinedWords';

test.each([
  ['en', 'Ships left theHarbour at dawn.', 'theHarbour → the Harbour'],
  ['en', 'The board spoke of electricityon the quay.', 'electricityon → electricity on'],
  ['en', 'The Associationdemanding a vote has left.', 'Associationdemanding → Association demanding'],
  ['en', 'About 72 peopleattended the vote.', 'peopleattended → people attended'],
  ['en', 'The roof wouldbe mended, she said.', 'wouldbe → would be'],
  ['en', 'It fell by a per centafter noon.', 'centafter → cent after'],
  ['en', 'Rain fell overthe harbour.', 'overthe → over the'],
  ['fr', 'Le vote : vingt voix contreonze.', 'contreonze → contre onze'],
  ['fr', 'Elle a visité leHavre hier.', 'leHavre → le Havre'],
  ['fr', 'Le conseil parle de sécuritédans le port.', 'sécuritédans → sécurité dans'],
  ['de', 'Gestern öffnete derHafen wieder.', 'derHafen → der Hafen'],
])('%s: %s', async (language, text, wanted) => {
  expect(await found(joinedWords, language, text)).toEqual([wanted]);
});

test.each([
  [
    'en',
    'McDonald watched YouTube on an iPhone while LaGuardia closed; O’Brien, DiCaprio and a PhD from MacBook sold it on eBay.',
  ],
  ['en', 'Featherstone, Peterson, Theroux, Beckwith, Underwood and Livingstone met near Northwood.'],
  ['en', 'The pro-Russian, Russian-American de-escalation by AUKUS was crowdfunded by easyJet.'],
  ['en', 'Write to theNorth@example.org, see https://example.org/theNorth or #theNorth and @securityon.'],
  ['fr', 'Mme Desrosiers et M. MacMahon étudient la désescalade sur TikTok.'],
  ['de', 'Die Sicherheitsratssitzung der ThyssenKrupp-Leute sahen die freundInnen auf YouTube.'],
])('%s, silent: %s', async (language, text) => {
  expect(await found(joinedWords, language, text)).toEqual([]);
});

test('code is not language', async () => {
  expect(await found(joinedWords, 'en', p('Call ', tt('theNorth'), ' first.'))).toEqual([]);
});

test('a term that stands there again and again in one piece is a term', async () => {
  expect(await found(joinedWords, 'en', 'The harbouron, a harbouron and another harbouron.')).toEqual([]);
});

test('what can be divided in two ways offers both', async () => {
  const [told, ...more] = await findings(joinedWords, 'fr', 'Environ 400 personnesont assisté à la réunion.');
  expect(more).toEqual([]);
  expect(told?.after).toBeUndefined();
  expect(told?.choices?.map(({ after }) => after).sort()).toEqual(['personne sont', 'personnes ont']);
});

test('a word made of a known one by a prefix, or with an old particle, is one word', async () => {
  const text = 'Les discours contreproductifs et le cofinancement restent.';
  expect(await found(joinedWords, 'fr', text)).toEqual([]);
  expect(await found(joinedWords, 'en', 'The clause whereat they balked maps isomorphically, wherein all agreed.')).toEqual([]);
});
