import { StetError } from '../../errors';
import type { PublicMarkName } from '../../document/blockNames';
import type { InlineJson, MarkJson } from '../../document/json';
import { dayInWords, instantInWords } from '../html/dates';
import { publicHref } from '../html/escape';
import type { AnnotatedMark } from '../annotatedMark';
import type { StyleId } from './styles';
import type { WordDocument } from './wordDocument';
import { el, escapeXml, val } from './xml';

/** What each mark sets on a run, in the order that the schema asks for (ECMA-376, part 1, section 17.3.2.28). Links are elements of their own. */
const settings = {
  bold: '<w:b/><w:bCs/>',
  italic: '<w:i/><w:iCs/>',
  strike: '<w:strike/>',
  underline: val('w:u', 'single'),
  code: '',
  link: '',
  abbreviation: '',
  annotated: '',
} as const satisfies Record<PublicMarkName | AnnotatedMark['type'], string>;

/** A run of text in a style of its own, or none. */
export function run(word: WordDocument, text: string, style: StyleId | null = null, looks = ''): string {
  if (text === '') return '';
  const properties = `${style === null ? '' : val('w:rStyle', style)}${looks}${word.right ? '<w:rtl/>' : ''}`;
  return el('w:r', {}, properties === '' ? '' : el('w:rPr', {}, properties), written(text));
}

/** Words that lead somewhere. */
export const linked = (word: WordDocument, url: string, runs: string): string => {
  const href = publicHref(url);
  return href === null ? runs : el('w:hyperlink', { 'r:id': word.link(href), 'w:history': 1 }, runs);
};

/** A date (or an instant) as a content control: in words for readers, and exactly for whoever reads the file again. */
export function dated(word: WordDocument, at: string): string {
  const instant = at.includes('T');
  const words = instant ? instantInWords(at, word.language) : dayInWords(at, word.language);
  return datedAs(word, at, words);
}

/** As `dated`, in words of one's own. */
export function datedAs(word: WordDocument, at: string, words: string): string {
  const date = el('w:date', { 'w:fullDate': `${at.slice(0, 10)}T00:00:00Z` }, val('w:dateFormat', 'yyyy-MM-dd'));
  return el('w:sdt', {}, el('w:sdtPr', {}, val('w:tag', at), date), el('w:sdtContent', {}, run(word, words)));
}

/** Inline content as runs; a link stays one when its words are partly bold. Errors: `export/unknown-node`. */
export function writeInline(word: WordDocument, content: readonly InlineJson[] | undefined): string {
  let xml = '';
  let open: string | null = null;
  let held = '';
  const close = (): void => {
    xml += open === null ? held : linked(word, open, held);
    held = '';
  };
  for (const node of content ?? []) {
    if (node.type === 'hardBreak') {
      held += '<w:r><w:br/></w:r>';
      continue;
    }
    if (node.type !== 'text') throw unknownNode((node as { type: string }).type);
    const marks = node.marks ?? [];
    const url = urlOf(marks);
    if (url !== open) {
      close();
      open = url;
    }
    held += textRun(word, node.text, marks, url !== null);
  }
  close();
  return xml;
}

/** The refusal of a node or mark that no table names. */
export const unknownNode = (type: string): StetError =>
  new StetError(
    'export/unknown-node',
    'This article has a part that this version of Stet cannot write for Word. Update Stet and export again.',
    { type },
  );

function textRun(word: WordDocument, text: string, marks: readonly MarkJson[], isLink: boolean): string {
  for (const { type } of marks) if (!Object.hasOwn(settings, type)) throw unknownNode(type);
  const on = new Set<string>(marks.map(({ type }) => type));
  const looks = (Object.keys(settings) as (keyof typeof settings)[]).filter((name) => on.has(name)).map((name) => settings[name]);
  const words = run(word, text, on.has('code') ? 'HTMLCode' : isLink ? 'Hyperlink' : null, looks.join(''));
  return on.has('annotated') ? commented(word, words, marks) : words;
}

/** Runs between the beginnings and the ends of their comments (ECMA-376, part 1, section 17.13.4). */
function commented(word: WordDocument, runs: string, marks: readonly { type: string }[]): string {
  let [before, after] = ['', ''];
  for (const mark of marks) {
    if (mark.type !== 'annotated') continue;
    const { starts, ends } = (mark as AnnotatedMark).attrs;
    const placed = (numbers: readonly number[]): number[] => numbers.filter((number) => word.comments.has(number));
    for (const id of placed(starts)) before += el('w:commentRangeStart', { 'w:id': id });
    for (const id of placed(ends)) after += commentEnd(id);
  }
  return `${before}${runs}${after}`;
}

/** Where the words of a comment end, and the sign of it. */
export const commentEnd = (id: number): string =>
  `${el('w:commentRangeEnd', { 'w:id': id })}${el('w:r', {}, el('w:rPr', {}, val('w:rStyle', 'CommentReference')), el('w:commentReference', { 'w:id': id }))}`;

function urlOf(marks: readonly MarkJson[]): string | null {
  for (const mark of marks) {
    const target = mark.type === 'link' ? mark.attrs?.target : undefined;
    if (target && 'url' in target) return publicHref(target.url);
  }
  return null;
}

/** Text, tabs and line ends of one run. */
function written(text: string): string {
  return text
    .split(/([\t\n])/u)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\n') return '<w:br/>';
      return piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
    })
    .join('');
}
