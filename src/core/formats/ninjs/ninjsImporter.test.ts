import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { a, b, h2, p, publicQuote } from '../../document/testing/builders';
import { publicView } from '../../document/publicView';
import type { Imported } from '../format';
import { importerFor } from '../registry';
import { ninjsImporter } from './ninjsImporter';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
const read = (text: string) => ninjsImporter.read(text, { language: 'en', name: 'item.json', part: 'page' });
const item = (more: object) =>
  JSON.stringify({ uri: 'urn:example:1', headline: 'Ice road opens', body_text: 'It holds.', ...more });
const words = ({ leftOut }: Imported) => leftOut.map(({ text }) => text);

describe('an item of an agency, 3.1', () => {
  const { doc, ...rest } = read(fixture('agency-3.json'));

  test('its fields stand where they belong', () => {
    const { headline, kicker, standfirst, fields } = publicView(doc);
    expect([kicker, headline]).toEqual(['Winter roads', 'Ice road opens three weeks late']);
    expect(standfirst).toEqual([{ type: 'text', text: 'Trucks crossed at dawn & the bus follows.' }]);
    expect(fields).toMatchObject({
      slug: 'ice-road-opens',
      language: 'en-GB',
      byline: [{ name: 'Ada Lindqvist' }, { name: 'Jonas Eide' }],
      dateline: { place: 'KARASELV', date: null },
      section: ['Transport'],
      tags: ['Winter roads', 'Ferries'],
      canonicalUrl: 'https://wire.example/items/ice-road-20260301',
      publishedAt: '2026-03-01T05:10:00+00:00',
      updatedAt: '2026-03-01T06:40:00+00:00',
      leadImage: {
        asset: 'images/quay.jpg',
        alt: 'The quay at dawn',
        caption: 'A truck on the ice on Sunday.',
        credit: 'Ola Berg',
      },
    });
  });

  test('its body is read as a page is, and runs nothing', () => {
    expect(publicView(doc).body).toEqual([
      p('Trucks crossed at dawn, said ', b('Marit Solheim'), '.'),
      h2('What follows'),
      p('The ', a('https://council.example/bus', 'bus'), ' comes next.'),
      publicQuote({}, p('It held.')),
    ]);
    expect(JSON.stringify(doc)).not.toContain('alert');
  });

  test('what its editors say to editors is private, and everything else is told', () => {
    expect(doc.attrs.notes).toBe('UPDATES with quotes. Repeats to correct the spelling of Karaselv.');
    expect(words({ doc, ...rest })).toEqual(
      expect.arrayContaining(['The harbour', 'urgency: 3', 'copyrightHolder: Northern Wire']),
    );
  });
});

test('an item of 2.x says the same in other words', () => {
  const imported = read(fixture('agency-2.json'));
  const { headline, fields, body, standfirst } = publicView(imported.doc);
  expect([headline, standfirst]).toEqual([
    'Eisstraße öffnet',
    [{ type: 'text', text: 'Die ersten Lastwagen fuhren am Morgen.' }],
  ]);
  expect(fields).toMatchObject({
    slug: 'eisstrasse-offnung',
    language: 'de',
    byline: [{ name: 'Greta Holm', role: null, url: null }],
    tags: ['Verkehr', 'Winter'],
    publishedAt: '2026-03-01T06:40:00Z',
    updatedAt: null,
    canonicalUrl: null,
    embargo: { instant: '2026-03-02T05:00:00Z', zone: 'UTC' },
    leadImage: { asset: 'kai.jpg', credit: 'Nordbild' },
  });
  expect(body).toEqual([p('Die Straße trägt.'), p('Sie ist offen.')]);
  expect(imported.leftOut).toEqual(
    expect.arrayContaining([
      { line: null, text: 'pubstatus: canceled', why: 'the agency has withdrawn this item' },
      { line: null, text: 'usageterms: Nur für Abonnenten.', why: 'a property of ninjs that Stet has no field for' },
    ]),
  );
});

test.each([
  ['blank lines', 'One.\n\nTwo,\nstill two.', [p('One.'), p('Two, still two.')]],
  ['lines', 'One.\nTwo.', [p('One.'), p('Two.')]],
])('plain text is parted at %s', (_what, body_text, body) => {
  expect(publicView(read(item({ body_text })).doc).body).toEqual(body);
});

test('it is told from other JSON by its name and by what is in it', () => {
  expect(importerFor(item({}), 'item.json', null).id).toBe('ninjs');
  expect(importerFor(item({}), null, null).id).toBe('ninjs');
  expect(importerFor('{ "name": "stet" }', null, null).id).toBe('text');
});

test.each([
  ['other JSON', '{ "name": "stet" }', 'import/no-item'],
  ['damage', '{ "uri": ', 'import/unreadable'],
  ['a picture', item({ type: 'picture' }), 'import/unreadable'],
  ['several items', `[${item({})},${item({})}]`, 'import/unreadable'],
  ['depth', item({ deep: JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown }), 'import/too-deep'],
])('%s is refused with a reason', (_what, text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code }));
});

test.each([
  item({
    headline: 7,
    byline: { x: 1 },
    located: [],
    language: 'no such tag!',
    slugline: '///',
    subject: 'x',
    associations: 'x',
    people: 3,
  }),
  item({
    headlines: [{ value: 'a\u0000b\nc' }],
    firstcreated: 'yesterday',
    embargoed: 'soon',
    uri: 'javascript:alert(1)',
    bodies: [{}],
  }),
  item({ headline: '\ud800', body_text: '\udfff' }),
])('whatever stands where something else should, an article comes of it', (text) => {
  expect(publicView(read(text).doc)).toBeTruthy();
  expect(JSON.stringify(read(text).doc)).not.toContain('javascript:');
});
