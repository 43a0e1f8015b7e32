import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { publicView } from '../../document/publicView';
import { article, p } from '../../document/testing/builders';
import { htmlExporter } from './htmlExporter';
import { parsePage } from './parsePage';
import { stylesheet } from './stylesheet';
import { allIn, findIn, lineOf, rawText, type Page } from './tree';

const page = htmlExporter.write(publicView(article({ headline: 'Ice road closed' }, p('The board met.'), p('It voted.'))), {
  whole: true,
});

const linesOf = (tree: Page): [string, number | null][] =>
  allIn(tree, () => true).map((element) => [element.tagName, lineOf(element)]);
const wordsOf = (tree: Page): string => rawText(tree);

test('a page of our own keeps every element on its line although its look is not read', () => {
  const tree = parsePage(page);
  const whole = parse(page, { sourceCodeLocationInfo: true });
  expect(page).toContain(stylesheet);
  expect(linesOf(tree)).toEqual(linesOf(whole));
  expect(wordsOf(tree)).toBe(wordsOf(whole));
});

test.each([
  ['code', `<pre>${stylesheet}</pre>`, 'pre'],
  ['a text field', `<textarea>${stylesheet}</textarea>`, 'textarea'],
  ['a title', `<title>${stylesheet}</title>`, 'title'],
  ['data', `<script type="application/ld+json">${stylesheet}</script>`, 'script'],
  ['a look with more in it', `<style>${stylesheet}p { color: red }</style><p>${stylesheet}</p>`, 'p'],
])('our style sheet as %s is words of the page', (_title, html, tagName) => {
  const element = findIn(parsePage(html), (found) => found.tagName === tagName);
  const characters = element?.childNodes[0];
  expect(characters && 'value' in characters ? characters.value : '').toContain(stylesheet.trimEnd());
});

test('our style sheet in an attribute stays there', () => {
  const text = stylesheet.replaceAll('"', "'");
  const image = findIn(
    parsePage(`<img alt='${stylesheet.replaceAll("'", '')}'><p>${text}</p>`),
    (found) => found.tagName === 'img',
  );
  expect(image?.attrs[0]?.value).toBe(stylesheet.replaceAll("'", ''));
});
