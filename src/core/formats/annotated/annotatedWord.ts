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
import { ANNOTATED, ANNOTATED_BY, type Annotation } from './annotation';
import { captionOf, findingsTitle, levelWords, wordsOf } from './copyWords';

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
  const { view, annotations, anchored, notes, summary, status } = copy;
  const word = new WordDocument(view.fields.language, inside, anchored);
  // The words of the copy itself are English and run from the left, whatever the article does.
  const english = new WordDocument('en', inside);
  const line = (text: string, style: Parameters<typeof para>[0]): string => para(style, run(english, text), LEFT);
  const elsewhere = annotations.filter(({ number }) => !anchored.has(number)).map(({ number }) => number);
  const body = [
    para(
      'AnnotatedCopy',
      // Comments whose words are not shown hang on the mark itself.
      `${elsewhere.map((id) => el('w:commentRangeStart', { 'w:id': id })).join('')}${run(english, ANNOTATED)}${elsewhere.map(commentEnd).join('')}`,
      LEFT,
    ),
    line(captionOf(copy), 'Annotation'),
    line(`${summary.join(' ')} Status: ${status}.`, 'Annotation'),
    ...(notes.length === 0
      ? []
      : [line('Private notes of the article', 'AnnotationsTitle'), ...notes.map((note) => line(note, 'Annotation'))]),
    gap,
    writeEmbargo(view, word),
    writeHead(view, word),
    writeBlocks(view.body, word),
    writeFoot(view, word),
    annotations.length === 0 ? '' : line('Annotations', 'AnnotationsTitle'),
    ...annotations.flatMap((one) => listed(one, line)),
    line(findingsTitle(copy), 'AnnotationsTitle'),
    ...(copy.findings ?? []).map(({ level, message, words }) =>
      line(`${levelWords[level]}: ${message}${words.trim() === '' ? '' : ` “${wordsOf({ words })}”`}`, 'Annotation'),
    ),
  ];
  const marked = (style: 'Header' | 'Footer', more: string): string =>
    para(style, `${run(english, ANNOTATED, null, RED)}${more}`, LEFT);
  return packageOf(word, {
    body: body.join(''),
    properties: coreXml(el('dc:title', {}, escapeXml(`${ANNOTATED}: ${view.headline.trim() || 'Untitled'}`))),
    application: ANNOTATED_BY,
    moreStyles: annotatedStyles,
    furniture: {
      header: `${marked('Header', '')}${para('Header', run(english, captionOf(copy)), LEFT)}`,
      footer: marked('Footer', `${run(english, ' · ')}${PAGE_NUMBER}`),
      ...(annotations.length === 0 ? {} : { comments: annotations.map((one) => comment(one, english)).join('') }),
    },
  });
}

const LEFT = '<w:bidi w:val="0"/>';
const RED = '<w:color w:val="A61B1B"/>';
const PAGE_NUMBER = `${el('w:r', {}, '<w:fldChar w:fldCharType="begin"/>')}${el('w:r', {}, '<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${el('w:r', {}, '<w:fldChar w:fldCharType="end"/>')}`;

function listed(annotation: Annotation, line: (text: string, style: Parameters<typeof para>[0]) => string): string[] {
  const { number, guard, lines } = annotation;
  return [
    line(`${number}. “${wordsOf(annotation)}”`, 'AnnotationWords'),
    ...(guard === null ? [] : [line(guard, 'Guard')]),
    ...lines.map(({ label, text }) => line(`${label}: ${text}`, 'Annotation')),
  ];
}

/** A comment (ECMA-376, part 1, section 17.13.4.2). It names no person and no time. */
function comment({ number, guard, lines }: Annotation, word: WordDocument): string {
  const told = [...(guard === null ? [] : [guard]), ...lines.map(({ label, text }) => `${label}: ${text}`)];
  return el(
    'w:comment',
    { 'w:id': number, 'w:author': 'Annotated copy', 'w:initials': 'AC' },
    ...told.map((text, index) =>
      para(
        'CommentText',
        `${index === 0 ? REFERENCE : ''}${run(word, text, null, guard !== null && index === 0 ? `<w:b/>${RED}` : '')}`,
      ),
    ),
  );
}

const REFERENCE = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>';
