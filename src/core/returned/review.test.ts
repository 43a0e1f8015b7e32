import { describe, expect, test } from 'vitest';
import { noEvidence } from '../document/evidence';
import type { BlockJson, DocJson } from '../document/json';
import { checkDocument } from '../document/schema';
import { abbr, article, b, h2, li, note, p, quote, said, shows, to, ul } from '../document/testing/builders';
import { publicView } from '../document/publicView';
import { docxExporter } from '../formats/docx/docxExporter';
import { docxImporter } from '../formats/docx/docxImporter';
import { markdownExporter } from '../formats/markdown/markdownExporter';
import type { ListedChange } from './listChanges';
import { listChanges, takenTogether } from './listChanges';
import { materialOf } from './material';
import { Review } from './review';
import { carryingOf, copyOf, reviewOf } from './testing/copies';

const story = (...body: BlockJson[]): DocJson => checkDocument(article({ headline: 'The ice road opens' }, ...body));
const bodyOf = ({ content: [, , , ...body] }: DocJson) => body;
const take = (review: Review, ...ids: string[]) => review.take(ids);
const all = (review: Review) => review.plan.changes.map(({ id }) => id);
const words = ({ shown }: Pick<ListedChange, 'shown'>): string =>
  shown.kind !== 'words'
    ? shown.kind
    : shown.passages
        .map(({ change, content }) => {
          const text = content.map((node) => (node.type === 'text' ? node.text : '|')).join('');
          return change === 'removed' ? `[-${text}-]` : change === 'added' ? `[+${text}+]` : text;
        })
        .join('');

describe('two edits of the desk in one paragraph', () => {
  const sent = story(p('The road opened late and was closed again by noon, the county said.'));
  const desk = story(p('The road opened early and was closed again by night, the county said.'));

  test('are two changes, each taken alone', () => {
    const review = reviewOf(sent, desk, docxExporter);
    const listed = listChanges(review);
    expect(listed.map(words)).toEqual([
      'The road opened [-late-][+early+] and was closed again by noon…',
      '…late and was closed again by [-noon-][+night+], the county said.',
    ]);
    const [, second] = all(review);
    expect(bodyOf(take(review, second ?? ''))).toEqual(
      bodyOf(story(p('The road opened late and was closed again by night, the county said.'))),
    );
  });

  test('beside one of the writer at another place, both stay', () => {
    const draft = story(p('The winter road opened late and was closed again by noon, the county said.'));
    const review = reviewOf(sent, desk, docxExporter, draft);
    expect(review.plan.changes.map(({ standing }) => standing)).toEqual(['open', 'open']);
    expect(bodyOf(take(review, ...all(review)))).toEqual(
      bodyOf(story(p('The winter road opened early and was closed again by night, the county said.'))),
    );
  });

  test('at the place of one of the writer, it is told and never taken with others', () => {
    const draft = story(p('The road opened on Monday and was closed again by noon, the county said.'));
    const review = reviewOf(sent, desk, docxExporter, draft);
    const listed = listChanges(review);
    expect(listed.map(({ change }) => change.standing)).toEqual(['clash', 'open']);
    expect(listed[0]?.shown).toMatchObject({ kind: 'words', mine: [{ text: 'on Monday' }] });
    expect(bodyOf(take(review, ...takenTogether(listed)))).toEqual(
      bodyOf(story(p('The road opened on Monday and was closed again by night, the county said.'))),
    );
    expect(bodyOf(take(review, ...all(review)))).toEqual(bodyOf(desk));
  });

  test('that the writer has made as well are settled', () => {
    const review = reviewOf(sent, desk, docxExporter, desk);
    expect(listChanges(review)).toEqual([]);
    expect(take(review, ...all(review))).toBe(desk);
  });
});

test('what is private stays: notes, who said it, evidence, expansions and links to articles', () => {
  const evidence = { ...noEvidence, against: 'Recording', baseline: 'You measure it.' };
  const body = (verb: string, speaker: string): BlockJson[] => [
    p(
      'The ',
      abbr('North Atlantic Treaty Organization', 'NATO'),
      ` road ${verb} `,
      note('Ask again', 'at noon'),
      ', she ',
      b('said'),
      '.',
    ),
    p('See ', to('elsewhere0000000', 'the ferry'), ' or ', shows('elsewhere0000000'), ` that ${verb}.`),
    quote({ speaker, role: 'engineer', evidence }, 'You measure it.'),
    p(said({ speaker: 'Ana Reis', evidence }, '“We measure it”'), ` when it ${verb}.`),
    ul(li(p(note('Who?', 'One'), ` ${verb}`)), li(p('Two'))),
  ];
  const sent = story(...body('opened', 'Ana Reis'));
  const desk = story(...body('was opened', 'Ana Reis-Holm'));
  const review = reviewOf(sent, desk, docxExporter);
  expect(take(review, ...all(review))).toEqual(desk);
});

