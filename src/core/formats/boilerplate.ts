import type { BlockJson, InlineJson } from '../document/json';
import type { PublicView } from '../document/publicView';
import type { Exporter } from './format';

const DAY = '2000-01-01';
const TIME = '2000-01-01T00:00:00Z';
const ADDRESS = 'https://x.example/';
const words: InlineJson[] = [
  { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { target: { url: ADDRESS } } }, { type: 'bold' }] },
  { type: 'text', text: 'x', marks: [{ type: 'abbreviation', attrs: { expansion: 'x' } }] },
];
const paragraph = { type: 'paragraph' as const, content: words };
const picture = { asset: 'x.png', alt: 'x', caption: 'x', credit: 'x', width: 1, height: 1 };

/** One of every block, saying nothing. */
const body: BlockJson[] = [
  paragraph,
  { type: 'heading', attrs: { level: 2 }, content: words },
  { type: 'heading', attrs: { level: 3 }, content: words },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
  { type: 'orderedList', attrs: { start: 2 }, content: [{ type: 'listItem', content: [paragraph] }] },
  { type: 'quote', attrs: { speaker: 'x', role: 'x', sourceTitle: 'x', sourceUrl: ADDRESS, saidOn: DAY }, content: [paragraph] },
  { type: 'pullQuote', attrs: { speaker: 'x' }, content: words },
  { type: 'factBox', attrs: { title: 'x' }, content: [paragraph] },
  { type: 'related', attrs: { label: 'x', title: 'x', target: { url: ADDRESS } } },
  { type: 'embed', attrs: { url: ADDRESS, title: 'x', provider: 'x', description: 'x' } },
  {
    type: 'table',
    attrs: { headerRow: true, caption: 'x' },
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph] }] }],
  },
  { type: 'figure', attrs: picture },
  { type: 'codeBlock', attrs: { language: 'x' }, content: [{ type: 'text', text: 'x' }] },
  { type: 'horizontalRule' },
];

/** What a format writes of itself around any article in a language: tags, labels, addresses of vocabularies, its look. Pure. */
export function boilerplateOf(exporter: Exporter, language: string): string {
  const view: PublicView = {
    fields: {
      slug: 'x',
      byline: [{ name: 'x', role: 'x', url: ADDRESS }],
      dateline: { place: 'x', date: DAY },
      leadImage: picture,
      section: ['x'],
      tags: ['x'],
      language,
      canonicalUrl: ADDRESS,
      publishedAt: TIME,
      updatedAt: TIME,
      embargo: { instant: '2000-01-01T00:00+00:00', zone: 'UTC' },
      corrections: [{ at: DAY, text: 'x' }],
      tagline: 'x',
    },
    kicker: 'x',
    headline: 'x',
    standfirst: words,
    body,
    series: { name: 'x', previous: { title: 'x', url: ADDRESS }, next: { title: 'x', url: null } },
  };
  return [true, false].map((whole) => exporter.write(view, { whole })).join('\n');
}
