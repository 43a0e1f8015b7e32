import { noEvidence } from '../../../document/evidence';
import type { DocJson } from '../../../document/json';
import { article, b, box, h2, li, note, p, quote, said, shows, ul } from '../../../document/testing/builders';

/** An invented story with notes, evidence, a source on background, one off the record, and one whose address is kept back. */
export const guardedStory: DocJson = article(
  {
    slug: 'harbour-audit',
    headline: 'The harbour audit that nobody signed',
    standfirst: [
      { type: 'text', text: 'Two officials doubted ' },
      ...note('STANDFIRSTNOTE ask legal', 'the figures'),
      { type: 'text', text: ' for a year' },
    ],
    status: 'editing',
    notes: 'ARTICLENOTE do not call Vessala at work\nSecond line of notes',
  },
  p('The audit was late. ', note('FIRSTNOTE who counted?', 'Nobody ', b('counted')), ' the crates.'),
  p(
    'An official said ',
    said(
      {
        speaker: 'Irma Vessala',
        role: 'deputy harbour master',
        evidence: { ...noEvidence, against: 'AGAINST call with Vessala', minute: '12:40', record: 'background' },
      },
      '“we never counted them”',
    ),
    ' and another spoke of “a quiet month”.',
  ),
  h2('What the office says'),
  quote(
    {
      speaker: 'Joon Marek',
      role: 'harbour master',
      sourceTitle: 'Harbour Radio',
      sourceUrl: 'https://radio.example/marek',
      saidOn: '2026-02-03',
      evidence: {
        ...noEvidence,
        against: 'TAPE 4',
        minute: '3:10',
        baseline: 'The figures are correct.',
        original: 'ORIGINALWORDS',
      },
    },
    'The figures are right.',
    'All of them.',
  ),
  quote(
    {
      speaker: 'Salme Orrin',
      role: 'auditor',
      sourceUrl: 'https://dropbox.example/orrin',
      evidence: { ...noEvidence, record: 'off', hideSource: true },
    },
    'I would not have signed.',
  ),
  ul(li(p(note('LISTNOTE check the month', 'a list')))),
  box('Sums', p(note('BOXNOTE Vessalas sum', 'a sum'))),
  p(note('NOTE on a headline', shows('anotherarticle0000000'))),
);
