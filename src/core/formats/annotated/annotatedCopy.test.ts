import { HtmlValidate } from 'html-validate';
import { unzipSync } from 'fflate/browser';
import { describe, expect, test } from 'vitest';
import { examine } from '../../checks/examine';
import { publicView } from '../../document/publicView';
import { nowhere } from '../../document/resolver';
import { checkDocument } from '../../document/schema';
import { article, p } from '../../document/testing/builders';
import { noLexicon } from '../../repair/lexicon';
import { docxImporter } from '../docx/docxImporter';
import { unpacked } from '../docx/unpacked';
import { htmlImporter } from '../html/htmlImporter';
import { exporters, importerFor, readSource } from '../registry';
import { annotatedCopyOf } from './annotatedCopy';
import { annotatedHtml } from './annotatedHtml';
import { annotatedWord, annotatedWordText } from './annotatedWord';
import { copyWordsIn } from './words/languages';
import { guardedStory } from './testing/guardedStory';

const { mark: ANNOTATED } = copyWordsIn('en');
const doc = checkDocument(guardedStory);
const findings = examine(doc, { of: 'article', lexicon: noLexicon });
const copyOf = (guarded: boolean, of = doc) =>
  annotatedCopyOf(of, (marked) => publicView(marked, undefined, nowhere), { guarded, findings, day: '2026-02-04' });
const forms = [
  ['page', (guarded: boolean, of = doc) => annotatedHtml(copyOf(guarded, of), new Map())],
  ['Word file', (guarded: boolean, of = doc) => annotatedWordText(copyOf(guarded, of), new Map())],
] as const;
const words = (markup: string): string => markup.replace(/<[^>]*>/gu, '');
const context = { language: 'en', name: null, part: 'page' } as const;

describe.each(forms)('as a %s', (_name, written) => {
  const [whole, guarded] = [written(false), written(true)];

  test('it holds the article, every note, every quotation and what is known of each', () => {
    for (const said of [
      'The harbour audit that nobody signed',
      'ARTICLENOTE do not call',
      'Second line of notes',
      'STANDFIRSTNOTE ask legal',
      'FIRSTNOTE who counted?',
      'LISTNOTE check the month',
      'BOXNOTE',
      'NOTE on a headline',
      'TAPE 4',
      '3:10',
      'ORIGINALWORDS',
      'The figures are correct.',
      'THE WORDS CHANGED since they were checked',
      'Not checked',
      'On background: for print without the name',
      'OFF THE RECORD: not for print',
      'Nobody is named',
      'The desk will ask',
    ])
      expect(words(whole)).toContain(said);
  });

  test('it says what it is before anything else, in capitals or not, with the headline and the day', () => {
    expect(words(whole).indexOf(ANNOTATED)).toBeLessThan(words(whole).indexOf('Nobody counted'));
    expect(words(whole)).toContain('The harbour audit that nobody signed · 4 February 2026');
  });

  test('with their names left out, it does not say who protected sources are, in notes and findings neither', () => {
    for (const name of ['Vessala', 'Irma', 'deputy harbour', 'Salme', 'Orrin', 'dropbox.example']) {
      expect(words(whole)).toContain(name);
      expect(guarded).not.toContain(name);
    }
    expect(guarded).toContain('[name left out]');
    expect(guarded).toContain('PROTECT: said on background. The source is not to be named.');
    expect(guarded).toContain('PROTECT: said off the record.');
    // Those on the record are named.
    for (const kept of ['Joon Marek', 'radio.example/marek']) expect(guarded).toContain(kept);
  });

  test('it is not read back: nothing private may come in as copy', () => {
    expect(() => importerFor(whole, null, null).read(whole, context)).toThrow(/annotated copy/u);
  });

  test('the same article gives the same text', () => expect(written(true)).toBe(guarded));

  test('an article without notes and quotations has a copy too, which says so', () => {
    const plain = written(true, checkDocument(article({ headline: 'Plain' }, p('Words.'))));
    expect(plain).toContain('No quotations. No private notes on words.');
  });

  test.each(['id', 'anotherarticle0000000', 'data-'])('it shows no %s', (trace) => {
    expect(words(whole)).not.toContain(trace === 'id' ? 'undefined' : trace);
    expect(whole).not.toMatch(/\sdata-/u);
  });
});

test('the article prints a protected name all the same where its own text has it; that is told, not changed', () => {
  const of = checkDocument({
    ...guardedStory,
    content: [...guardedStory.content, p('Irma Vessala has worked there since 2011.')],
  } as typeof guardedStory);
  const { printed, view } = copyOf(true, of);
  expect(printed).toEqual(['Irma Vessala']);
  expect(JSON.stringify(view)).toContain('Irma Vessala has worked there since 2011.');
  expect(copyOf(true).printed).toEqual([]);
});

