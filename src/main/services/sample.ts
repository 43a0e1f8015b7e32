import { blankFields } from '../../core/article/fields';
import type { BlockJson, DocJson, InlineJson } from '../../core/document/json';
import type { OutsidePiece } from '../../core/series/series';

const text = (words: string): InlineJson => ({ type: 'text', text: words });
const paragraph = (...content: InlineJson[]): Extract<BlockJson, { type: 'paragraph' }> => ({ type: 'paragraph', content });
const item = (words: string): Extract<BlockJson, { type: 'listItem' }> => ({
  type: 'listItem',
  content: [paragraph(text(words))],
});

/** The article that a new library begins with: invented news that shows every part a story can have. */
export const sampleDocument: DocJson = {
  type: 'doc',
  attrs: {
    ...blankFields('en'),
    slug: 'night-ferry',
    byline: [{ name: 'Ada Lindqvist', role: 'Coast reporter', url: null }],
    dateline: { place: 'Nordhavn', date: '2026-02-14' },
    section: ['Region', 'Transport'],
    tags: ['ferries', 'winter'],
    notes:
      'This article is a sample. Change it, or delete it: it will not come back. Notes like this one never leave the library.',
  },
  content: [
    { type: 'kicker', content: [text('Winter timetable')] },
    { type: 'headline', content: [text('Night ferry returns after three winters')] },
    {
      type: 'standfirst',
      content: [
        text('Islanders get their last boat home back from Monday. Whether it stays beyond April depends on how many take it.'),
      ],
    },
    paragraph(
      text(
        'The ferry between Nordhavn and the Skerries will sail again at 11.40 every night from Monday, three winters after the late crossing was cut.',
      ),
    ),
    paragraph(
      text('The county council voted 17 to 12 on Thursday to pay for the boat until the end of April. The '),
      {
        type: 'text',
        text: 'NCTA',
        marks: [{ type: 'abbreviation', attrs: { expansion: 'Northern Coast Transport Authority' } }],
      },
      text(' had asked for a full year, and '),
      {
        type: 'text',
        text: 'published its reasons',
        marks: [{ type: 'link', attrs: { target: { url: 'https://ncta.example/night-ferry' } } }],
      },
      text(' last autumn.'),
    ),
    { type: 'heading', attrs: { level: 2 }, content: [text('A bed on the mainland')] },
    paragraph(
      text(
        'Since the late boat stopped, anyone with an evening shift in town has had to find somewhere to sleep. The hospital alone rents eleven rooms for its island staff.',
      ),
    ),
    {
      type: 'quote',
      attrs: {
        speaker: 'Marit Solheim',
        role: 'ward nurse',
        sourceTitle: 'Evidence to the transport committee',
        sourceUrl: 'https://council.example/minutes/february',
        saidOn: '2026-02-10',
      },
      content: [paragraph(text('I have missed two hundred breakfasts with my children. Nobody puts that in a timetable.'))],
    },
    paragraph(
      text(
        'Opponents said the money would be missed elsewhere. “A boat for forty people is a road not mended for four thousand,” said Jonas Eide, who leads the minority group.',
      ),
    ),
    {
      type: 'related',
      attrs: {
        label: 'Read also',
        title: 'How the island school keeps its teachers',
        target: { url: 'https://coast.example/island-school' },
      },
    },
    { type: 'heading', attrs: { level: 2 }, content: [text('What changes on Monday')] },
    {
      type: 'bulletList',
      content: [
        item('Last departure from Nordhavn at 11.40 pm, from the Skerries at 12.30 am.'),
        item('Day tickets are valid until the boat is in.'),
        item('No sailing in winds above 20 metres a second.'),
      ],
    },
    paragraph(
      text('The council will count passengers every week. It has not said how many are '),
      { type: 'text', text: 'enough', marks: [{ type: 'italic' }] },
      text('.'),
    ),
  ],
};

/** What stands before and after it on the paper's site. */
export const sampleNeighbours: { previous: OutsidePiece; next: OutsidePiece } = {
  previous: { title: 'Council opens its books on the coast road', url: 'https://coast.example/coast-road' },
  next: { title: 'Who works while the island sleeps', url: null },
};
