import { expect, test } from 'vitest';
import { publicView } from '../../document/publicView';
import {
  a,
  abbr,
  b,
  box,
  br,
  code,
  h2,
  h3,
  hr,
  i,
  li,
  ol,
  p,
  publicQuote,
  pull,
  related,
  table,
  ul,
} from '../../document/testing/builders';
import { withoutTracking } from './href';
import { htmlImporter } from './htmlImporter';

const read = (html: string, part: 'page' | 'fragment' = 'page') => htmlImporter.read(html, { language: 'en', name: null, part });
const body = (html: string) => publicView(read(`<body>${html}`, 'fragment').doc).body;
const captioned = (caption: string, made: ReturnType<typeof table>) => ({ ...made, attrs: { headerRow: true, caption } });
const why = (html: string, part?: 'page' | 'fragment') =>
  read(html, part).leftOut.map(({ text, why: reason }) => `${text}: ${reason}`);

const page = `<!DOCTYPE html><html lang="en-GB"><head><title>Harbour shut | The Quay</title>
<meta property="og:title" content="Harbour shut for a week"><meta property="og:site_name" content="The Quay">
<meta property="article:published_time" content="2026-03-01T08:00:00Z"><link rel="canonical" href="https://quay.example/2026/harbour">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"@type":"Person","name":"Ana Reis","jobTitle":"Port reporter","url":"https://quay.example/ana"}}</script></head>
<body><header><h1>The Quay</h1><nav><a href="/">Front</a></nav></header>
<main><nav aria-label="Breadcrumb"><ol><li>Home</li><li>News</li><li>Ports</li><li>Harbour shut for a week</li></ol></nav>
<article><h1>Harbour shut for a week</h1><div class="share-bar"><a href="#">Post it</a></div>
<figure><img src="/img/crane.jpg?w=300" alt="A crane in fog"><figcaption>The fog on Sunday</figcaption></figure>
<p>The harbour   master
closed the port. See <a href="/tide?utm_source=x">the tide table</a>.</p>
<h2>What now</h2>
<blockquote cite="https://quay.example/talk"><p>Nobody sails.</p><footer>— Ivo Lind, harbour master</footer></blockquote>
<aside>Read also: <a href="/fog">A winter of fog</a></aside>
<p>Ferries wait.</p></article></main>
<nav><a rel="prev" href="/2026/ice">Previous article: Ice on the quay</a> <a rel="next" href="/2026/sun">Sun at last</a></nav>
<footer>All rights reserved</footer></body></html>`;

test('a page of another site becomes an article with everything that it says of itself', () => {
  const { doc, neighbours } = read(page);
  const view = publicView(doc);
  expect(view.headline).toBe('Harbour shut for a week');
  expect(view.fields).toMatchObject({
    language: 'en-GB',
    section: ['News', 'Ports'],
    byline: [{ name: 'Ana Reis', role: 'Port reporter', url: 'https://quay.example/ana' }],
    publishedAt: '2026-03-01T08:00:00Z',
    canonicalUrl: 'https://quay.example/2026/harbour',
  });
  expect(view.body).toEqual([
    p('The fog on Sunday'),
    p('The harbour master closed the port. See ', a('https://quay.example/tide', 'the tide table'), '.'),
    h2('What now'),
    publicQuote({ speaker: 'Ivo Lind', role: 'harbour master', sourceUrl: 'https://quay.example/talk' }, 'Nobody sails.'),
    related('Read also', 'A winter of fog', { url: 'https://quay.example/fog' }),
    p('Ferries wait.'),
  ]);
  expect(neighbours).toEqual({
    seriesName: null,
    previous: { title: 'Ice on the quay', url: 'https://quay.example/2026/ice' },
    next: { title: 'Sun at last', url: 'https://quay.example/2026/sun' },
  });
});

test('what is not the article is left out and told', () => {
  const told = why(page);
  for (const expected of [
    'Home: start of a breadcrumb',
    'Harbour shut for a week: headline repeated',
    'Post it: buttons for sharing',
    'A crane in fog: an image; Stet loads nothing from elsewhere',
    'All rights reserved: foot of the page',
  ]) {
    expect(told).toContain(expected);
  }
});

