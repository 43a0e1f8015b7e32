/** A piece of web code in visible text. */
export interface CodePiece {
  readonly from: number;
  readonly to: number;
  /** What a reader should see in its place: the character of an entity, else nothing. */
  readonly shows: string;
  /** True when words may have been lost with it, or when it stood between blocks: the words around it are not one word. */
  readonly parts: boolean;
  /** True when it held words of its own, so that the sentence around it may lack some. */
  readonly heldWords: boolean;
}

const REACH_BACK = 400;
const REACH_ON = 2000;
const Q = '["“”„]';
// A key of JSON, in straight quotes or in curly ones that a program made of them: `,"text":` or `{"text":`.
const KEY = new RegExp(`(${Q}?)\\s?([,{])\\s?${Q}[\\w$-]{1,40}${Q}\\s?:`, 'gu');
const JSON_END = new RegExp(`[}\\]]{1,6}(?:${Q}?\\s?/?>)?|${Q}\\s?/?>`, 'u');
const TAG =
  /<(?:!--[^>]{0,500}--|\/?(a|abbr|article|aside|b|blockquote|br|button|caption|center|cite|code|dd|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|li|main|mark|nav|noscript|object|ol|p|picture|pre|q|s|script|section|small|source|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)(?:\s[^<>]{0,600})?\s?\/?)>/giu;
const SHORTCODE =
  /\[\/?(?:caption|gallery|embed|audio|video|playlist|vc_\w+|et_pb_\w+)(?:\s[^\]]{0,400})?\]|\{\{[^{}]{1,200}\}\}|\{%[^{}]{1,200}%\}/giu;
const ATTRIBUTE_TAIL = new RegExp(
  `(?:\\s?\\b(?:href|class|style|id|target|rel|src|alt|title|data-[\\w-]+)=${Q}[^<>“”"]{0,400}${Q}){1,12}\\s?/?>`,
  'giu',
);
const ENTITY = /&(?:#(\d{2,6})|#x([\da-f]{2,6})|([a-z]{2,8}\d?));/giu;
const BLOCK_TAGS =
  /^<\/?(?:br|p|div|li|ul|ol|h\d|hr|table|tr|td|th|section|article|figure|figcaption|blockquote|aside|header|footer)\b/iu;

/** Named entities that turn up in copied text (WHATWG HTML, section 13.5). */
const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ', thinsp: ' ', ensp: ' ', emsp: ' ', shy: '', zwnj: '',
  ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„',
  laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›', euro: '€', pound: '£', copy: '©', reg: '®', trade: '™', deg: '°',
  middot: '·', bull: '•', times: '×', frac12: '½', agrave: 'à', aacute: 'á', acirc: 'â', auml: 'ä', aring: 'å', aelig: 'æ',
  ccedil: 'ç', egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë', iacute: 'í', icirc: 'î', iuml: 'ï', ntilde: 'ñ',
  oacute: 'ó', ocirc: 'ô', ouml: 'ö', oslash: 'ø', oelig: 'œ', ugrave: 'ù', uacute: 'ú', ucirc: 'û', uuml: 'ü', szlig: 'ß',
  Agrave: 'À', Auml: 'Ä', Ccedil: 'Ç', Eacute: 'É', Egrave: 'È', Ouml: 'Ö', Uuml: 'Ü',
}; // prettier-ignore

/** The pieces of leftover web code in a text, ascending and apart. Linear: every look back or ahead is bounded. */
export function codePieces(text: string): CodePiece[] {
  if (!/[<>&{}[\]=]/u.test(text)) return [];
  const found: CodePiece[] = [];
  for (const key of text.matchAll(KEY)) {
    const last = found.at(-1);
    if (last && key.index < last.to) continue;
    const piece = jsonAround(text, key.index, key[0].length, key[1] !== '' && key[2] === ',', last?.to ?? 0);
    if (piece) found.push(piece);
  }
  const add = (from: number, to: number, shows: string, parts: boolean): void => {
    found.push({ from, to, shows, parts, heldWords: false });
  };
  for (const tag of text.matchAll(TAG)) add(tag.index, tag.index + tag[0].length, '', BLOCK_TAGS.test(tag[0]));
  for (const code of text.matchAll(SHORTCODE)) add(code.index, code.index + code[0].length, '', true);
  for (const tail of text.matchAll(ATTRIBUTE_TAIL)) add(tail.index, tail.index + tail[0].length, '', true);
  for (const entity of text.matchAll(ENTITY)) {
    const shows = shownBy(entity);
    if (shows !== null) add(entity.index, entity.index + entity[0].length, shows, false);
  }
  // Of two that overlap the earlier and longer one counts.
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  const apart = found.filter(({ from, to }) => from >= end && (end = to) > 0);
  return joined(apart);
}

/** Pieces that touch and show nothing are one. */
function joined(pieces: readonly CodePiece[]): CodePiece[] {
  const out: CodePiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.to === piece.from && last.shows === '' && piece.shows === '') {
      const heldWords = last.heldWords || piece.heldWords;
      out[out.length - 1] = { ...last, to: piece.to, parts: last.parts || piece.parts, heldWords };
    } else out.push(piece);
  }
  return out;
}

/** The remnant of a JSON text around one of its keys: from where the code begins to its closing brackets. */
function jsonAround(text: string, at: number, length: number, cutString: boolean, floor: number): CodePiece | null {
  const rest = text.slice(at + length, at + length + REACH_ON);
  const end = JSON_END.exec(rest);
  if (!end) return null;
  const to = at + length + end.index + end[0].length;
  return { from: startOf(text, at, cutString, floor), to, shows: '', parts: true, heldWords: true };
}

function startOf(text: string, at: number, cutString: boolean, floor: number): number {
  const low = Math.max(floor, at - REACH_BACK);
  const before = text.slice(low, at);
  const tag = before.lastIndexOf('<');
  if (tag >= 0 && /^<[a-z]/iu.test(before.slice(tag)) && !before.slice(tag).includes('>')) return low + tag;
  const brace = before.lastIndexOf('{');
  if (brace >= 0 && /^\{\s?["“”„]/u.test(before.slice(brace)) && !before.slice(brace).includes('}'))
    return low + attributeBefore(before, brace);
  if (!cutString) return low + attributeBefore(before, before.length);
  // A string whose beginning was lost with the markup: its words are code as far as they are glued to what stands before.
  const token = /[^\s]{0,80}$/u.exec(before)?.[0] ?? '';
  // A name such as `McDonald` or `iPhone` is no seam.
  const word = /^\P{L}*\p{Ll}{2,}(?=\p{Lu})/u.exec(token);
  return word ? at - token.length + word[0].length : at;
}

const attributeBefore = (before: string, at: number): number => {
  const name = /[\w-]{1,40}\s?=\s?["“”„]?$/u.exec(before.slice(0, at));
  return name ? name.index : at;
};

function shownBy(entity: RegExpMatchArray): string | null {
  const [, decimal, hex, name] = entity;
  if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? null) : null;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (code === 0xa0) return ' ';
  return code >= 0x20 && !(code >= 0x7f && code < 0xa0) && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : null;
}
