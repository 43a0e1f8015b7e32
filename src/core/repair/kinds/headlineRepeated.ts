import { repeats } from '../../formats/page/shape';
import type { Kind } from '../kind';
import { lineAway } from './wholeLine';

/** How far down a page prints its headline again. */
const REACH = 4;

/** The headline once more at the top of the body. */
export const headlineRepeated: Kind = {
  name: 'headline repeated',
  find: ({ parts }) => {
    const headline = parts.find(({ type }) => type === 'headline')?.text.trim() ?? '';
    if (headline.split(/\s+/u).length < 2) return [];
    return parts
      .filter(({ type, quotation }) => (type === 'paragraph' || type === 'heading') && quotation === null)
      .slice(0, REACH)
      .filter(({ text }) => text.length <= 500 && text.trim() !== '' && repeats(text, headline))
      .map((part) => lineAway(headlineRepeated.name, part, 'sure', 'The headline stands here once more.'));
  },
};
