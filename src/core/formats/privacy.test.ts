import { describe, expect, test } from 'vitest';
import type { Article } from '../article/article';
import { fieldNames, privateFields, type FieldName, type Fields } from '../article/fields';
import {
  blockAttributes,
  markAttributes,
  privateAttributesOf,
  type BlockAttributes,
  type MarkAttributes,
} from '../document/attributes';
import { blockNames, markNames, privateMarkNames, type BlockName, type MarkName } from '../document/blockNames';
import type { BlockJson, MarkJson } from '../document/json';
import { noEvidence } from '../document/evidence';
import { picturesIn } from '../document/pictures';
import { publicArticle } from '../document/publicView';
import { checkDocument } from '../document/schema';
import {
  abbr,
  article as documentWith,
  b,
  box,
  card,
  code,
  figure,
  h2,
  i,
  li,
  note,
  ol,
  p,
  pull,
  quote,
  related,
  s,
  said,
  shows,
  table,
  to,
  tt,
  u,
  ul,
} from '../document/testing/builders';
import { publicNeighbours, resolverFor, type Pointed } from '../series/publicNeighbours';
import { pictureFiles } from './pictureFiles';
import { exporters } from './registry';

/** Whether something may leave the library, and the words that would betray it. */
interface Trace<T> {
  value: T;
  leaves: boolean;
  words: string;
}

const open = <T>(value: T, words: string): Trace<T> => ({ value, leaves: true, words });
const secret = <T>(value: T, words: string): Trace<T> => ({ value, leaves: false, words });

const ID = 'canaryarticleidcanary0000';
const DRAFT = 'canarydraftidcanary000000';
const PICTURE = `${'5ec1e7'.repeat(10)}c0de.jpg`;
const LEAD = `${'1ead1e'.repeat(10)}c0de.png`;

/** Every field of an article. A new one does not compile until somebody has said here whether it may leave. */
const fields: { [F in FieldName]: Trace<Fields[F]> } = {
  slug: open('ice-road-slug', 'ice-road-slug'),
  byline: open([{ name: 'Marit Byline', role: 'Northern Role', url: 'https://byline.example/' }], 'Marit Byline'),
  dateline: open({ place: 'DATELINEPLACE', date: '2026-02-03' }, 'DATELINEPLACE'),
  leadImage: open(
    { asset: LEAD, alt: 'Leadalt', caption: 'Leadcaption', credit: 'Leadcredit', width: 40, height: 30 },
    'Leadcaption',
  ),
  section: open(['Sectionwords'], 'Sectionwords'),
  tags: open(['tagwords'], 'tagwords'),
  language: open('nn-NO', 'nn-NO'),
  translationOf: secret({ article: 'canarytranslationofcanary', revision: 4711 }, 'canarytranslationofcanary'),
  status: secret('killed', 'killed'),
  canonicalUrl: open('https://canonical.example/road', 'https://canonical.example/road'),
  publishedAt: open('2026-02-03T09:30:00+01:00', '2026-02-03T09:30:00+01:00'),
  updatedAt: open('2026-02-04T10:31:00+01:00', '2026-02-04T10:31:00+01:00'),
  embargo: open({ instant: '2026-02-03T06:00+01:00', zone: 'Arctic/Longyearbyen' }, 'Arctic/Longyearbyen'),
  corrections: open([{ at: '2026-02-05', text: 'Correctionwords: the ice was thinner.' }], 'Correctionwords'),
  tagline: open('Taglinewords: Ode Ness drove the lorry.', 'Taglinewords'),
  notes: secret('CANARY the driver must not be named', 'CANARY the driver'),
  rejections: secret(['doubled word\u241fCANARYREJECTED words'], 'CANARYREJECTED'),
};

