import type { LeftOut } from '../format';
import type { Item } from './item';
import { cleanLine } from './words';

/** What was read, and what says nothing to a reader. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'uri standard type representationType representationtype profile version mimetype language headline headlines by byline located slugline ' +
    'subject subjects keywords firstCreated firstcreated versionCreated versioncreated contentCreated contentcreated embargoed embargoedUntil ' +
    'edNote ednote bodies associations charcount wordcount people person'
  ).split(' '),
);
const READ_PARTS = /^(?:body_(?:html|xhtml|text)|description_(?:text|summary|html))$/u;
/** Withdrawn items come too, and that is the first thing to know of them. */
const WITHDRAWN = /^cancell?ed$/iu;

/** The properties of an item that Stet has no field for, as a report. */
export function unread(item: Item): LeftOut[] {
  return Object.entries(item).flatMap(([key, value]): LeftOut[] => {
    if (KNOWN.has(key) || READ_PARTS.test(key)) return [];
    if (/^pubStatus$/iu.test(key) && typeof value === 'string')
      return WITHDRAWN.test(value) ? [{ line: null, text: `${key}: ${value}`, why: 'the agency has withdrawn this item' }] : [];
    const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    if (key === 'descriptions') return [];
    return shown === ''
      ? []
      : [{ line: null, text: cleanLine(`${key}: ${shown}`, 200), why: 'a property of ninjs that Stet has no field for' }];
  });
}
