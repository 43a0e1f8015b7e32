import { isLabel, labelAt } from '../../formats/page/label';
import { siteLabels } from '../../formats/page/labels/labels';
import { personIn } from '../../formats/page/person';
import { endsSentence } from '../../formats/page/shape';
import type { Kind } from '../kind';
import type { Page, TextPart } from '../page';
import type { Repair } from '../repair';
import { lineAway } from './wholeLine';

const quoteFrom = siteLabels.flatMap((labels) => labels.quoteFrom);
const neighbours = siteLabels.flatMap(({ previous, next }) => [...previous.strong, ...next.strong]);
const DASH = /^\s*(?:—|–|―|--)\s*/u;

/** "A quote from Ada Wells, mayor" or "— Ada Wells" as a paragraph under the words: it belongs to the quotation. */
export const strayAttribution: Kind = {
  name: 'attribution left as text',
  find: (page) =>
    page.parts.flatMap((part): Repair[] => {
      const name = part.type === 'paragraph' && part.text.length <= 300 ? attributedTo(page, part) : null;
      if (name === null) return [];
      return [
        {
          kind: strayAttribution.name,
          level: 'warning',
          certainty: 'look',
          part,
          from: 0,
          to: part.text.length,
          edits: null,
          message: `This says who spoke: “${name}” belongs into the quotation above, as its speaker.`,
        },
      ];
    }),
};

function attributedTo(page: Page, part: TextPart): string | null {
  const above = page.parts[part.index - 1];
  if (!above || (above.type !== 'paragraph' && above.type !== 'heading')) return null;
  const said = labelAt(part.text, quoteFrom);
  if (said && said.joint !== 'alone' && said.joint !== 'mark') return personIn(said.rest, 1)?.name ?? null;
  const dash = DASH.exec(part.text)?.[0] ?? '';
  // After a dash a name alone counts only under words that stand as a quotation.
  const quoted = above.quotation !== null || (page.verbatim[above.index] ?? []).some(({ from }) => from <= 2);
  return dash === '' || !quoted ? null : (personIn(part.text.slice(dash.length), 2)?.name ?? null);
}

/** "Previous article …", "Next article: …" as a paragraph: a site's pointer to its other pieces. */
export const strayNeighbour: Kind = {
  name: 'previous or next left as text',
  find: ({ parts }) =>
    parts.flatMap((part) => {
      if (part.type !== 'paragraph' || part.quotation !== null || part.text.length > 300) return [];
      const line = labelAt(part.text, neighbours);
      // One space and a sentence: "Next page numbers were checked."
      if (!line || (line.joint === 'space' && line.before.trim() === '' && endsSentence(part.text))) return [];
      const certain = line.joint !== 'alone' && isLabel(line.label, neighbours);
      return [
        lineAway(
          strayNeighbour.name,
          part,
          certain ? 'sure' : 'likely',
          'The site pointed to another piece here. Link it in the series, where readers find it, and let the line go.',
        ),
      ];
    }),
};
