import { Node } from '@tiptap/core';
import { blankFields, fieldNames, fieldSpecs } from '../../article/fields';
import { attribute } from '../attribute';

/** The article: label, headline, standfirst, then the body; the structured fields are its attributes. */
export const ArticleDocument = Node.create({
  name: 'doc',
  topNode: true,
  content: 'kicker headline standfirst block+',
  addAttributes() {
    const blank = blankFields();
    return Object.fromEntries(
      fieldNames.map((name) => [
        name,
        { ...attribute(name, { schema: fieldSpecs[name], default: blank[name] }), rendered: false },
      ]),
    );
  },
});

/** The label over the headline. One line of plain text. */
export const Kicker = Node.create({
  name: 'kicker',
  content: 'text*',
  marks: '',
  defining: true,
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: 'p[data-part="kicker"]', priority: 100 }],
  renderHTML: () => ['p', { 'data-part': 'kicker', class: 'kicker' }, 0],
});

/** The headline: the only level 1 heading there is. One line of plain text. */
export const Headline = Node.create({
  name: 'headline',
  content: 'text*',
  marks: '',
  defining: true,
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: 'h1[data-part="headline"]', priority: 100 }],
  renderHTML: () => ['h1', { 'data-part': 'headline', class: 'headline' }, 0],
});

/** The dek under the headline. */
export const Standfirst = Node.create({
  name: 'standfirst',
  content: 'inline*',
  defining: true,
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: 'p[data-part="standfirst"]', priority: 100 }],
  renderHTML: () => ['p', { 'data-part': 'standfirst', class: 'standfirst' }, 0],
});
