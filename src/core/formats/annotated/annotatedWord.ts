import { packed } from '../docx/packed';
import { para } from '../docx/paragraph';
import { flat, type Part } from '../docx/parts';
import { annotatedStyles } from '../docx/styles';
import { WordDocument } from '../docx/wordDocument';
import { gap, writeBlocks } from '../docx/writeBlocks';
import { commentEnd, run } from '../docx/writeInline';
import { coreXml, packageOf } from '../docx/writePackage';
import { writeEmbargo, writeFoot, writeHead } from '../docx/writePage';
import { el, escapeXml } from '../docx/xml';
import type { AnnotatedCopy } from './annotatedCopy';
import { ANNOTATED_BY, type Annotation } from './annotation';
import { aboutLine, captionOf, findingsTitle, wordsOf } from './copyLines';
import type { CopyWords } from './words/copyWords';
import { copyWordsIn } from './words/languages';

/** An annotated copy as a Word file: see `annotatedParts`. Errors: `export/unknown-node`. */
export const annotatedWord = (copy: AnnotatedCopy, inside: ReadonlyMap<string, string>): Uint8Array =>
  packed(annotatedParts(copy, inside));

/** The same as one text: what the file holds, for whoever looks through it. */
export const annotatedWordText = (copy: AnnotatedCopy, inside: ReadonlyMap<string, string>): string =>
  flat(annotatedParts(copy, inside));

/**
 * The parts of the file: the mark in the header and the footer of every page and before everything else, the annotations as
 * comments on their words and once more as a list at the end. `inside` are its pictures by file.
 */
function annotatedParts(copy: AnnotatedCopy, inside: ReadonlyMap<string, string>): Part[] {
  const { view, annotations, anchored, notes } = copy;
  const words = copyWordsIn(view.fields.language);
  const { mark, colon } = words;
  const word = new WordDocument(view.fields.language, inside, anchored);
  // The words of the copy itself run from the left, whatever the article does; what the checks say is English.
  const own = new WordDocument(words.language, inside);
  const english = new WordDocument('en', inside);
  const line: Line = (text, style) => para(style, run(own, text), LEFT);
  const elsewhere = annotations.filter(({ number }) => !anchored.has(number)).map(({ number }) => number);
  const body = [
    para(
      'AnnotatedCopy',
      // Comments whose words are not shown hang on the mark itself.
      `${elsewhere.map((id) => el('w:commentRangeStart', { 'w:id': id })).join('')}${run(own, mark)}${elsewhere.map(commentEnd).join('')}`,
      LEFT,
    ),
    line(captionOf(copy), 'Annotation'),
    line(aboutLine(copy), 'Annotation'),
    ...(notes.length === 0
      ? []
      : [line(words.articleNotes, 'AnnotationsTitle'), ...notes.map((note) => line(note, 'Annotation'))]),
    gap,
    writeEmbargo(view, word),
    writeHead(view, word),
    writeBlocks(view.body, word),
    writeFoot(view, word),
    annotations.length === 0 ? '' : line(words.annotations, 'AnnotationsTitle'),
    ...annotations.flatMap((one) => listed(one, line, words)),
    line(findingsTitle(copy), 'AnnotationsTitle'),
    ...(copy.findings ?? []).map(({ level, message, words: about }) => {
      const quoted = about.trim() === '' ? '' : ` ${quotedIn(words, wordsOf({ words: about }))}`;
      return para('Annotation', `${run(own, `${words.levels[level]}${colon}`)}${run(english, message)}${run(own, quoted)}`, LEFT);
    }),
  ];
  const marked = (style: 'Header' | 'Footer', more: string): string => para(style, `${run(own, mark, null, RED)}${more}`, LEFT);
  return packageOf(word, {
    body: body.join(''),
    properties: coreXml(el('dc:title', {}, escapeXml(`${mark}: ${view.headline.trim() || words.untitled}`))),
    application: ANNOTATED_BY,
    moreStyles: annotatedStyles,
    furniture: {
      header: `${marked('Header', '')}${para('Header', run(own, captionOf(copy)), LEFT)}`,
      footer: marked('Footer', `${run(own, ' · ')}${PAGE_NUMBER}`),
      ...(annotations.length === 0 ? {} : { comments: annotations.map((one) => comment(one, own, words)).join('') }),
    },
  });
}

const LEFT = '<w:bidi w:val="0"/>';
const RED = '<w:color w:val="A61B1B"/>';
const PAGE_NUMBER = `${el('w:r', {}, '<w:fldChar w:fldCharType="begin"/>')}${el('w:r', {}, '<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${el('w:r', {}, '<w:fldChar w:fldCharType="end"/>')}`;

type Line = (text: string, style: Parameters<typeof para>[0]) => string;

const quotedIn = ({ quotes: [open, close] }: CopyWords, text: string): string => `${open}${text}${close}`;

function listed(annotation: Annotation, line: Line, words: CopyWords): string[] {
  const { number, guard, lines } = annotation;
  return [
    line(`${number}. ${quotedIn(words, wordsOf(annotation))}`, 'AnnotationWords'),
    ...(guard === null ? [] : [line(guard, 'Guard')]),
    ...lines.map(({ label, text }) => line(`${label}${words.colon}${text}`, 'Annotation')),
  ];
}

/** A comment (ECMA-376, part 1, section 17.13.4.2). It names no person and no time. */
function comment({ number, guard, lines }: Annotation, word: WordDocument, { colon, author }: CopyWords): string {
  const told = [...(guard === null ? [] : [guard]), ...lines.map(({ label, text }) => `${label}${colon}${text}`)];
  return el(
    'w:comment',
    { 'w:id': number, 'w:author': author[0], 'w:initials': author[1] },
    ...told.map((text, index) =>
      para(
        'CommentText',
        `${index === 0 ? REFERENCE : ''}${run(word, text, null, guard !== null && index === 0 ? `<w:b/>${RED}` : '')}`,
      ),
    ),
  );
}

const REFERENCE = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>';