test('a note on words that go stays on what comes for them, or on the word beside them', () => {
  const sent = story(p('The ferry ', note('Check the day', 'left on Monday'), ' for the island.'));
  const other = reviewOf(sent, story(p('The ferry sailed for the island.')), markdownExporter);
  expect(bodyOf(take(other, ...all(other)))).toEqual(
    bodyOf(story(p('The ferry ', note('Check the day', 'sailed'), ' for the island.'))),
  );
  const shorter = reviewOf(sent, story(p('The ferry for the island.')), markdownExporter);
  expect(JSON.stringify(take(shorter, ...all(shorter)))).toContain('Check the day');
});

describe('quotations', () => {
  const evidence = { ...noEvidence, baseline: 'We knew in March.' };
  const sent = story(
    p('The county denied it for weeks.'),
    quote({ speaker: 'Ana Reis', role: 'engineer', evidence }, 'We knew in March.'),
    p('“Nobody asked,” the mayor said on Monday.'),
    p('Work begins in June.'),
  );
  const desk = story(
    p('The county denied it for months.'),
    quote({ speaker: 'Ana Reis', role: 'engineer' }, 'We knew in May.'),
    p('“Nobody called,” the mayor said on Tuesday.'),
    p('Work begins in July.'),
  );

  test('come first, with who said it and whether the words were checked; none is taken with others', () => {
    const review = reviewOf(sent, desk, docxExporter);
    const listed = listChanges(review);
    expect(listed.map(({ quotation, where }) => [where, quotation])).toEqual([
      ['Quotation', { speakers: ['Ana Reis'], checked: true }],
      ['Paragraph', { speakers: [], checked: false }],
      ['Paragraph', null],
      ['Paragraph', null],
      ['Paragraph', null],
    ]);
    const [, quoted, cited, last] = bodyOf(take(review, ...takenTogether(listed)));
    expect(quoted).toEqual(bodyOf(sent)[1]);
    expect([cited, last]).toEqual(bodyOf(story(p('“Nobody asked,” the mayor said on Tuesday.'), p('Work begins in July.'))));
  });

  test('that a desk took the marks from are changed quotations', () => {
    const bare = story(p('Nobody asked, the mayor said on Monday.'));
    const [change] = listChanges(reviewOf(story(p('“Nobody asked,” the mayor said on Monday.')), bare, docxExporter));
    expect(change).toMatchObject({ alone: true, quotation: { checked: false } });
  });

  test('a headline that quotes is one too', () => {
    const titled = (headline: string) => checkDocument(article({ headline }, p('Work begins.')));
    const listed = listChanges(reviewOf(titled('Mayor: “We knew”'), titled('Mayor: “We guessed”'), docxExporter));
    expect(listed).toMatchObject([{ alone: true, where: 'Headline' }]);
  });
});

test('a paragraph that was divided is one change and keeps its notes; so is one that became a crosshead', () => {
  const sent = story(p('The road is open. ', note('Which?', 'Lorries'), ' may cross it until dusk.'), p('The far shore waits'));
  const desk = story(p('The road is open.'), p('Lorries may cross it until dusk.'), h2('The far shore waits'));
  const review = reviewOf(sent, desk, docxExporter);
  expect(review.plan.changes).toHaveLength(2);
  expect(bodyOf(take(review, ...all(review)))).toEqual(
    bodyOf(story(p('The road is open.'), p(note('Which?', 'Lorries'), ' may cross it until dusk.'), h2('The far shore waits'))),
  );
});

test('an undo makes a change open again, and what the writer types meanwhile is kept', () => {
  const sent = story(p('The road opened late.'), p('It was cold.'));
  const review = reviewOf(sent, story(p('The road opened early.'), p('It was very cold.')), docxExporter);
  const [first = '', second = ''] = all(review);
  const once = review.take([first]);
  review.see(once);
  expect([...review.taken]).toEqual([first]);
  review.see(sent);
  expect(review.open).toHaveLength(2);
  review.see(once);
  const typed = checkDocument({ ...once, content: [...once.content, p('The county said so.')] });
  expect(review.see(typed)).toBe(true);
  expect(review.open.map(({ id }) => id)).toEqual([second]);
  expect(bodyOf(review.take([second]))).toEqual(
    bodyOf(story(p('The road opened early.'), p('It was very cold.'), p('The county said so.'))),
  );
});