test.each([
  [
    'marks',
    '<p>a <b>b</b> <em>c</em> <abbr title="United Nations">UN</abbr></p>',
    [p('a ', b('b'), ' ', i('c'), ' ', abbr('United Nations', 'UN'))],
  ],
  ['white space as a browser shows it', '<p> a \n  b <i> c </i> d&nbsp;&nbsp;e </p>', [p('a b ', i('c '), 'd\u00a0\u00a0e')]],
  [
    'no glued words at the edge of blocks',
    'one<div>two</div>three<p>four<br>five</p>',
    [p('one'), p('two'), p('three'), p('four', br(), 'five')],
  ],
  ['two breaks are a new paragraph', '<p>one<br><br>two</p>', [p('one'), p('two')]],
  ['headings', '<h1>A</h1><h2>B</h2><h3>C</h3><h6>D</h6>', [h2('A'), h2('B'), h3('C'), h3('D')]],
  [
    'lists, also directly in lists',
    '<ol start="3"><li>a<ul><li>b</ul><li><p>c</ol><ul><li>x</li><ul><li>y</ul></ul>',
    [ol(3, li(p('a'), ul(li(p('b')))), li(p('c'))), ul(li(p('x'), ul(li(p('y')))))],
  ],
  ['code', '<pre><code class="language-js">a\n  b &lt; c</code></pre>', [code('a\n  b < c', 'js')]],
  ['a rule', '<p>a<hr>b', [p('a'), hr(), p('b')]],
  [
    'a figure with its caption',
    '<figure><blockquote>Yes.</blockquote><figcaption>Ana Reis, pilot, <cite>Radio Quay</cite></figcaption></figure>',
    [publicQuote({ speaker: 'Ana Reis', role: 'pilot', sourceTitle: 'Radio Quay' }, 'Yes.')],
  ],
  [
    'a quotation signed with a dash',
    '<blockquote><p>Yes.</p><p>– Ana Reis</p></blockquote>',
    [publicQuote({ speaker: 'Ana Reis' }, 'Yes.')],
  ],
  ['a table of data', '<table><tr><th>Port<th>Days<tr><td>Quay<td>7</table>', [table(['Port', 'Days'], ['Quay', '7'])]],
  [
    'a table with a caption, several paragraphs and a list in a cell',
    '<table><caption>Days lost</caption><thead><tr><td></td><th>Why</th></tr></thead><tr><td>Quay</td><td><p>Fog.</p><ul><li>thick</li></ul></td></tr></table>',
    [captioned('Days lost', table(['', 'Why'], ['Quay', [p('Fog.'), p('thick')]]))],
  ],
  [
    'a table without headings, its rows of unequal length',
    '<table><tr><td>Quay<td>7<tr><td>Mole</table>',
    [{ ...table(['Quay', '7'], ['Mole', '']), attrs: { headerRow: false, caption: '' } }],
  ],
  [
    'a caption with a link, which a table has no place for',
    '<table><caption>From <a href="https://quay.example/">the log</a></caption><tr><th>Port<th>Days<tr><td>Quay<td>7</table>',
    [p('From ', a('https://quay.example/', 'the log')), table(['Port', 'Days'], ['Quay', '7'])],
  ],
  [
    'merged cells, their words once',
    '<table><tr><th rowspan=2>Port<th colspan=2>Days<tr><th>lost<th>won<tr><td>Quay<td>7<td>1</table>',
    [table(['Port', 'Days', ''], ['', 'lost', 'won'], ['Quay', '7', '1'])],
  ],
  [
    'a pull quote that says so',
    '<aside class="pull-quote"><p>Nobody sails.</p><cite>— Ivo Lind</cite></aside>',
    [pull('Ivo Lind', 'Nobody sails.')],
  ],
  [
    'a pull quote around a blockquote',
    '<figure class="wp-block-pullquote"><blockquote><p>Nobody<br>sails.</p><cite>Ivo Lind</cite></blockquote></figure>',
    [pull('Ivo Lind', 'Nobody', br(), 'sails.')],
  ],
  [
    'a fact box that says so',
    '<div class="fact-box"><h3>The quay</h3><p>Built in 1911.</p><ul><li>300 m</li></ul></div>',
    [box('The quay', p('Built in 1911.'), ul(li(p('300 m'))))],
  ],
  [
    'a fact box that holds a quotation keeps both, and is no box',
    '<div class="factbox"><h3>The quay</h3><blockquote>Old.</blockquote></div>',
    [h3('The quay'), publicQuote({}, 'Old.')],
  ],
  [
    'a table that lays out a mail',
    '<table><tr><td><p>One.</p><p>Two.</p></td><td><div>Three.</div></td></tr></table>',
    [p('One.'), p('Two.'), p('Three.')],
  ],
  ['unknown elements', '<x-card>One<x-b>two</x-b></x-card>', [p('Onetwo')]],
  ['comments and programs', '<p>a<!-- secret -->b<script>x()</script><style>p{}</style></p>', [p('ab')]],
] as const)('%s', (_name, html, expected) => {
  expect(body(html)).toEqual(expected);
});

test('a copy from a word processor keeps its emphasis, lists and quotations, and nothing of its machinery', () => {
  const word = `Version:1.0\r\nStartHTML:0000000105\r\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><o:p>never</o:p></xml><![endif]--><style>p.MsoNormal{}</style></head><body><!--StartFragment-->
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Lead</b> words<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·</span>Inner</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Second</p>
<p class=MsoIntenseQuote>Quoted words<o:p></o:p></p><!--EndFragment--></body></html>`;
  expect(publicView(read(word, 'fragment').doc).body).toEqual([
    p(b('Lead'), ' words'),
    ol(1, li(p('First'), ul(li(p('Inner')))), li(p('Second'))),
    publicQuote({}, 'Quoted words'),
  ]);
  const docs =
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Plain </span><span style="font-weight:700;font-style:italic">strong</span></p></b>';
  expect(publicView(read(docs, 'fragment').doc).body).toEqual([p('Plain ', b(i('strong')))]);
});