test('the words of the article are all there, in their order', () => {
  const view = publicView(doc, undefined, nowhere);
  const bare = (value: unknown): string => JSON.stringify(value, (key, one: unknown) => (key === 'marks' ? undefined : one));
  const text = (value: unknown): string =>
    [...bare(value).matchAll(/"text":"((?:[^"\\]|\\.)*)"/gu)].map(([, said]) => said).join('');
  expect(text(copyOf(false).view.body)).toBe(text(view.body));
});

describe('the page', () => {
  const page = annotatedHtml(copyOf(false), new Map());
  test('is valid and has no script', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
      // As for a page to be published: matters of style.
      rules: { 'doctype-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off', 'require-sri': 'off' },
    });
    const { results } = await validator.validateString(page);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
    expect(page).not.toMatch(/<script|\son\w+=/iu);
  });
  test('keeps the mark in sight on a screen and repeats it on every sheet of paper', () => {
    expect(page).toMatch(/\.copy \{ position: sticky;/u);
    expect(page).toMatch(
      /@media print \{[^@]*@page[^}]*@bottom-center \{ content: "Annotated copy – private – not for publication/u,
    );
    expect(page).toMatch(/\.copy \{ display: table-header-group;/u);
  });
  test('leads from the words to what is said of them, and back', () => {
    const numbers = [...page.matchAll(/href="#annotation-(\d+)"/gu)].map(([, number]) => Number(number));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    // A link that shows a headline which may not be named has no words to mark.
    expect(numbers).toHaveLength(copyOf(false).annotations.length - 1);
    for (const number of numbers) {
      expect(page).toContain(`id="annotation-${number}"`);
      expect(page).toContain(`href="#words-${number}"`);
    }
    expect(page).toContain('<mark><strong>counted</strong></mark><sup class="ref"><a id="words-2"');
  });
  test('is known again after another program has saved it', () => {
    const saved = page.replace(/<meta name="generator"[^>]*>/u, '').replace(/ class="[^"]*"/gu, '');
    expect(() => htmlImporter.read(saved, context)).toThrow(/annotated copy/u);
    expect(() => readSource({ text: words(page.slice(page.indexOf('<body>'))) }, 'text', context)).toThrow(/annotated copy/u);
  });
});

describe('the Word file', () => {
  const bytes = annotatedWord(copyOf(false), new Map());
  const files = unzipSync(bytes);
  const part = (name: string): string => new TextDecoder().decode(files[`word/${name}.xml`]);
  test('has the mark in the header and the footer of every page, and nothing makes the first one another', () => {
    expect(words(part('header'))).toContain(ANNOTATED);
    expect(words(part('header'))).toContain('The harbour audit that nobody signed · 4 February 2026');
    expect(words(part('footer'))).toContain(ANNOTATED);
    expect(part('document')).toMatch(/<w:sectPr><w:headerReference w:type="default" r:id="rId\d+"\/><w:footerReference/u);
    expect(part('document')).not.toContain('w:titlePg');
    expect(words(part('document')).trimStart().startsWith(ANNOTATED)).toBe(true);
  });
  test('has a comment for each annotation, anchored once', () => {
    const document = part('document');
    for (const { number } of copyOf(false).annotations) {
      expect(part('comments').split(`<w:comment w:id="${number}"`)).toHaveLength(2);
      for (const tag of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
        expect(document.split(`<w:${tag} w:id="${number}"/>`)).toHaveLength(2);
    }
    expect(document).toMatch(/<w:commentRangeStart w:id="2"\/><w:r><w:t xml:space="preserve">Nobody <\/w:t>/u);
  });
  test('names every style that it uses', () => {
    const used = [
      ...`${part('document')}${part('comments')}${part('header')}${part('footer')}`.matchAll(/w:[pr]Style w:val="([^"]+)"/gu),
    ];
    for (const [, id] of used) expect(part('styles')).toContain(`w:styleId="${id ?? ''}"`);
  });
  test('names no person as its author and no time', () => {
    const core = new TextDecoder().decode(files['docProps/core.xml']);
    expect(core).not.toMatch(/creator|created|modified/u);
    expect(part('comments')).not.toMatch(/w:date/u);
  });
  test('is not read back, even when a word processor has dropped its styles', () => {
    expect(() => docxImporter.read(unpacked(bytes), context)).toThrow(/annotated copy/u);
    const bare = unpacked(bytes).replace(/Annotated Copy/gu, 'Body Text');
    expect(() => docxImporter.read(bare, context)).toThrow(/annotated copy/u);
  });
});

test('no format of the registry is one, so no dialog, site, batch or copy can choose it', () => {
  expect(exporters.filter(({ id, title }) => /annotated/iu.test(`${id} ${title}`))).toEqual([]);
  for (const exporter of exporters)
    expect(exporter.write(publicView(doc), { whole: true })).not.toMatch(
      /Annotated copy|ARTICLENOTE|FIRSTNOTE|AGAINST|TAPE 4|Vessala/u,
    );
});
