import {
  a,
  abbr,
  article,
  b,
  br,
  code,
  h2,
  h3,
  hr,
  i,
  li,
  ol,
  p,
  quote,
  related,
  s,
  tt,
  u,
  ul,
} from '../../../document/testing/builders';
import type { PublicView } from '../../../document/publicView';

/** An invented story that has every block, mark and field of a Stet article. */
export const iceRoad = article(
  {
    slug: 'ice-road',
    kicker: 'Winter transport',
    headline: 'The ice road opens three weeks late',
    standfirst: [
      { type: 'text', text: 'Lorries for the northern villages waited ' },
      ...i('all of January'),
      { type: 'text', text: ' for forty centimetres of ice' },
    ],
    byline: [
      { name: 'Marit Solberg', role: 'Northern correspondent', url: 'https://example.org/people/solberg' },
      { name: 'Ode Ness', role: null, url: null },
    ],
    dateline: { place: 'KARASELV', date: '2026-02-03' },
    section: ['News', 'North'],
    tags: ['ice road', 'freight & roads'],
    language: 'en-GB',
    canonicalUrl: 'https://example.org/north/ice-road',
    publishedAt: '2026-02-03T09:30:00+01:00',
    updatedAt: '2026-02-03T16:05:00+01:00',
    embargo: { instant: '2026-02-03T09:00+01:00', zone: 'Europe/Oslo' },
    corrections: [
      { at: '2026-02-04', text: 'An earlier version gave the thickness of the ice in inches.' },
      { at: '2026-02-05T08:15:00+01:00', text: 'The bus has 19 seats, not 91 & a half.' },
    ],
    tagline: 'Marit Solberg has covered the northern roads since 2009.',
    notes: 'PRIVATE: the driver asked not to be named',
    status: 'published',
  },
  p(
    'The ',
    abbr('Northern Roads Agency', 'NRA'),
    ' opened the crossing on Tuesday, ',
    b('three weeks late'),
    '. Its ',
    a('https://example.org/nra/log?day=3&lang=en', 'ice log'),
    ' shows why.',
  ),
  quote(
    {
      speaker: 'Ilmari Aho',
      role: 'ice master',
      sourceTitle: 'Morning North',
      sourceUrl: 'https://example.org/radio',
      saidOn: '2026-02-02',
    },
    p('You do not argue with the ice.'),
    p('You measure it, ', i('and then you wait'), '.'),
  ),
  h2('What waits on the far shore'),
  p('Heating oil,', br(), 'flour,', br(), 'and the new school bell.'),
  ul(li(p('Nine lorries'), ol(1, li(p('four with oil')), li(p('five with food')))), li(p('One ', s('bus'), ' ', u('minibus')))),
  related('Read also', 'How to read an ice chart', { url: 'https://example.org/ice-chart' }),
  related('', 'The winter when the lake stayed open'),
  h3('The formula'),
  code('load = 4 * thickness ** 2\n\nif load < 12_000: wait()', 'python'),
  p('Drivers call it ', tt('four-h-squared'), '.'),
  hr(),
  quote({}, 'Slow is a speed.'),
);

/** What stands beside it: one piece in the same export, one known by its title only. */
export const beside: PublicView['series'] = {
  name: 'A winter on the lake',
  previous: { title: 'First frost', url: 'first-frost.html' },
  next: { title: 'The thaw <draft>', url: null },
};