test('a passage that the writer took out and the desk changed is asked about', () => {
  const sent = story(p('The road opened late.'), p('It was cold.'), p('The county said so.'));
  const desk = story(p('The road opened late.'), p('It was bitterly cold.'), p('The county said so.'));
  const draft = story(p('The road opened late.'), p('The county said so.'));
  const review = reviewOf(sent, desk, docxExporter, draft);
  const listed = listChanges(review);
  expect(listed.map(({ change }) => change.standing)).toEqual(['clash']);
  expect(takenTogether(listed)).toEqual([]);
  expect(bodyOf(take(review, ...all(review)))).toEqual(bodyOf(desk));
});

test('fields are changes; one that the copy has nothing in is never taken with others', () => {
  const sent = checkDocument(article({ headline: 'Ice', section: ['News'], tagline: 'Ana Reis is a reporter.' }, p('Cold.')));
  const desk = checkDocument(article({ headline: 'Ice', section: ['News', 'North'] }, p('Cold.')));
  const review = reviewOf(sent, desk, markdownExporter);
  const listed = listChanges(review);
  expect(listed.map(({ where, alone }) => [where, alone])).toEqual([
    ['Section', false],
    ['Tagline', true],
  ]);
  expect(take(review, ...takenTogether(listed)).attrs).toMatchObject({
    section: ['News', 'North'],
    tagline: 'Ana Reis is a reporter.',
  });
});

test('a Word document with tracked changes and a comment: each change names who made it, the comment comes as a private note', () => {
  const sent = story(p('The road opened late.'), p('It was cold.'));
  const flat = docxExporter.write(publicView(sent), { whole: true });
  const tracked = flat
    .replace(
      /<w:t[^>]*>The road opened late\.<\/w:t>/u,
      '<w:t xml:space="preserve">The road opened </w:t></w:r><w:del w:id="1" w:author="Bo Lind"><w:r><w:delText>late</w:delText></w:r></w:del>' +
        '<w:ins w:id="2" w:author="Bo Lind"><w:r><w:t>early</w:t></w:r></w:ins><w:r><w:t>.</w:t>',
    )
    .replace(
      /<w:t[^>]*>It was cold\.<\/w:t>/u,
      '<w:t xml:space="preserve">It was cold. </w:t></w:r><w:ins w:id="3" w:author="Cy Marr"><w:r><w:t>Very.</w:t></w:r></w:ins><w:r><w:t></w:t>',
    );
  const { doc: returned } = docxImporter.read(tracked, { language: 'en', name: null, part: 'page' });
  const review = new Review(materialOf({ sent, echo: copyOf(sent, docxExporter), returned }, carryingOf(docxExporter)), sent);
  const listed = listChanges(review);
  expect(listed.map(({ change }) => [change.kind, change.by])).toEqual([
    ['words', ['Bo Lind']],
    ['words', ['Cy Marr']],
  ]);
  expect(bodyOf(take(review, ...all(review)))).toEqual(bodyOf(story(p('The road opened early.'), p('It was cold. Very.'))));
});

test('comments come as private notes on their words, whatever is taken of the words; a comment on nothing comes to the notes', () => {
  const sent = story(p('The road opened late.'), p('It was cold.'));
  const returned = story(
    p('The road opened ', note('Bo Lind: Changed from “late” / Cy Marr: Which day?', 'early'), '.'),
    p('It was ', note('Cy Marr: How cold?', 'cold'), '.'),
  );
  returned.attrs.notes = 'Bo Lind: Deleted here “x”\nCy Marr: Good to go';
  const review = new Review(materialOf({ sent, echo: sent, returned }, carryingOf(docxExporter)), sent);
  const listed = listChanges(review);
  expect(
    listed.map(({ change, shown }) => [change.kind, change.by, shown.kind === 'comment' ? shown.text : words({ shown })]),
  ).toEqual([
    ['comment', [], 'Cy Marr: Good to go'],
    ['words', ['Bo Lind'], 'The road opened [-late-][+early+].'],
    ['comment', [], 'Cy Marr: Which day?'],
    ['comment', [], 'Cy Marr: How cold?'],
  ]);
  const taken = take(review, ...all(review));
  expect(taken.attrs.notes).toBe('Cy Marr: Good to go');
  const [first, second] = [note('Cy Marr: Which day?', 'early'), note('Cy Marr: How cold?', 'cold')];
  expect(bodyOf(taken)).toEqual(bodyOf(story(p('The road opened ', first, '.'), p('It was ', second, '.'))));
  const comments = listed.flatMap(({ change }) => (change.kind === 'comment' ? [change.id] : []));
  const other = note('Cy Marr: Which day?', 'late');
  expect(bodyOf(take(new Review(review.material, sent), ...comments))).toEqual(
    bodyOf(story(p('The road opened ', other, '.'), p('It was ', second, '.'))),
  );
});
