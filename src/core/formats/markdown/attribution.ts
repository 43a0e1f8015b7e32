import * as v from 'valibot';
import { isoDate } from '../../article/fields';
import type { BlockAttributes } from '../../document/attributes';
import { escapeAddress, escapeAttribute, isAutolink } from './escape';

type Quote = BlockAttributes['quote'];

const DATE = /^\d{4}-\d{2}-\d{2}$/u;
/** What an attribution begins with: em dash, en dash, horizontal bar or two hyphens. */
const DASH = /^(?:[\u2013-\u2015]|--)[ \t\u00a0]*(?=\S)/u;

/**
 * The line under a quotation: `— Name, role, [source](address), date`; a source without address stands as `_source_`,
 * an address without title as `<address>`. A comma that belongs to a name is `\,`. Null when nothing is known.
 */
export function writeAttribution(attrs: Quote): string | null {
  const { speaker, role, sourceTitle, sourceUrl, saidOn } = attrs;
  const fields = [
    ...(speaker !== null || role !== null ? [plain(speaker ?? '')] : []),
    ...(role !== null ? [plain(role)] : []),
    ...(sourceTitle !== null || sourceUrl !== null ? [writeSource(sourceTitle, sourceUrl, commas)] : []),
    ...(saidOn !== null ? [saidOn] : []),
  ];
  return fields.length === 0 ? null : `— ${fields.join(', ')}`;
}

const commas = (markdown: string): string => markdown.replace(/,(?= |$)/gu, '\\,');
const plain = (text: string): string => (DATE.test(text) ? text.replace('-', '\\-') : commas(escapeAttribute(text)));

/** A title and an address: `[title](address)`, `_title_`, or `<address>`. */
export function writeSource(
  title: string | null,
  url: string | null,
  more: (markdown: string) => string = (same) => same,
): string {
  const words = more(escapeAttribute(title ?? ''));
  if (url === null) return `_${words}_`;
  return words === '' && isAutolink(url) ? `<${url}>` : `[${words}](${escapeAddress(url)})`;
}

/** What stands after the dash of an attribution, or null when the source of a paragraph does not begin with one. */
export function afterDash(source: string): string | null {
  const dash = DASH.exec(source);
  return dash ? source.slice(dash[0].length) : null;
}

/** One field of an attribution, read by the reader of inline Markdown. */
export interface ReadField {
  kind: 'words' | 'source';
  title: string | null;
  url: string | null;
}

/**
 * The attributes that an attribution stands for. Plain fields are the name and then the role; a date and a source are
 * known by their shape.
 */
export function readAttribution(line: string, read: (field: string, first: boolean) => ReadField): Quote {
  const attrs: Quote = { speaker: null, role: null, sourceTitle: null, sourceUrl: null, saidOn: null };
  const words: string[] = [];
  for (const [index, field] of splitFields(line).entries()) {
    if (DATE.test(field) && v.is(isoDate, field) && attrs.saidOn === null) {
      attrs.saidOn = field;
      continue;
    }
    const { kind, title, url } = read(field, index === 0);
    if (kind === 'source' && attrs.sourceTitle === null && attrs.sourceUrl === null) {
      attrs.sourceTitle = title;
      attrs.sourceUrl = url;
    } else words.push(title ?? url ?? '');
  }
  const [speaker = '', ...role] = words;
  attrs.speaker = speaker === '' ? null : speaker;
  attrs.role = role.length === 0 ? null : role.join(', ');
  return attrs;
}

/** Splits at a comma and a space, unless the comma is escaped or stands inside square brackets. */
function splitFields(line: string): string[] {
  const fields: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']') depth--;
    else if (character === ',' && depth <= 0 && line[at + 1] === ' ') {
      fields.push(line.slice(from, at));
      from = at + 2;
    }
  }
  fields.push(line.slice(from));
  return fields;
}