test('a mail keeps its words, links and quoted reply, and nothing that follows the reader', () => {
  const mail = `<div dir="ltr"><div style="font-family:Arial">Dear desk,<br><br>see <a href="https://quay.example/plan?utm_source=mail&amp;id=7&amp;fbclid=x#p2">the plan</a>.</div>
<ul style="margin:0"><li><span style="color:red">One</span></li><li>Two</li></ul><img src="https://track.example/open.gif" width="1" height="1" alt="">
<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Sun, Ana wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex"><div>Is it true?</div></blockquote></div></div>`;
  const { doc: made } = read(mail, 'fragment');
  const { body: blocks } = publicView(made);
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'bulletList', 'paragraph', 'quote']);
  expect(JSON.stringify(blocks)).toContain('"url":"https://quay.example/plan?id=7#p2"');
  expect(JSON.stringify(blocks)).not.toMatch(/utm_|fbclid|track\.example|color/u);
});

test.each([
  ['https://a.example/?utm_source=x', 'https://a.example/'],
  ['https://a.example/s?q=1&utm_medium=m&x#y', 'https://a.example/s?q=1&x#y'],
  ['https://a.example/s?utm=1&q=fbclid', 'https://a.example/s?utm=1&q=fbclid'],
  ['https://a.example/#a?utm_source=x', 'https://a.example/#a?utm_source=x'],
])('the address %s without what follows a reader', (url, wanted) => {
  expect(withoutTracking(url)).toBe(wanted);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6a;&#x61;vascript&colon;alert(1)',
  'javascript&Tab;:alert(1)',
  '&#1;javascript:alert(1)',
  'data:text/html,<b>',
  'vbscript:x',
  '//host/x',
  '/\\host/x',
  '\\\\host\\x',
  '&#47;/host',
  'file:///etc/passwd',
  'blob:https://x/y',
  'http:',
  'https://',
  'x',
])('the address %s is not taken over, and its words are', (url) => {
  const imported = read(`<base href="https://evil.example/"><p>One <a href="${url}">two</a></p>`, 'fragment');
  expect(JSON.stringify(imported.doc)).not.toMatch(/"link"/u);
  expect(publicView(imported.doc).body).toEqual([p('One two')]);
  expect(imported.leftOut).toHaveLength(1);
});

test.each([
  ['event attributes', '<p onclick="x()" onmouseover=x>Words <img src=x onerror="x()"></p>'],
  ['styles that load', '<p style="background:url(https://evil.example/a)">Words</p><link rel=stylesheet href=//evil.example>'],
  [
    'drawings',
    '<p>Words</p><svg><script>x()</script><a xlink:href="javascript:x()"></a><foreignObject><iframe src="javascript:x()"></iframe></foreignObject></svg>',
  ],
  ['namespaces', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x()&gt;">Words'],
  ['templates', '<template><script>x()</script><p>never</p></template><p>Words</p>'],
  ['base and refresh', '<base href="javascript:x()"><meta http-equiv=refresh content="0;url=javascript:x()"><p>Words</p>'],
  [
    'frames',
    '<iframe srcdoc="<script>x()</script>"></iframe><object data="javascript:x()"></object><embed src="javascript:x()"><p>Words</p>',
  ],
  ['broken markup', '<p>Words</p><<script>x()</script><img """><script>x()</script>">'],
])('of %s only the words come through', (_name, html) => {
  const json = JSON.stringify(read(html, 'fragment').doc);
  expect(json).toContain('Words');
  expect(json).not.toMatch(/javascript:|x\(\)|evil\.example|onerror=|never/u);
});

test('a page may say that it is ours and still brings in nothing unsafe', () => {
  const html =
    '<meta name=generator content=Stet><link rel=canonical href="javascript:x()"><article><p><a href="javascript:x()">Words</a></p></article>';
  expect(JSON.stringify(read(html).doc)).not.toContain('javascript');
});

test('nesting without end is refused at once', () => {
  for (const html of [
    '<div>'.repeat(10_000),
    '<ul><li>'.repeat(200_000),
    '<font size=1><font size=2>'.repeat(5_000),
    '<svg>'.repeat(10_000),
  ]) {
    expect(() => read(html)).toThrow(expect.objectContaining({ code: 'import/too-deep' }));
  }
});

test('lists deeper than a document allows keep their words', () => {
  const html = '<ul><li>x'.repeat(60);
  expect(JSON.stringify(read(html, 'fragment').doc).match(/"x"/gu)).toHaveLength(60);
});

test.each([
  [
    'read',
    `<article><h1>Long</h1>${`<p>${'Ten words of running text stand here, and then more. '.repeat(20)}</p>`.repeat(9_500)}</article>`,
    null,
  ],
  ['refused', `<article>${'<p>Ten words of running text, <b>one bold</b>.</p>'.repeat(210_000)}</article>`, 'import/too-large'],
  ['refused', '<br>'.repeat(2_500_000), 'import/too-large'],
])('a page of 10 MB is %s', (_outcome, html, code) => {
  let seen: unknown = null;
  try {
    read(html);
  } catch (error) {
    seen = (error as { code?: unknown }).code;
  }
  expect(seen).toBe(code);
});
