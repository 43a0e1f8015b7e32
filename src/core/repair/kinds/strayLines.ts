import { isLabel, labelAt, type Labelled } from '../../formats/page/label';
import { siteLabels } from '../../formats/page/labels/labels';
import { personIn, type NamedPerson } from '../../formats/page/person';
import { endsSentence, isTitle, wordCount } from '../../formats/page/shape';
import type { Kind } from '../kind';
import type { Page, TextPart } from '../page';
import type { Repair } from '../repair';
import { lineAway } from './wholeLine';

const quoteFrom = siteLabels.flatMap((labels) => labels.quoteFrom);
const neighbours = siteLabels.flatMap(({ previous, next }) => [...previous.strong, ...next.strong]);
/** Labels that begin sentences too ("Next: …"): believed before a title, at the top or the foot of the body. */
const weakNeighbours = [
  ...siteLabels.flatMap(({ previous, next }) => [...previous.weak, ...next.weak]),
  ...['Read next', 'À suivre', 'À lire ensuite', 'Lesen Sie als Nächstes', 'Als Nächstes', 'A continuación'],
];
const EDGE = 3;
const DASH = /^\s*(?:—|–|―|--|-(?=\s)|~)\s*/u;
/** "Quote: Ada Wells": the label of a site that prints who spoke under the words. */
const QUOTE_LABEL = /^\s*(?:quote|quotation|citation|zitat|cita|citazione|citação)\s*[:–—-]\s*/iu;

/** "A quote from Ada Wells, mayor" or "— Ada Wells" as a paragraph under the words: it belongs to the quotation. */
export const strayAttribution: Kind = {
  name: 'attribution left as text',
  find: (page) =>
    page.parts.flatMap((part): Repair[] => {
      const person = part.type === 'paragraph' && part.text.length <= 300 ? attributedTo(page, part) : null;
      if (person === null) return [];
      const { name: speaker, role } = person;
      return [
        {
          kind: strayAttribution.name,
          level: 'warning',
          certainty: 'look',
          part,
          from: 0,
          to: part.text.length,
          edits: null,
          ...(followsAtTop(page, part) ? { fixes: [{ title: 'Make it the speaker', attribution: { speaker, role } }] } : {}),
          message: `This says who spoke: “${speaker}” belongs into the quotation above, as its speaker.`,
        },
      ];
    }),
};

function attributedTo(page: Page, part: TextPart): NamedPerson | null {
  const above = page.parts[part.index - 1];
  if (!above || (above.type !== 'paragraph' && above.type !== 'heading')) return null;
  const said = labelAt(part.text, quoteFrom);
  if (said && said.joint !== 'alone' && said.joint !== 'mark') return personIn(said.rest, 1);
  const dash = (DASH.exec(part.text) ?? QUOTE_LABEL.exec(part.text))?.[0] ?? '';
  // After a dash a name alone counts only under words that stand as a quotation.
  const quoted = above.quotation !== null || (page.verbatim[above.index] ?? []).some(({ from }) => from <= 2);
  const person = quoted ? personIn(part.text.slice(dash.length).replace(/\s*[—–―-]\s*$/u, ''), 2) : null;
  // Without a dash a name alone may begin the next part of the story; with a role under words that are quoted whole it hardly does.
  return person && (dash !== '' || (person.role !== null && isQuotedWhole(page, above))) ? person : null;
}

/** A paragraph of the body right under another one, or under a block quotation. */
function followsAtTop({ parts }: Page, { index, path, quotation }: TextPart): boolean {
  const above = parts[index - 1];
  return (
    path.length === 1 &&
    quotation === null &&
    above?.path[0] === (path[0] ?? 0) - 1 &&
    ((above.type === 'paragraph' && above.path.length === 1) || (above.quotation !== null && above.type === 'paragraph'))
  );
}

const isQuotedWhole = ({ verbatim }: Page, { index, text, quotation }: TextPart): boolean =>
  quotation !== null || (verbatim[index] ?? []).some(({ from, to }) => from <= 2 && to >= text.trimEnd().length - 2);

/** "Previous article …", "Next article: …" as a paragraph: a site's pointer to its other pieces. */
export const strayNeighbour: Kind = {
  name: 'previous or next left as text',
  find: ({ parts }) => {
    const body = parts.filter(({ type }) => type === 'paragraph' || type === 'heading');
    const edge = new Set([...body.slice(0, EDGE), ...body.slice(-EDGE)]);
    return parts.flatMap((part) => {
      if (part.type !== 'paragraph' || part.quotation !== null || part.text.length > 300) return [];
      const line = labelAt(part.text, neighbours) ?? (edge.has(part) ? weakly(part.text) : null);
      if (!line && (pointsOn(part) || (edge.has(part) && isArrowed(part))))
        return [lineAway(strayNeighbour.name, part, 'likely', POINTER)];
      // One space and a sentence: "Next page numbers were checked."
      if (!line || (line.joint === 'space' && line.before.trim() === '' && endsSentence(part.text))) return [];
      const certain = line.joint !== 'alone' && isLabel(line.label, neighbours);
      return [lineAway(strayNeighbour.name, part, certain ? 'sure' : 'likely', POINTER)];
    });
  },
};

const POINTER = 'The site pointed to another piece here. Link it in the series, where readers find it, and let the line go.';
const NEIGHBOUR =
  /\b(?:(?:next|previous) (?:article|story|post)|article (?:suivant|précédent)|(?:nächst|vorherig|vorig)e[nrs]? (?:artikel|beitrag)|artículo (?:siguiente|anterior))s?(?!\p{L})/iu;

/** "Continue to the next article", "Next ›": a few words without the end of a sentence. */
function pointsOn({ text, path }: TextPart): boolean {
  if (path.length > 1 || /[.;:,?]\s*$/u.test(text)) return false;
  const bare = text.replace(/^[\s‹«←<]+|[\s›»→>]+$/gu, '');
  return (bare !== text.trim() && isLabel(bare, weakNeighbours)) || (NEIGHBOUR.test(text) && wordCount(text) <= 6);
}

/** "← What the tide took". */
const isArrowed = ({ text, path }: TextPart): boolean => {
  const title = /^\s*[←⟵⇐]\s*(.+)$|^(.+?)\s*[→⟶⇒]\s*$/u.exec(text);
  return path.length === 1 && title !== null && isTitle(title[1] ?? title[2] ?? '') && !endsSentence(text);
};

/** "Next: What the tide took", with a mark between the two and what can be a title. */
function weakly(text: string): Labelled | null {
  const line = labelAt(text, weakNeighbours);
  return line?.joint === 'mark' && isTitle(line.rest) && !endsSentence(line.rest) && wordCount(line.rest) >= 2 ? line : null;
}
