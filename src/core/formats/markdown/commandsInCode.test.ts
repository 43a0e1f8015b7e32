import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, code, p, tt } from '../../document/testing/builders';
import { publicView } from '../../document/publicView';
import { shieldCommands, unshieldCommands } from './commandsInCode';
import { hugoExporter, jekyllExporter } from './markdownExporter';
import { hugo, jekyll } from './presets';

const pieces = ['{{<', '>}}', '{{%', '%}}', '/*', '*/', '{%', '{{', '}}', ' raw ', 'endraw', 'a', '\n', '<', '%'];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((list) => list.join(''));

test.each([hugo, jekyll])('$title: what is shielded comes back as it was, also where it looks shielded already', (preset) => {
  fc.assert(
    fc.property(texts, (text) => unshieldCommands(shieldCommands(text, preset), preset) === text),
    {
      numRuns: 2000,
    },
  );
});

const view = publicView(article({}, p('Write ', ...tt('{{< ref "x" >}}'), '.'), code('{% include x %}')));

test('Hugo shows a shortcode in code instead of carrying it out', () =>
  expect(hugoExporter.write(view, { whole: true })).toContain('`{{</* ref "x" */>}}`'));

test('Jekyll takes no command out of code', () =>
  expect(jekyllExporter.write(view, { whole: true })).toMatch(
    /\n\{% raw %\}\nWrite [\s\S]*\{% include x %\}[\s\S]*\{% endraw %\}\n$/u,
  ));
