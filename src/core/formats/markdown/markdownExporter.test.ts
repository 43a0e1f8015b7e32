import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { a, abbr, article, b, br, code, h2, hr, i, li, ol, p, quote, related, s, u, ul } from '../../document/testing/builders';
import { publicView } from '../../document/publicView';
import { markdownExporter } from './markdownExporter';

const whole = { whole: true };
const body = (...blocks: Parameters<typeof article>[1][]) =>
  markdownExporter.write(publicView(article({}, ...blocks)), { whole: false });

const harbour = article(
  {
    kicker: 'Ice',
    headline: 'Harbour closed: no ferries',
    standfirst: p('The ', b('coldest'), ' week in years').content ?? [],
    slug: 'harbour-closed',
    byline: [{ name: 'Ada Berg', role: 'reporter', url: null }],
    dateline: { place: 'Tromsø', date: '2026-03-01' },
    section: ['News', 'Coast'],
    tags: ['ice', 'no'],
    language: 'en-GB',
    canonicalUrl: 'https://example.org/harbour',
    publishedAt: '2026-03-01T12:30:00+01:00',
  },
  p(
    'The harbour of ',
    abbr('Tromsø Municipality', 'TM'),
    ' ',
    b('closed'),
    ' at ',
    i('noon'),
    ', says ',
    a('https://example.org/notice', 'the notice'),
    '.',
  ),
  h2('Thick ice'),
  quote(
    {
      speaker: 'Ada Berg, Jr.',
      role: 'harbour master',
      sourceTitle: 'Radio Nord',
      sourceUrl: 'https://example.org/radio',
      saidOn: '2026-02-28',
    },
    'It is thick.',
    'Nobody sails.',
  ),
  quote({}, 'First words.', '— said nobody'),
  related('Read also', 'The winter of 1966', { url: 'https://example.org/1966' }),
  p(b('Read also:'), ' ', a('https://example.org/x', 'only a paragraph')),
  ul(li(p('ferries'), ol(3, li(p('north')), li(p('south'))))),
  ul(li(p('another list'))),
  p('1. is no list, www.example.org and a@b.org are no links,', br(), '# no heading ', s('gone'), u('kept')),
  hr(),
  code('a *b*\n```', 'txt'),
);

test('a whole article reads like Markdown that a person wrote', () => {
  const view = publicView(harbour, {
    name: 'Winter',
    previous: { title: 'Snow', url: null },
    next: { title: 'Thaw', url: 'https://example.org/thaw' },
  });
  expect(markdownExporter.write(view, whole)).toBe(readFileSync(new URL('fixtures/harbour.md', import.meta.url), 'utf8'));
});

test('a fragment is the body alone', () => expect(body(p('Ice.'))).toBe('Ice.\n'));

test('an unknown block or mark is refused, never dropped', () => {
  const view = publicView(article({}, p('Ice.')));
  const refused = expect.objectContaining({ code: 'export/unknown-node' });
  expect(() => markdownExporter.write({ ...view, body: [{ type: 'hologram' } as never] }, whole)).toThrow(refused);
  expect(() =>
    markdownExporter.write({ ...view, body: [p({ type: 'text', text: 'a', marks: [{ type: 'glow' } as never] })] }, whole),
  ).toThrow(refused);
});