/** Every attribute of every block and mark, in the same way. */
const blocks: { [B in BlockName]: { [A in keyof BlockAttributes[B]]: Trace<BlockAttributes[B][A]> } } = {
  paragraph: {},
  heading: { level: open(2, 'A crosshead') },
  bulletList: {},
  orderedList: { start: open(3, 'third of a list') },
  listItem: {},
  quote: {
    speaker: open('Ilmari Speaker', 'Ilmari Speaker'),
    role: open('ice warden role', 'ice warden role'),
    sourceTitle: open('Sourcetitle Radio', 'Sourcetitle Radio'),
    sourceUrl: open('https://source.example/said', 'https://source.example/said'),
    saidOn: open('2026-01-30', '2026-01-30'),
    evidence: secret(
      {
        against: 'CANARYAGAINST tape',
        minute: 'CANARYMINUTE',
        record: 'background',
        original: 'CANARYORIGINAL',
        hideSource: false,
        baseline: 'CANARYBASELINE',
      },
      'CANARYBASELINE',
    ),
  },
  pullQuote: { speaker: open('Pulled Speaker', 'Pulled Speaker') },
  factBox: { title: open('Boxtitle words', 'Boxtitle words') },
  related: {
    label: open('Labelwords', 'Labelwords'),
    title: open('Relatedtitle', 'Relatedtitle'),
    target: secret({ article: DRAFT }, DRAFT),
  },
  embed: {
    url: open('https://card.example/film', 'https://card.example/film'),
    title: open('Cardtitle', 'Cardtitle'),
    provider: open('Cardprovider', 'Cardprovider'),
    description: open('Carddescription', 'Carddescription'),
  },
  table: { headerRow: open(true, 'headerRow'), caption: open('Tablecaption', 'Tablecaption') },
  tableRow: {},
  // Every cell is one square: saying so in an export would say nothing.
  tableCell: { colspan: secret(1, '"colspan"'), rowspan: secret(1, '"rowspan"') },
  figure: {
    asset: secret(PICTURE, PICTURE.slice(0, 12)),
    alt: open('Altwords', 'Altwords'),
    caption: open('Captionwords', 'Captionwords'),
    credit: open('Creditwords', 'Creditwords'),
    width: open(4321, '4321'),
    height: open(1234, '1234'),
  },
  codeBlock: { language: open('yaml', 'yaml') },
  horizontalRule: {},
};
const marks: { [M in MarkName]: { [A in keyof MarkAttributes[M]]: Trace<MarkAttributes[M][A]> } } = {
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  code: {},
  link: { target: secret({ article: DRAFT }, DRAFT) },
  abbreviation: { expansion: open('Northern Expansion Agency', 'Northern Expansion Agency') },
  note: { text: secret('CANARY ask her again before print', 'ask her again before print') },
  speech: {
    speaker: secret('CANARYSPEAKER', 'CANARYSPEAKER'),
    role: secret('CANARYROLE', 'CANARYROLE'),
    evidence: secret(
      { ...noEvidence, against: 'CANARYSPOKEN', minute: 'CANARYCLOCK', original: 'CANARYTONGUE', baseline: 'CANARYTICKED' },
      'CANARYTICKED',
    ),
  },
};

const values = <T extends object>(traces: { [K in keyof T]: Trace<T[K]> }): T =>
  Object.fromEntries(Object.entries(traces).map(([name, trace]) => [name, (trace as Trace<unknown>).value])) as T;

const envelope = {
  id: ID,
  revision: 918_273,
  schema: 1,
  createdAt: 1_234_567_890_123,
  editedAt: 1_234_567_890_456,
  trashedAt: null,
};
const body: BlockJson[] = [
  h2('A crosshead'),
  p(
    b('bold'),
    i('italic'),
    u('underline'),
    s('strike'),
    tt('code'),
    to(DRAFT, 'linked words'),
    shows(DRAFT),
    abbr('Northern Expansion Agency', 'NEA'),
    note(marks.note.text.value, 'noted words'),
    said(values<MarkAttributes['speech']>(marks.speech), '“spoken words”'),
  ),
  ul(li(p('first of a list'))),
  ol(3, li(p('third of a list'))),
  quote(values<BlockAttributes['quote']>(blocks.quote), 'The ice decides.'),
  pull(blocks.pullQuote.speaker.value, note(marks.note.text.value, 'The ice')),
  box(blocks.factBox.title.value, p('Boxed words')),
  card(values<BlockAttributes['embed']>(blocks.embed)),
  { ...table([p(note(marks.note.text.value, 'Cell words'))]), attrs: values<BlockAttributes['table']>(blocks.table) },
  related(blocks.related.label.value, blocks.related.title.value, blocks.related.target.value),
  figure(blocks.figure.asset.value, values<BlockAttributes['figure']>(blocks.figure)),
  code('on: ice', 'yaml'),
  { type: 'horizontalRule' },
];
const full: Article = {
  ...envelope,
  doc: checkDocument(documentWith({ headline: 'The ice road', ...values<Fields>(fields) }, ...body)) as Article['doc'],
};

/** A neighbour that is not public: none of this may be seen. */
const draft: Pointed = {
  headline: 'CANARY headline of a draft',
  status: 'draft',
  canonicalUrl: 'https://canary-draft.example/',
  trashed: false,
  embargoed: false,
  file: null,
};
const look = (id: string) => (id === DRAFT ? draft : id === ID ? { ...draft, file: 'page' } : null);
const all = [{ id: 'canaryseriesidcanary00000', name: 'Seriesname', entries: [{ article: DRAFT }, { article: ID }] }];
const files = pictureFiles('page', picturesIn(full.doc));
const resolver = { ...resolverFor(look), fileOf: (asset: string) => files.get(asset) ?? null };
const view = publicArticle(full, publicNeighbours(all, ID, look), resolver);

