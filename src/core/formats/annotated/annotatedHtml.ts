import { directionOf } from '../html/direction';
import { element, startTag, worded } from '../html/element';
import { embargoLine } from '../html/embargoLine';
import { writeArticle } from '../html/page';
import { withPicturesInside } from '../html/pictures';
import { stylesheet } from '../html/stylesheet';
import type { AnnotatedCopy } from './annotatedCopy';
import { ANNOTATED_BY, type Annotation } from './annotation';
import { aboutLine, captionOf, findingsTitle, wordsOf } from './copyLines';
import type { CopyWords } from './words/copyWords';
import { copyWordsIn } from './words/languages';

/**
 * An annotated copy as a page: the mark in sight all the time on a screen and over every page in print, the article with its
 * annotated words marked, then the annotations. Loads nothing; `inside` are its pictures by file. Errors: `export/unknown-node`.
 */
export function annotatedHtml(copy: AnnotatedCopy, inside: ReadonlyMap<string, string>): string {
  const { view } = copy;
  const { language } = view.fields;
  const words = copyWordsIn(language);
  const { mark, untitled } = words;
  // The words of the copy itself, which are English where Stet has none in the language of the article.
  const ours: Own = { words, attributes: { lang: words.language, dir: 'ltr' } };
  const page = [
    '<!doctype html>',
    startTag('html', { lang: language, dir: directionOf(language) }),
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    startTag('meta', { name: 'generator', content: ANNOTATED_BY }),
    '<meta name="robots" content="noindex, nofollow, noarchive">',
    worded('title', {}, `${mark}: ${view.headline.trim() || untitled}`),
    `<style>\n${stylesheet}${lookOf(mark)}</style>`,
    '</head>',
    '<body>',
    element('div', { class: 'copy', role: 'note', ...ours.attributes }, `${worded('strong', {}, mark)} ${captioned(copy)}`),
    '<main>',
    about(copy, ours),
    ...embargoLine(view.fields),
    ...writeArticle(view),
    annotations(copy, ours),
    findings(copy, ours),
    '</main>',
    '</body>',
    '</html>\n',
  ];
  return withPicturesInside(page.filter((line) => line !== '').join('\n'), inside);
}

/** The words of the copy itself, and what says of them which language they are in. */
interface Own {
  words: CopyWords;
  attributes: { lang: string; dir: 'ltr' };
}

const captioned = (copy: AnnotatedCopy): string => element('span', { dir: 'auto' }, worded('bdi', {}, captionOf(copy)));

function about(copy: AnnotatedCopy, { words, attributes }: Own): string {
  const { notes } = copy;
  return [
    startTag('section', { class: 'about', ...attributes }),
    worded('p', {}, aboutLine(copy)),
    ...(notes.length === 0
      ? []
      : [worded('p', { class: 'title' }, words.articleNotes), ...notes.map((line) => worded('p', { dir: 'auto' }, line))]),
    '</section>',
  ].join('\n');
}

function annotations({ annotations: all, anchored }: AnnotatedCopy, { words, attributes }: Own): string {
  if (all.length === 0) return '';
  return [
    startTag('section', { class: 'annotations', ...attributes }),
    worded('h2', {}, words.annotations),
    '<ol>',
    ...all.map((one) => item(one, anchored.has(one.number), words)),
    '</ol>',
    '</section>',
  ].join('\n');
}

function item(annotation: Annotation, anchored: boolean, { toWords }: CopyWords): string {
  const { number, guard, lines } = annotation;
  const words = element('p', { class: 'words' }, worded('q', { dir: 'auto' }, wordsOf(annotation)));
  const facts = lines.map(({ label, text }) => `${worded('dt', {}, label)}${worded('dd', { dir: 'auto' }, text)}`);
  const back = anchored ? ` ${worded('a', { href: `#words-${number}` }, toWords)}` : '';
  return [
    startTag('li', { id: `annotation-${number}`, class: guard === null ? null : 'guarded', value: String(number) }),
    words,
    ...(guard === null ? [] : [worded('p', { class: 'guard' }, guard)]),
    `<dl>${facts.join('')}</dl>`,
    ...(back === '' ? [] : [element('p', { class: 'back' }, back.trim())]),
    '</li>',
  ].join('\n');
}

