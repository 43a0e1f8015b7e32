import type { FieldName } from '../article/fields';
import { inlineText } from '../article/summary';
import type { DocJson } from '../document/json';
import { fingerprintOf } from '../repair/findings';
import type { Check } from './check';
import type { Level } from './finding';

const wanted: readonly [
  name: FieldName | 'headline' | 'standfirst',
  level: Level,
  missing: (doc: DocJson) => boolean,
  message: string,
][] = [
  [
    'headline',
    'warning',
    ({ content: [, headline] }) => inlineText(headline.content).trim() === '',
    'The desk will ask: no headline.',
  ],
  ['standfirst', 'hint', ({ content: [, , standfirst] }) => inlineText(standfirst.content).trim() === '', 'No standfirst yet.'],
  ['byline', 'warning', ({ attrs }) => attrs.byline.length === 0, 'The desk will ask: no byline.'],
  ['dateline', 'hint', ({ attrs }) => attrs.dateline === null, 'No dateline: where was this written?'],
  ['section', 'hint', ({ attrs }) => attrs.section.length === 0, 'No section: where does this belong?'],
  ['slug', 'warning', ({ attrs }) => attrs.slug === '', 'No slug yet: exported files are named after it.'],
];

/** Fields that a desk expects and that are empty. */
export const missingFields: Check = {
  name: 'missing field',
  of: 'article',
  find: (doc) =>
    wanted
      .filter(([, , missing]) => missing(doc))
      .map(([name, level, , message]) => ({
        kind: `missing ${name}`,
        level,
        message,
        ...(name === 'headline' || name === 'standfirst'
          ? { place: { path: [name === 'headline' ? 1 : 2], attribute: null, from: 0, to: 0 } }
          : { field: name }),
        fingerprint: fingerprintOf(`missing ${name}`, '', '', ''),
      })),
};
