import { describe, expect, test } from 'vitest';
import { inlineText } from '../../article/summary';
import { publicView } from '../../document/publicView';
import { b, h2, h3, li, ol, p, publicQuote, pull, ul, a } from '../../document/testing/builders';
import { docxImporter } from './docxImporter';
import { foreignText, par, run } from './testing/wordFile';

const read = (given: Parameters<typeof foreignText>[0]) =>
  docxImporter.read(foreignText(given), { language: 'en', name: null, part: 'page' });
const body = (given: Parameters<typeof foreignText>[0]) => publicView(read(given).doc).body;
const long = 'The ice held all the way across, and the lorries came home before the evening fell.';

test('styles of Word say what a paragraph is', () => {
  const styles = { T: 'Title', S: 'Subtitle', H2: 'heading 2', H3: 'heading 3', Q: 'Quote', IQ: 'Intense Quote', C: 'caption' };
  const { doc } = read({
    styles,
    body: [
      par('T', 'The ice road opens'),
      par('S', 'Three weeks late'),
      par('H2', 'The far shore'),
      par(null, long),
      par('H3', 'Oil'),
      par('Q', 'You do not argue with the ice.'),
      par('Q', 'You measure it.'),
      par('IQ', 'You measure it.'),
    ].join(''),
  });
  const view = publicView(doc);
  expect(view.headline).toBe('The ice road opens');
  expect(inlineText(view.standfirst)).toBe('Three weeks late');
  expect(view.body).toEqual([
    h2('The far shore'),
    p(long),
    h3('Oil'),
    publicQuote({}, 'You do not argue with the ice.', 'You measure it.'),
    pull(null, 'You measure it.'),
  ]);
});

test.each([
  ['German', { H: 'Überschrift 2', Q: 'Zitat', T: 'Titel' }],
  ['French', { H: 'Titre 2', Q: 'Citation', T: 'Titre' }],
  ['Spanish', { H: 'Título 2', Q: 'Cita', T: 'Título' }],
])('%s names of styles are known', (_language, styles) => {
  const given = { styles, body: [par('T', 'Eis'), par('H', 'Ufer'), par('Q', 'Messen.')].join('') };
  expect(publicView(read(given).doc).headline).toBe('Eis');
  expect(body(given)).toEqual([h2('Ufer'), publicQuote({}, 'Messen.')]);
});

test('one heading of level 1 before the story is the headline; several are crossheads, and the others move down', () => {
  const styles = { H1: 'heading 1', H2: 'heading 2' };
  const one = read({ styles, body: [par('H1', 'Ice'), par(null, long), par('H2', 'Oil')].join('') });
  expect(publicView(one.doc).headline).toBe('Ice');
  expect(publicView(one.doc).body).toEqual([p(long), h2('Oil')]);
  expect(
    body({
      styles: { ...styles, T: 'Title' },
      body: [par('T', 'Road'), par('H1', 'Ice'), par('H2', 'Oil'), par('H1', 'Snow')].join(''),
    }),
  ).toEqual([h2('Ice'), h3('Oil'), h2('Snow')]);
});