const traces = [
  ...Object.entries(fields),
  ...Object.entries(blocks).flatMap(([block, attrs]) =>
    Object.entries(attrs).map(([name, t]) => [`${block}.${name}`, t] as const),
  ),
  ...Object.entries(marks).flatMap(([mark, attrs]) => Object.entries(attrs).map(([name, t]) => [`${mark}.${name}`, t] as const)),
] as [string, Trace<unknown>][];
const secrets = [
  ...traces.filter(([, { leaves }]) => !leaves).map(([name, { words }]) => [name, words] as const),
  ...Object.entries(envelope)
    .filter(([name, value]) => name !== 'schema' && value !== null)
    .map(([name, value]) => [name, String(value)] as const),
  ['translationOf.revision', '4711'] as const,
  ['the name of the lead image in the library', LEAD.slice(0, 12)] as const,
  ['the series’ id', 'canaryseriesidcanary00000'] as const,
  ...['AGAINST', 'MINUTE', 'ORIGINAL', 'SPOKEN', 'CLOCK', 'TONGUE'].map(
    (name) => [`evidence: ${name}`, `CANARY${name}`] as const,
  ),
  ['a draft’s headline', draft.headline] as const,
  ['a draft’s address', 'canary-draft'] as const,
];

describe('the table above leaves nothing out', () => {
  test('of the fields', () => {
    expect(Object.keys(fields).sort()).toEqual([...fieldNames].sort());
    const hidden = Object.entries(fields).flatMap(([name, { leaves }]) => (leaves ? [] : [name]));
    expect(hidden.sort()).toEqual([...privateFields].sort());
  });
  test.each(blockNames)('of the block %s, which the article has', (name) => {
    expect(Object.keys(blocks[name]).sort()).toEqual(Object.keys(blockAttributes[name]).sort());
    expect(JSON.stringify(full.doc)).toContain(`"type":"${name}"`);
  });
  test.each(markNames)('of the mark %s, which the article has', (name) => {
    expect(Object.keys(marks[name]).sort()).toEqual(Object.keys(markAttributes[name]).sort());
    const used = JSON.stringify(full.doc).includes(`"type":"${name satisfies MarkJson['type']}"`);
    expect(used).toBe(true);
  });
  test.each(traces)('%s is in the article', (_name, { words }) => expect(JSON.stringify(full)).toContain(words));
});

describe.each(exporters.flatMap((exporter) => [true, false].map((whole) => [exporter.id, whole, exporter] as const)))(
  '%s (whole: %s)',
  (_id, whole, exporter) => {
    const text = exporter.write(view, { whole });
    test.each(secrets)('never shows %s', (_name, words) => expect(text.toLowerCase()).not.toContain(words.toLowerCase()));
    test('carries no attribute of our clipboard and no canary by any other name', () => {
      expect(text).not.toMatch(/\sdata-[a-z]/u);
      expect(text).not.toMatch(/canary/iu);
    });
    test('keeps the words', () => {
      for (const words of [
        ...(whole ? ['The ice road'] : []),
        'linked words',
        'noted words',
        'Cell words',
        'The ice decides.',
        'Relatedtitle',
        'on: ice',
      ])
        expect(text.replace(/<[^>]+>/gu, '')).toContain(words);
    });
  },
);

test('whatever the schema marks as private is private here', () => {
  for (const name of blockNames) {
    const traced: Record<string, Trace<unknown>> = blocks[name];
    for (const attribute of privateAttributesOf(name)) expect(traced[attribute]?.leaves).toBe(false);
  }
  expect(privateAttributesOf('quote')).toEqual(['evidence']);
  for (const name of privateMarkNames) for (const { leaves } of Object.values(marks[name])) expect(leaves).toBe(false);
});

test('the address of a source stays in the library when the writer says so; its title is printed', () => {
  const attrs = { ...values<BlockAttributes['quote']>(blocks.quote), evidence: { ...noEvidence, hideSource: true } };
  const kept = publicArticle({ ...full, doc: checkDocument(documentWith({}, quote(attrs, 'Words.'))) as Article['doc'] });
  for (const exporter of exporters) {
    expect(exporter.write(kept, { whole: true })).not.toContain('source.example');
    expect(exporter.write(kept, { whole: true })).toContain('Sourcetitle Radio');
  }
});

test.each(traces.filter(([, { leaves }]) => leaves))('%s would be noticed: JSON shows it', (_name, { words }) => {
  const json = exporters.find(({ id }) => id === 'json')?.write(view, { whole: true });
  expect(json).toContain(words);
});
