import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { publicView } from '../../document/publicView';
import { articles } from '../../document/testing/arbitrary';
import { article, box, doc, figure, h2, h3, hr, li, ol, p, pull, quote, table, ul, code } from '../../document/testing/builders';
import { wordPressExporter } from './wordPressExporter';

const body = (...blocks: Parameters<typeof doc>) =>
  wordPressExporter.write(publicView(doc(...blocks)), { whole: false }).trimEnd();

test('a quotation has its citation inside, as the editor saves it', () => {
  expect(body(quote({ speaker: 'Ada Wells', role: 'skipper' }, 'We stay.'))).toBe(
    [
      '<!-- wp:quote -->',
      '<blockquote class="wp-block-quote"><!-- wp:paragraph -->',
      '<p>We stay.</p>',
      '<!-- /wp:paragraph --><cite>Ada Wells, skipper</cite></blockquote>',
      '<!-- /wp:quote -->',
    ].join('\n'),
  );
});

test('the settings of a block stand in its comment', () => {
  expect(body(h2('Ice'))).toContain('<!-- wp:heading -->\n<h2 class="wp-block-heading">');
  expect(body(h3('Ice'))).toContain('<!-- wp:heading {"level":3} -->');
  expect(body(ol(3, li(p('Ice'), ul(li(p('thin'))))))).toContain('<!-- wp:list {"ordered":true,"start":3} -->\n<ol start="3"');
  expect(body(box('Ice', p('Cold.')))).toContain('<!-- wp:group {"layout":{"type":"constrained"}} -->');
  expect(body(p('a'), hr(), p('b'))).toContain('<!-- wp:separator -->');
  expect(body(code('x < y'))).toContain('<code>x &lt; y</code>');
  expect(body(pull('Ada', 'We stay.'))).toContain('<p>We stay.</p><cite>Ada</cite>');
  expect(body({ ...table(['Port'], ['Quay']), attrs: { headerRow: true, caption: 'Ports' } })).toContain(
    '<thead><tr><th>Port</th></tr></thead><tbody><tr><td>Quay</td></tr></tbody></table><figcaption class="wp-element-caption">Ports',
  );
  expect(body(figure('ice-1.jpg', { alt: 'Ice', caption: 'Thin.', credit: 'Ana' }))).toContain('Thin. Ana</figcaption>');
});

test('an embargo stands on top, also of the body alone', () => {
  const view = publicView(article({ embargo: { instant: '2026-03-01T05:00Z', zone: 'Europe/Berlin' } }, p('Ice.')));
  for (const whole of [true, false]) expect(wordPressExporter.write(view, { whole }).split('\n')[1]).toContain('Embargoed until');
});

test('whatever the words are, every block that is opened is closed in its order, and there is no script', () => {
  fc.assert(
    fc.property(articles, (any) => {
      const open: string[] = [];
      const visit = (node: DefaultTreeAdapterTypes.Node): void => {
        if (node.nodeName === '#comment' && 'data' in node) {
          const [, end, name] = /^ (\/?)wp:([a-z-]+) /u.exec(node.data) ?? [];
          if (end === '/') expect(open.pop()).toBe(name);
          else open.push(name ?? 'no block');
        }
        expect(node.nodeName).not.toBe('script');
        if ('childNodes' in node) node.childNodes.forEach(visit);
      };
      visit(parseFragment(wordPressExporter.write(publicView(any), { whole: true })));
      expect(open).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