test('marks, links and breaks; a style based on another is what that one is', () => {
  const given = {
    links: { rId9: 'https://example.org/ice', rId8: 'javascript:alert(1)' },
    body: par(
      null,
      run('Thin '),
      run('ice', '<w:b/>'),
      run(' is '),
      `<w:hyperlink r:id="rId9">${run('measured', '<w:u w:val="single"/>')}</w:hyperlink>`,
      `<w:hyperlink r:id="rId8">${run(' daily')}</w:hyperlink>`,
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/log" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
      run(' (log)'),
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
  };
  expect(body(given)).toEqual([
    p('Thin ', b('ice'), ' is ', a('https://example.org/ice', 'measured'), ' daily', a('https://example.org/log', ' (log)')),
  ]);
  expect(read(given).leftOut.map(({ text }) => text)).toEqual(['javascript:alert(1)']);
});

test('lists by their numbering, nested by their levels', () => {
  const level = (at: number, format: string) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet')}${level(1, 'decimal')}</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>`;
  const item = (at: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="4"/></w:numPr></w:pPr>${run(text)}</w:p>`;
  expect(
    body({ numbering, body: [item(0, 'Lorries'), item(1, 'with oil'), item(1, 'with food'), item(0, 'A bus')].join('') }),
  ).toEqual([ul(li(p('Lorries'), ol(1, li(p('with oil')), li(p('with food')))), li(p('A bus')))]);
});

describe('what a desk did to a copy', () => {
  const comments = `<w:comment w:id="7" w:author="Ana Reis">${par(null, 'Who measured this?')}</w:comment><w:comment w:id="8" w:author="">${par(null, 'Legal to see.')}</w:comment>`;
  const marksOf = (given: Parameters<typeof foreignText>[0]) => {
    const [, , , ...blocks] = read(given).doc.content;
    return blocks
      .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
      .map((node) => [
        node.type === 'text' ? node.text : '',
        node.marks?.[0]?.type === 'note' ? node.marks[0].attrs?.text : undefined,
      ]);
  };

  test('a comment is a private note on its words', () => {
    const given = {
      comments,
      body: par(
        null,
        run('The ice is '),
        '<w:commentRangeStart w:id="7"/>',
        run('forty centimetres'),
        '<w:commentRangeEnd w:id="7"/>',
        '<w:r><w:commentReference w:id="7"/></w:r>',
        run(' thick.'),
      ),
    };
    expect(marksOf(given)).toEqual([
      ['The ice is ', undefined],
      ['forty centimetres', 'Ana Reis: Who measured this?'],
      [' thick.', undefined],
    ]);
    expect(read(given).doc.attrs.notes).toBe('Legal to see.');
  });

  test('changes are accepted, and each says what it was', () => {
    const given = {
      body: par(
        null,
        run('The road opened '),
        `<w:del w:id="1" w:author="Desk"><w:r><w:delText>on Monday</w:delText></w:r></w:del>`,
        `<w:ins w:id="2" w:author="Desk">${run('on Tuesday')}</w:ins>`,
        run(' and'),
        `<w:del w:id="3" w:author="Desk"><w:r><w:delText xml:space="preserve"> very</w:delText></w:r></w:del>`,
        run(' late, '),
        `<w:ins w:id="4" w:author="Desk">${run('at noon')}</w:ins>`,
        run('.'),
      ),
    };
    expect(marksOf(given)).toEqual([
      ['The road opened ', undefined],
      ['on Tuesday', 'Desk: Changed from “on Monday”'],
      [' and', undefined],
      [' late,', 'Desk: Deleted before this “very”'],
      [' ', undefined],
      ['at noon', 'Desk: Inserted'],
      ['.', undefined],
    ]);
  });

  test('nothing of it leaves the library again', () => {
    const { doc } = read({
      comments,
      body: par(null, '<w:commentRangeStart w:id="7"/>', run('Words'), '<w:commentRangeEnd w:id="7"/>'),
    });
    expect(JSON.stringify(publicView(doc))).not.toMatch(/Ana Reis|measured|Legal/u);
  });

  test('a paragraph that was deleted whole stands in the notes, and one whose end was deleted goes on', () => {
    const gone = `<w:p><w:del w:id="1" w:author="Desk"><w:r><w:delText>All of this.</w:delText></w:r></w:del></w:p>`;
    const open = `<w:p><w:pPr><w:rPr><w:del w:id="2" w:author="Desk"/></w:rPr></w:pPr>${run('One ')}</w:p>`;
    const { doc } = read({ body: `${par(null, long)}${gone}${open}${par(null, 'two.')}` });
    expect(publicView(doc).body).toEqual([p(long), p('One two.')]);
    expect(doc.attrs.notes).toBe('Desk: Deleted here “All of this.”');
  });
});

test('what is not part of the story is told', () => {
  const { leftOut } = read({
    footnotes: `<w:footnote w:id="2">${par(null, 'Survey of 2025.')}</w:footnote>`,
    header: par(null, 'The Northern Post – page'),
    body: `${par(null, run(long), '<w:r><w:footnoteReference w:id="2"/></w:r>')}${par(null, run('secret', '<w:vanish/>'))}`,
  });
  expect(leftOut.map(({ text }) => text)).toEqual(['Survey of 2025.', 'secret', 'The Northern Post – page']);
});

describe('what is no Word document is refused in words', () => {
  const code = (text: string): unknown => {
    try {
      docxImporter.read(text, { language: 'en', name: null, part: 'page' });
      return null;
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  test.each([
    ['nothing', ''],
    ['broken XML', '<pkg:package'],
    ['another package', foreignText({ body: '' }).replace('officeDocument"', 'other"')],
    ['a document type', foreignText({ body: '' }).replace('<pkg:package', '<!DOCTYPE x [<!ENTITY a "b">]><pkg:package')],
    ['an entity', foreignText({ body: par(null, run('&ice;')) })],
  ])('%s', (_name, text) => expect(code(text)).toBe('import/unreadable'));
  test('tables in tables without end', () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(100) + par(null, 'x') + '</w:tc></w:tr></w:tbl>'.repeat(100);
    expect(code(foreignText({ body: deep }))).toBe('import/too-deep');
  });
});
