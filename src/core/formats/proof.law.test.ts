import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockText, inlineText } from '../article/summary';
import type { DocJson } from '../document/json';
import { publicView, type PublicView } from '../document/publicView';
import { articles, neighbours } from '../document/testing/arbitrary';
import { carriedOf } from './carriedOf';
import { lossesOf, type Carries } from './carrying';
import type { Exporter, Imported } from './format';
import { parsePage } from './html/parsePage';
import { rawText } from './html/tree';
import { attributeWords, blockWords, fieldWords, markWords } from './lossWords';
import { difference, proofOf } from './proof';
import { exporters, importers } from './registry';

const readable = exporters.filter(({ readBy }) => readBy !== null);

/** What the format's own importer makes of the file. */
function reread(exporter: Exporter, view: PublicView, metadata: boolean): Imported {
  const importer = importers.find(({ id }) => id === exporter.readBy);
  if (!importer) throw new Error(`Nothing reads ${exporter.id}.`);
  const file = exporter.pack?.(view, { whole: true, metadata });
  const text = file && importer.unpack ? importer.unpack(file) : exporter.write(view, { whole: true, metadata });
  return importer.read(text, { language: view.fields.language, name: null, part: 'page' });
}

/** XML cannot hold U+FFFE and U+FFFF: there the proof names more. */
const inXml = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(/[￾￿]/gu, '�')) as T;

/** Everything that a block or a mark can lose, as a proof counts it. */
const counted = [...Object.values(blockWords), ...Object.values(markWords), ...Object.values(attributeWords)].flat();
const isCounted = (loss: string): boolean => counted.some((words) => loss.replace(/^\d+ /u, '') === words);

describe.each(readable.map((exporter) => [exporter.id, exporter] as const))('%s', (_id, exporter) => {
  test('reading it again gives the view but for what the proof names', () => {
    fc.assert(
      fc.property(articles, neighbours, fc.boolean(), (doc: DocJson, series, metadata) => {
        const view = publicView(exporter.pack ? inXml(doc) : doc, exporter.pack ? inXml(series) : series);
        const back = reread(exporter, view, metadata);
        const proof = proofOf(exporter, view, back, metadata);
        expect(proof.filter((loss) => loss.includes('read back'))).toEqual([]);
        expect(proof).toEqual(exporter.carries === null ? [] : lossesOf(view, exporter.carries));

        // What the table takes away is named, field by field; what it takes from the text is counted.
        const left = exporter.carries === null ? view : carriedOf(view, exporter.carries);
        for (const name of Object.keys(view.fields) as (keyof PublicView['fields'])[]) {
          const [one, other] = [JSON.stringify(view.fields[name]), JSON.stringify(left.fields[name])];
          const words = Object.entries(attributeWords).flatMap(([key, [said]]) => (key.startsWith(`${name}.`) ? [said] : []));
          if (one !== other) expect(proof.some((loss) => loss === fieldWords[name] || words.includes(loss))).toBe(true);
        }
        for (const part of ['kicker', 'series'] as const)
          if (JSON.stringify(view[part]) !== JSON.stringify(left[part])) expect(proof).toContain(fieldWords[part]);
        const text = difference({ ...view, fields: left.fields, kicker: left.kicker, series: left.series }, left);
        if (text !== null) expect(proof.some(isCounted) || proof.includes(fieldWords.standfirst)).toBe(true);
      }),
      { numRuns: exporter.pack ? 60 : 150 },
    );
  }, 120_000);

  test('a file that says something else is found out', () => {
    fc.assert(
      fc.property(articles, (doc) => {
        const view = publicView(inXml(doc));
        const { doc: read, ...back } = reread(exporter, view, true);
        const [kicker, headline, ...rest] = read.content;
        const other: DocJson = {
          ...read,
          content: [kicker, { type: 'headline', content: [{ type: 'text', text: `${inlineText(headline.content)}x` }] }, ...rest],
        };
        expect(proofOf(exporter, view, { ...back, doc: other }, true).join()).toContain('the headline exactly as it stands');
        if (!exporter.properties) return;
        const lying = { ...back, doc: read, properties: { ...back.properties, author: 'Somebody Else' } };
        expect(proofOf(exporter, view, lying, true).join()).toContain('the author in the file’s properties');
      }),
      { numRuns: 20 },
    );
  });
});

/** The words of a file that is only written, as its reader has them. */
const shownBy: Readonly<Record<string, (text: string) => string>> = {
  text: (text) => text,
  jsonld: (text) => strings(JSON.parse(text)).join('\n'),
  wordpress: (text) => rawText(parsePage(text.replace(/<!-- \/?wp:[^\n]*? -->/gu, ''))),
};
const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];

/** Every word that a format should have by its table; fields that it prints otherwise (times, languages) are not words. */
function wordsOf(view: PublicView, { fields: carried, parts }: Carries): string[] {
  const { byline, tagline, corrections, section, tags, leadImage, dateline } = view.fields;
  const has = (name: keyof Carries['fields'], part = ''): boolean => {
    const how: string | { without: readonly string[] } = carried[name];
    return how === 'whole' || (typeof how === 'object' && !how.without.includes(part));
  };
  const { name, previous, next } = view.series;
  return [
    view.headline,
    ...(parts.kicker === 'none' ? [] : [view.kicker]),
    ...(parts.standfirst === 'none' ? [] : [inlineText(view.standfirst)]),
    ...view.body.map((block) => blockText(block)),
    ...(has('byline') ? byline.flatMap(({ name: person, role }) => [person, role ?? '']) : []),
    ...(has('dateline', 'place') ? [dateline?.place ?? ''] : []),
    ...(has('tagline') ? [tagline] : []),
    ...(has('corrections') ? corrections.map(({ text }) => text) : []),
    ...(has('section') ? section : []),
    ...(has('tags') ? tags : []),
    ...(has('leadImage', 'caption') ? [leadImage?.caption ?? ''] : []),
    ...(has('leadImage', 'credit') ? [leadImage?.credit ?? ''] : []),
    ...(has('series', 'name') ? [name ?? ''] : []),
    ...(has('series', 'previous') ? [previous?.title ?? ''] : []),
    ...(has('series', 'next') ? [next?.title ?? ''] : []),
  ].flatMap((words) => words.split(/[\s\p{C}]+/u).filter((word) => word !== ''));
}

const written = exporters.filter(({ readBy }) => readBy === null);

test.each(written.filter(({ carries }) => carries !== null).map((exporter) => [exporter.id, exporter] as const))(
  '%s, which is only written, has every word that the proof does not name',
  (id, exporter) => {
    const shown = shownBy[id];
    const { carries } = exporter;
    if (!shown || !carries) throw new Error(`Nobody said how the words of ${id} are found.`);
    fc.assert(
      fc.property(articles, neighbours, (doc, series) => {
        const view = publicView(doc, series);
        const text = shown(exporter.write(view, { whole: true }));
        for (const word of wordsOf(view, carries)) expect(text).toContain(word);
      }),
      { numRuns: 200 },
    );
  },
  120_000,
);

test.each(written.filter(({ carries }) => carries === null).map((exporter) => [exporter.id, exporter] as const))(
  '%s, which carries everything, is the view itself',
  (_id, exporter) => {
    fc.assert(
      fc.property(articles, neighbours, (doc, series) => {
        const view = publicView(doc, series);
        const { notice, ...rest } = JSON.parse(exporter.write(view, { whole: true })) as Record<string, unknown>;
        expect(notice === undefined || typeof notice === 'string').toBe(true);
        expect(rest).toEqual(JSON.parse(JSON.stringify(view)));
      }),
    );
  },
);
