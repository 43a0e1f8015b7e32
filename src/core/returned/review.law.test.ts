import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockJson, DocJson, InlineJson } from '../document/json';
import { checkDocument } from '../document/schema';
import { articles } from '../document/testing/arbitrary';
import { blocks } from '../document/testing/arbitraryBlocks';
import { asCarried } from './asCarried';
import { quotationTouched } from './quotationTouched';
import { carryingOf, copyFormats, copyOf, returnedAs, reviewOf } from './testing/copies';
import { Review } from './review';

/** XML cannot hold U+FFFE and U+FFFF. */
const inXml = (doc: DocJson): DocJson => JSON.parse(JSON.stringify(doc).replace(/[\ufffe\uffff]/gu, '\ufffd')) as DocJson;
const drafts = articles.map(inXml);

/** An article as a desk may return it: blocks moved, taken out, put in, divided and worded differently. */
const edited = (doc: DocJson): fc.Arbitrary<DocJson> =>
  fc
    .record({
      order: fc.array(fc.nat({ max: 1000 }), { minLength: doc.content.length, maxLength: doc.content.length }),
      added: fc.array(fc.tuple(fc.nat({ max: 20 }), blocks), { maxLength: 2 }),
      words: fc.array(fc.tuple(fc.constantFrom('a', 'e', ' ', '.', '“'), fc.constantFrom(' not ', '-', '”', 'x')), {
        maxLength: 2,
      }),
      moves: fc.boolean(),
      leaves: fc.nat({ max: 4 }),
    })
    .map(({ order, added, words, moves, leaves }) => {
      const [kicker, headline, standfirst, ...body] = doc.content;
      let text = JSON.stringify(
        moves
          ? body
              .map((block, at) => ({ block, at: order[at] ?? 0 }))
              .sort((a, b) => a.at - b.at)
              .map(({ block }) => block)
          : body,
      );
      for (const [from, to] of words)
        text = text.replace(
          new RegExp(`("text":"(?:[^"\\\\]|\\\\.)*?)${from === '.' ? '\\.' : from}`, 'u'),
          (_all, before: string) => `${before}${to}`,
        );
      let changed = JSON.parse(text) as BlockJson[];
      changed = changed.filter((_block, at) => at !== leaves);
      for (const [at, block] of added) changed.splice(Math.min(at, changed.length), 0, block);
      return inXml(
        checkDocument({
          ...doc,
          content: [kicker, headline, standfirst, ...(changed.length > 0 ? changed : [{ type: 'paragraph' }])],
        }),
      );
    });
const pairs = fc.oneof(
  fc.tuple(drafts, drafts),
  drafts.chain((sent) => fc.tuple(fc.constant(sent), edited(sent))),
);
const runs = Number(process.env.LAW_RUNS ?? 100);

const evidenceIn = ({ content }: DocJson): unknown[] =>
  content.flatMap((block) => (block.type === 'quote' && block.attrs?.evidence ? [block.attrs.evidence] : []));
/** What is noted of words; blanks alone show nothing, and no copy has them. */
const notesIn = (doc: DocJson): string => {
  const found: string[] = [];
  JSON.stringify(doc, (_key, value: InlineJson | null) => {
    if (value?.type === 'text' && value.text.trim() !== '')
      for (const mark of value.marks ?? []) if (mark.type === 'note') found.push(mark.attrs?.text ?? '');
    return value;
  });
  return found.join('\n');
};

describe.each(copyFormats)('$title', (exporter) => {
  const carrying = carryingOf(exporter);

  test('a copy that comes back unchanged shows no change', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(articles, (sent) => {
        expect(reviewOf(sent, sent, exporter).plan.changes).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('all changes taken, the draft says what the copy says', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(pairs, ([sent, desk]) => {
        const review = reviewOf(sent, desk, exporter);
        const taken = review.take(review.plan.changes.map(({ id }) => id));
        expect(checkDocument(taken)).toEqual(taken);
        const wanted = asCarried(copyOf(desk, exporter), carrying);
        const said = asCarried(taken, carrying);
        expect(said.blocks).toEqual(wanted.blocks);
        const slug = wanted.fields.slug === '' ? said.fields.slug : wanted.fields.slug;
        for (const name of Object.keys(wanted.fields) as (keyof typeof wanted.fields)[])
          if (carrying.carries?.fields[name] !== 'none')
            expect(said.fields[name]).toEqual(name === 'slug' ? slug : wanted.fields[name]);
      }),
      { numRuns: runs },
    );
  });

  test('words changed everywhere, no note and no evidence of a block is lost', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(drafts, fc.constantFrom('a', 'e', ' ', 'B'), fc.constantFrom(' nor ', 'x', ''), (sent, from, to) => {
        const desk = checkDocument(
          JSON.parse(
            JSON.stringify(sent).replace(/"type":"text","text":"((?:[^"\\]|\\.)+)"/gu, (all, text: string) => {
              const changed = text
                .split('')
                .map((char) => (char === from ? to : char))
                .join('');
              return changed.trim() === '' ? all : `"type":"text","text":"${changed}"`;
            }),
          ),
        );
        const review = reviewOf(sent, desk, exporter);
        fc.pre(review.plan.changes.every(({ kind }) => kind === 'words'));
        const taken = review.take(review.plan.changes.map(({ id }) => id));
        // Notes are joined where they meet.
        const kept = notesIn(taken);
        for (const text of notesIn(sent).split('\n')) expect(kept).toContain(text.trim() === '' ? '' : text.trim());
        expect(evidenceIn(taken)).toEqual(evidenceIn(sent));
      }),
      { numRuns: runs },
    );
  });

  test('looking only around a change finds the quotations that looking at the whole text finds', { timeout: 240_000 }, () => {
    // Longer than what is looked at around a change.
    const long = fc
      .array(drafts, { minLength: 3, maxLength: 5 })
      .map(
        ([first, ...more]) =>
          ({ ...first, content: [...first!.content, ...more.flatMap(({ content }) => content.slice(3))] }) as DocJson,
      );
    const longPairs = long.chain((sent) => fc.tuple(fc.constant(sent), edited(sent)));
    fc.assert(
      fc.property(fc.oneof(pairs, longPairs), drafts, fc.boolean(), ([sent, desk], other, typed) => {
        const review = reviewOf(sent, desk, exporter, typed ? other : sent);
        for (const change of review.plan.changes)
          expect(review.quotationsTouched(change)).toEqual(quotationTouched(review.origin, review.with(new Set([change.id]))));
      }),
      { numRuns: runs },
    );
  });

  test('any of them in any order give the same, and none leaves the draft as it is', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.nat({ max: 1000 })), ([sent, desk], numbers) => {
        const material = returnedAs(sent, desk, exporter);
        const review = new Review(material, sent);
        expect(review.take([])).toBe(sent);
        const order = review.plan.changes
          .map(({ id }) => ({ id, at: numbers.next().value as number }))
          .sort((one, other) => one.at - other.at)
          .map(({ id }) => id)
          .slice(0, 6);
        for (const id of order) review.see(review.take([id]));
        const once = new Review(material, sent).take(order);
        expect(review.with(review.taken)).toEqual(once);
        expect(checkDocument(once)).toEqual(once);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});
