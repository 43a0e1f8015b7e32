import { isSafeUrl } from '../../article/url';

/** Where a piece of text stands in its line of Markdown. */
export interface Place {
  /** Nothing, or only marks, stands before it in the line. */
  lineStart: boolean;
  /** Nothing, or only marks, stands after it in the line. */
  lineEnd: boolean;
}

const alone: Place = { lineStart: true, lineEnd: true };

// In order: what always means something; `_` unless inside a word; a tag; an entity; Liquid and Hugo shortcodes;
// addresses that GFM would link by itself; `!` and `^`, which gain a meaning from a bracket beside them.
const SPECIAL =
  /[\\`*[\]~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|<(?=[A-Za-z/!?]|$)|&(?=#|[A-Za-z][A-Za-z0-9]{0,31};)|(?<=\{)[{%]|(?<=https?):(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])|!$|^\^/giu;
// Where `SPECIAL` finds something, one of these stands there or beside it. Most texts have neither; two looks are far quicker than one for both.
const MAYBE_SPECIAL = /[\\`*[\]~_<&{/@!^\t\ufeff]/u;
const MAYBE_ADDRESS = /www/iu;
/** What `BLOCK_START`, `NUMBER_START` and a space at the start begin with. */
const MAYBE_BLOCK = /^[#=|>\-+:\d ]/u;
const BLOCK_START = /^(?:#{1,6}(?= |$)|[=|>]|-(?=[-\s:|]|$)|\+(?=[+\s]|$)|:(?=[-\s]|$))/u;
const NUMBER_START = /^(\d{1,9})([.)])(?=\s|$)/u;

/**
 * Text as CommonMark and GFM that mean exactly this text: nothing in it becomes a mark, a link, a tag or a block
 * (CommonMark 0.31 sections 2.4 and 2.5, GFM 6.9). The result is one line.
 */
export function escapeText(text: string, { lineStart, lineEnd }: Place): string {
  const special = MAYBE_SPECIAL.test(text) || MAYBE_ADDRESS.test(text);
  let out = special ? text.replace(SPECIAL, '\\$&').replace(/[\t\ufeff]/gu, reference) : text;
  if (lineStart && MAYBE_BLOCK.test(out))
    out = out.replace(BLOCK_START, '\\$&').replace(NUMBER_START, '$1\\$2').replace(/^ /u, reference);
  if (lineEnd && out.endsWith(' ')) out = out.replace(/ $/u, reference);
  if (lineEnd && out.endsWith('#')) out = out.replace(/(?<=^|[ #])#$/u, '\\#');
  return out;
}

/** An attribute (a name, a title) as text that stands alone between delimiters: also the white space at its ends is kept. */
export function escapeAttribute(text: string): string {
  return escapeText(text, alone)
    .replace(/^\s|\s$/gu, reference)
    .replace(/(?<!\\)<|(?<!\\)!$/gu, '\\$&');
}

/** The address of a link, as it stands between its round brackets. */
export function escapeAddress(url: string): string {
  return url.replace(/[\\()<>]|&(?=#|[A-Za-z][A-Za-z0-9]{0,31};)/gu, '\\$&');
}

/** Markdown for a cell of a table: pipes that are not escaped yet are (GFM 0.29 section 4.10). */
export function escapePipes(markdown: string): string {
  return markdown.replace(/\\[^]|\|/gu, (found) => (found === '|' ? '\\|' : found));
}

/** True for an address that CommonMark takes between `<` and `>` as it is (section 6.5). */
export function isAutolink(url: string): boolean {
  return isSafeUrl(url) && /^[a-z]+:[^<>\s]*$/iu.test(url);
}

/** A word's dash at the start of a paragraph, written so that it is not taken for an attribution. */
export function escapeDash(markdown: string): string {
  return markdown.replace(/^[\u2012-\u2015]|^-/u, (dash) => (dash === '-' ? '\\-' : reference(dash)));
}

/** The value of an HTML attribute between double quotes. */
export function escapeHtmlAttribute(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