function findings(copy: AnnotatedCopy, { words: own, attributes }: Own): string {
  const open = copy.findings ?? [];
  return [
    startTag('section', { class: 'findings', ...attributes }),
    worded('h2', {}, findingsTitle(copy)),
    ...(open.length === 0
      ? []
      : [
          '<ul>',
          ...open.map(({ level, message, words }) => {
            const quoted = words.trim() === '' ? '' : ` ${worded('q', { dir: 'auto' }, wordsOf({ words }))}`;
            return element(
              'li',
              {},
              `${worded('strong', {}, own.levels[level])}${own.colon}${worded('span', ENGLISH, message)}${quoted}`,
            );
          }),
          '</ul>',
        ]),
    '</section>',
  ].join('\n');
}

/** What the checks say is English, whatever the copy is in. */
const ENGLISH = { lang: 'en', dir: 'ltr' };

/**
 * In print the body is a table, whose head every browser repeats over each page and keeps room for; what the page box says at its
 * foot, only some do.
 */
const lookOf = (mark: string): string => `:root { --guard: #a61b1b; --marked: #fff1c9; }
@media (prefers-color-scheme: dark) { :root { --guard: #ff9b90; --marked: #4a3d14; } }
.copy { position: sticky; inset-block-start: 0; z-index: 1; padding: .5em 1.25rem; border-block-end: 3px solid var(--guard); background: var(--paper); font-size: .9rem; user-select: none; }
.copy strong { color: var(--guard); text-transform: uppercase; letter-spacing: .03em; }
mark { background: var(--marked); color: inherit; }
mark.guarded { border-block-end: 3px solid var(--guard); }
.ref { font-size: .7em; user-select: none; scroll-margin-block-start: 5rem; }
.about, .annotations, .findings { max-inline-size: 66ch; margin-inline: auto; padding: 1rem 1.25rem; }
.about p:not(.title), .annotations li, .findings li { font-size: .95rem; }
.about .title { font-weight: bold; }
.about .title, .annotations h2, .findings h2 { margin-block: 1em .4em; font-size: 1.15rem; }
.about p, dd { white-space: pre-wrap; }
.annotations { border-block-start: 3px solid var(--line); }
.annotations li, .findings li { white-space: normal; }
.annotations li { margin-block: 0 1.4em; scroll-margin-block-start: 5rem; }
.annotations li.guarded { padding-inline-start: .8em; border-inline-start: 4px solid var(--guard); }
.words { margin: 0 0 .3em; font-style: italic; }
.guard { margin: 0 0 .3em; color: var(--guard); font-weight: bold; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1em .8em; margin: 0; font-size: .9em; }
dt { color: var(--quiet); }
dd { margin: 0; }
.back { margin: .3em 0 0; font-size: .85em; }
@media print {
  :root { --guard: #a61b1b; --marked: #f0f0f0; }
  @page { margin: 1.5cm 2cm 2cm; @bottom-center { content: "${mark} · " counter(page) " / " counter(pages); font: 8pt/1 ui-serif, Georgia, serif; color: #a61b1b; } }
  body { display: table; inline-size: 100%; table-layout: fixed; }
  .copy { display: table-header-group; position: static; break-inside: avoid; border: 0; font-size: 9pt; }
  .copy strong { display: block; padding-block-start: .3em; border-block-start: 2px solid; }
  .copy span { display: block; margin-block-end: 1.2em; padding-block-end: .3em; border-block-end: 1px solid #999; }
  main { display: table-row-group; }
  mark:not(.guarded) { border-block-end: 1px solid #666; }
  .about, .annotations, .findings { max-inline-size: none; padding-inline: 0; font-size: 10pt; }
  .annotations { break-before: page; border: 0; }
  .annotations li { break-inside: avoid; }
  .back { display: none; }
}
`;
