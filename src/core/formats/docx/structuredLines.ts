import * as v from 'valibot';
import { blockAttributes, type BlockAttributes } from '../../document/attributes';
import type { LeftOut } from '../format';
import { lineOf, urlOf } from './pieces';
import type { Para } from './readParagraphs';
import type { RunReading } from './runReading';
import type { Role } from './readStyles';

/** The styles of characters that the parts of each line have. */
export const ATTRIBUTION = ['PersonName', 'PersonRole', 'Source', 'Hyperlink'];
export const PULLED = ['PersonName'];
export const RELATED = ['Label', 'PieceTitle', 'Hyperlink'];
export const CARD = ['PieceTitle', 'Provider', 'Description', 'Hyperlink'];

/** True when every attribute is one that such a block may have. */
export const fits = <B extends keyof BlockAttributes>(block: B, attrs: object): boolean =>
  Object.entries(attrs).every(([name, value]) => {
    const spec = (blockAttributes[block] as Record<string, { schema: v.GenericSchema }>)[name];
    return spec === undefined || v.is(spec.schema, value);
  });

/** The address of the first link of a line. */
function linkIn({ pieces }: Para, reading: RunReading): string | null {
  const link = pieces.find(({ url }) => url !== null);
  return link ? urlOf(link, reading) : null;
}

/** Who said a quotation, where and when; null when the line says nothing of it, or more than an attribution can hold. */
export function attributionIn(para: Para, reading: RunReading): BlockAttributes['quote'] | null {
  const said = (role: Role): string | null => lineOf(para.pieces, role) || null;
  const attrs: BlockAttributes['quote'] = {
    speaker: said('PersonName'),
    role: said('PersonRole'),
    sourceTitle: said('Source'),
    sourceUrl: linkIn(para, reading),
    saidOn: para.pieces.find(({ at }) => at !== null)?.at ?? null,
  };
  return fits('quote', attrs) && Object.values(attrs).some((value) => value !== null) ? attrs : null;
}

/** Who said a pull quote. */
export function pulledBy({ pieces }: Para): BlockAttributes['pullQuote'] | null {
  const attrs = { speaker: lineOf(pieces, 'PersonName') };
  return attrs.speaker !== '' && fits('pullQuote', attrs) ? attrs : null;
}

/** A line that leads to another piece. */
export function relatedIn(para: Para, reading: RunReading): BlockAttributes['related'] | null {
  const url = linkIn(para, reading);
  const attrs = {
    label: lineOf(para.pieces, 'Label'),
    title: lineOf(para.pieces, 'PieceTitle'),
    target: url === null ? null : { url },
  };
  return fits('related', attrs) && (attrs.title !== '' || url !== null) ? attrs : null;
}

/** A card that leads to what stands elsewhere. */
export function cardIn(para: Para, reading: RunReading): BlockAttributes['embed'] | null {
  const attrs = {
    url: linkIn(para, reading),
    title: lineOf(para.pieces, 'PieceTitle'),
    provider: lineOf(para.pieces, 'Provider'),
    description: lineOf(para.pieces, 'Description'),
  };
  return fits('embed', attrs) && Object.values(attrs).some((value) => value) ? attrs : null;
}

/** Words that somebody wrote between the parts of a line, and what they noted there: told, because they have no place in it. */
export function looseWords({ pieces }: Para, roles: readonly string[], ours: boolean): LeftOut[] {
  const noted = pieces.flatMap(({ notes, text }) => notes.map((note) => ({ line: null, text, why: `somebody noted: ${note}` })));
  if (!ours || noted.length > 0) return noted;
  const words = pieces
    .filter(({ role, at, url }) => at === null && url === null && !roles.includes(role ?? ''))
    .map(({ text }) => text);
  const text = words.join(' ').replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  if (!/\p{L}/u.test(text)) return [];
  return [{ line: null, text, why: 'words in a line that says who, what or where to; put them into its fields' }];
}
