import { expect, test } from 'vitest';
import { inlineText } from '../article/summary';
import { linkedArticles, shownHeadlines } from './linkedArticles';
import { publicView } from './publicView';
import type { Resolver } from './resolver';
import { a, article, b, li, p, shows, ul } from './testing/builders';

const ROAD = 'icero4d000000000';
const doc = article({}, p('See ', shows(ROAD), ' and ', shows('gone000000000000'), '.'));
const known = (headline: string | null, address: string | null): Resolver => ({
  headlineOf: (id) => (id === ROAD ? headline : null),
  addressOf: (id) => (id === ROAD ? address : null),
  fileOf: () => null,
});

test('an export writes the headline as it is now, linked where there is an address', () => {
  expect(publicView(doc, undefined, known('The ice road', 'road.html')).body).toEqual([
    p('See ', a('road.html', 'The ice road'), ' and .'),
  ]);
  expect(publicView(doc, undefined, known('The ice road', null)).body).toEqual([p('See The ice road and .')]);
});

test('of an article that may not be named nothing is kept', () => {
  for (const headline of [null, '', ' '])
    expect(publicView(doc, undefined, known(headline, 'road.html')).body).toEqual([p('See  and .')]);
  expect(publicView(article({}, p(shows(ROAD)))).body).toEqual([]);
});

test('its emphasis stays with it', () => {
  const bold = { ...shows(ROAD), marks: [{ type: 'bold' as const }] };
  expect(publicView(article({}, p(bold)), undefined, known('Ice', 'x.html')).body).toEqual([p(b(a('x.html', 'Ice')))]);
});

test('it counts as a link to its article, takes one place in its line, and is no word', () => {
  expect([...linkedArticles(doc)]).toEqual([ROAD, 'gone000000000000']);
  expect(shownHeadlines(article({}, p(shows(ROAD)), ul(li(p(shows(ROAD))))))).toEqual([ROAD, ROAD]);
  expect(inlineText(p('a', shows(ROAD), 'b').content)).toBe('a…b');
});
