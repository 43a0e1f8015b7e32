import { expect, test } from 'vitest';
import { documentOf, publicView } from '../../document/publicView';
import { article, hr, li, ol, p, quote, related, ul } from '../../document/testing/builders';
import { iceRoad } from '../html/testing/sample';
import { textExporter } from './textExporter';

const written = (...story: Parameters<typeof article>) => textExporter.write(publicView(article(...story)), { whole: true });

test('an article as a wire sends it', () => {
  const view = publicView(
    article(
      {
        kicker: 'Winter timetable',
        headline: 'Night ferry returns',
        standfirst: 'It sails again on Monday.',
        byline: [{ name: 'Ada Lindqvist', role: 'Coast reporter', url: null }],
        dateline: { place: 'NORDHAVN', date: '2026-02-14' },
        language: 'en-GB',
      },
      p('The ferry sails at 11.40.'),
      quote({ speaker: 'Tor Aas', role: 'skipper', saidOn: '2026-02-12' }, 'We waited.', 'Now we sail.'),
      ul(li(p('Bread')), li(p('Milk'), ul(li(p('whole'))))),
      ol(3, li(p('Third'))),
      hr(),
      related('Read also', 'The council votes', { url: 'https://example.org/vote' }),
    ),
    { name: 'Ferries', previous: { title: 'The last boat', url: null }, next: null },
  );
  expect(textExporter.write(view, { whole: true })).toBe(`Winter timetable

Night ferry returns

It sails again on Monday.

By Ada Lindqvist, Coast reporter
NORDHAVN, 14 February 2026

The ferry sails at 11.40.

“We waited.

“Now we sail.”

— Tor Aas, skipper, 12 February 2026

- Bread
- Milk
  - whole

3. Third

* * *

Read also: The council votes

Series: Ferries
Previous: The last boat
`);
  expect(textExporter.write(view, { whole: false })).toMatch(/^The ferry sails[^]*The council votes\n$/u);
});

test('marks that the words of a quotation already have stay alone; French ones have their spaces', () => {
  expect(written({}, quote({}, '“We waited,” she said.'))).toContain('\n“We waited,” she said.\n'.trimStart());
  expect(written({}, quote({}, '“We waited,” she said.'))).not.toContain('““');
  expect(written({ language: 'fr' }, quote({}, 'On part.'))).toBe('«\u202fOn part.\u202f»\n');
});

test('an embargo stands on top, the tagline and corrections below', () => {
  const text = written(
    {
      language: 'en-GB',
      embargo: { instant: '2026-03-01T05:00Z', zone: 'Europe/Berlin' },
      corrections: [{ at: '2026-03-02', text: 'The boat is called Aurora.' }],
      tagline: 'Ada Lindqvist writes about the coast.',
    },
    p('The ferry sails.'),
  );
  expect(text).toBe(`Embargoed until 1 March 2026, 06:00, Europe/Berlin (UTC+01:00)

The ferry sails.

Ada Lindqvist writes about the coast.

Corrections:
2 March 2026: The boat is called Aurora.
`);
});

test('every word of a whole story is there', () => {
  const text = textExporter.write(publicView(documentOf(publicView(iceRoad), iceRoad.attrs)), { whole: true });
  for (const words of JSON.stringify(publicView(iceRoad).body).matchAll(/"text":"((?:[^"\\]|\\.)*)"/gu))
    for (const line of (JSON.parse(`"${words[1] ?? ''}"`) as string).split('\n')) expect(text).toContain(line.trim());
});
