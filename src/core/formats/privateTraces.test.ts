import { describe, expect, test } from 'vitest';
import type { Article } from '../article/article';
import { publicArticle } from '../document/publicView';
import { noEvidence } from '../document/evidence';
import { article, b, i, note, p, quote, said } from '../document/testing/builders';
import { boilerplateOf } from './boilerplate';
import { privateTraces } from './privateTraces';
import { exporters } from './registry';

const noted = (notes: string, ...words: string[]): Article => ({
  id: 'abcdefghijklmnop',
  revision: 1,
  schema: 1,
  createdAt: 0,
  editedAt: 0,
  trashedAt: null,
  doc: article({ notes }, ...words.map((text) => p(text))),
});
const traces = (of: Article, text: string) => privateTraces(of, publicArticle(of), text);

test('a note, an id or either as HTML or JSON writes it is found in a text', () => {
  const story = noted('The driver is “Ann <Ø>”\nCall her back on Monday', 'The road is closed.');
  expect(traces(story, '<p>The road is closed.</p>')).toEqual([]);
  expect(traces(story, '<p>Call her back on Monday</p>')).toEqual(['Call her back on Monday']);
  expect(traces(story, 'The driver is “Ann &lt;Ø&gt;”')).toHaveLength(1);
  expect(traces(story, '{"id":"abcdefghijklmnop"}')).toEqual(['abcdefghijklmnop']);
});

test('so is a private note on some words', () => {
  const story = { ...noted(''), doc: article({}, p('The ', note('Ask the agency again', 'road'), ' is closed.')) };
  expect(traces(story, '<p title="Ask the agency again">The road is closed.</p>')).toEqual(['Ask the agency again']);
  expect(traces(story, '<p>The road is closed.</p>')).toEqual([]);
});

test('nobody is kept from filing because a note says what the copy says, or says little', () => {
  const story = noted('The road is closed.\nsoon', 'The road is closed. It opens soon.');
  expect(traces(story, '<p>The road is closed. It opens soon.</p>')).toEqual([]);
});

test('words of the copy that only look like a note once HTML has spelled them are none', () => {
  const story = noted(';and so they went home', 'Then came rain >and so they went home.');
  expect(traces(story, '<p>Then came rain &gt;and so they went home.</p>')).toEqual([]);
});

test('what is noted of a quotation is found; a name that the sentence prints is none', () => {
  const evidence = { ...noEvidence, against: 'tape of the second call' };
  const story = noted('');
  const doc = article(
    {},
    p(said({ speaker: 'Margarethe Ostrowski', role: 'deputy mayor', evidence }, '“Never,”'), ' said a deputy mayor.'),
  );
  const whole = { ...story, doc };
  expect(traces(whole, 'Margarethe Ostrowski, tape of the second call')).toEqual([
    'Margarethe Ostrowski',
    'tape of the second call',
  ]);
  expect(traces(whole, '“Never,” said a deputy mayor.')).toEqual([]);
});

test('words that were checked are none while the quotation says them: marked, divided or spelled as a format spells them', () => {
  const story = noted('');
  const checked = (baseline: string, ...content: Parameters<typeof p>): Article => ({
    ...story,
    doc: article({}, quote({ evidence: { ...noEvidence, baseline } }, p(...content))),
  });
  const twice = checked('Salt & pepper are gone for good', 'Salt & pepper are gone for good');
  expect(traces(twice, '<p>Salt &amp; pepper are gone for good</p>')).toEqual([]);
  const marked = checked('I have never missed it in my life', 'I have ', i('never'), ' missed it', b(' in my life'));
  expect(traces(marked, '> I have never missed it in my life')).toEqual([]);
  const changed = checked('I have always missed it in my life', 'I have ', i('never'), ' missed it in my life');
  expect(traces(changed, 'I have always missed it in my life')).toEqual(['I have always missed it in my life']);
});

describe.each(exporters.map((exporter) => [exporter.id, exporter] as const))('as %s', (_id, exporter) => {
  test.each(['Veröffentlicht', 'https://schema.org', 'Sperrfrist: 1. Januar', 'application/ld+json', 'canonicalUrl: tbd'])(
    'a note that says “%s” keeps no article back',
    (notes) => {
      const story = {
        ...noted(notes, 'The road is closed.'),
        doc: article(
          { notes, language: 'de', publishedAt: '2026-01-01T00:00:00Z', byline: [{ name: 'Ana', role: null, url: null }] },
          p('x'),
        ),
      };
      const view = publicArticle(story);
      const text = exporter.write(view, { whole: true });
      expect(privateTraces(story, view, text, () => boilerplateOf(exporter, 'de'))).toEqual([]);
    },
  );
  test('a note that the text holds is still found', () => {
    const story = noted('Call her back on Monday', 'The road is closed.');
    const view = publicArticle(story);
    const text = `${exporter.write(view, { whole: true })}Call her back on Monday`;
    expect(privateTraces(story, view, text, () => boilerplateOf(exporter, 'en'))).toEqual(['Call her back on Monday']);
  });
});
