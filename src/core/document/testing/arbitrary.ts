import fc from 'fast-check';
import { blankFields } from '../../article/fields';
import type { DocJson } from '../json';
import type { PublicPiece, PublicView } from '../publicView';
import { checkDocument } from '../schema';
import { blocks } from './arbitraryBlocks';
import { inline } from './arbitraryInline';
import { pictures } from './arbitraryPictures';
import { dates, instants, orNull, urls } from './arbitraryValues';
import { lines } from './arbitraryWords';

const fields = fc.record({
  slug: fc.constantFrom('', 'ice-road', 'a', '2026-03-01-x'),
  byline: fc.array(fc.record({ name: lines(200), role: orNull(lines(200)), url: orNull(urls) }), { maxLength: 3 }),
  dateline: orNull(fc.record({ place: lines(200), date: orNull(dates) })),
  section: fc.array(lines(200), { maxLength: 3 }),
  tags: fc.array(lines(200), { maxLength: 3 }),
  leadImage: orNull(pictures),
  language: fc.constantFrom('en', 'en-GB', 'fr', 'de-AT', 'ar', 'he', 'fa-IR', 'zh-Hant-TW', 'tr', 'und', 'sr-Latn', 'EN-us'),
  canonicalUrl: orNull(urls),
  publishedAt: orNull(instants),
  updatedAt: orNull(instants),
  embargo: orNull(
    fc.record({ instant: instants, zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC', 'Mars/Olympus_Mons') }),
  ),
  corrections: fc.array(fc.record({ at: fc.oneof(dates, instants), text: lines(2000) }), { maxLength: 3 }),
  tagline: lines(1000),
  notes: fc.constantFrom('', 'PRIVATE: call the lawyer'),
});

/** Whole articles over every block, mark and field, with the strings that break formats. Every one has passed the gate. */
export const articles: fc.Arbitrary<DocJson> = fc
  .record({
    fields,
    kicker: lines(200),
    headline: lines(500),
    standfirst: inline,
    body: fc.array(blocks, { minLength: 1, maxLength: 5 }),
  })
  .map(({ fields: given, kicker, headline, standfirst, body }) =>
    checkDocument({
      type: 'doc',
      attrs: { ...blankFields(), ...given },
      content: [
        { type: 'kicker', content: kicker === '' ? [] : [{ type: 'text', text: kicker }] },
        { type: 'headline', content: headline === '' ? [] : [{ type: 'text', text: headline }] },
        { type: 'standfirst', content: standfirst },
        ...body,
      ],
    }),
  );

const outsidePiece: fc.Arbitrary<PublicPiece> = fc.record({
  title: lines(1000).filter((title) => title.trim() !== ''),
  url: orNull(urls),
});

/** What may stand beside an article: absolute addresses only, since a file name beside it means nothing elsewhere. */
export const neighbours: fc.Arbitrary<PublicView['series']> = fc.record({
  name: orNull(lines(300).filter((name) => name.trim() !== '')),
  previous: orNull(outsidePiece),
  next: orNull(outsidePiece),
});
