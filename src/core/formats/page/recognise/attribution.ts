import type { BlockAttributes } from '../../../document/attributes';
import type { BlockOf } from '../../../document/json';
import type { Item, PageDraft } from '../draft';
import { labelAt, lineValue } from '../label';
import { siteLabels } from '../labels/labels';
import { personIn, type NamedPerson } from '../person';
import { linkTargetOf } from './related';

const quoteFrom = siteLabels.flatMap((labels) => labels.quoteFrom);
const DASH = /^\s*(?:—|–|―|--|-)\s*/u;
const OPENS = /^[“„«»"]/u;
const CLOSES = /[”“»«"][\s.]*$/u;
const MARKS = /[“”„«»"]/gu;

/** A line that names whose words the block beside it is. */
interface Attribution {
  person: NamedPerson;
  furniture: string[];
  /** How much the line proves by itself: `says` that it is a quotation, is `dashed`, or is only a name and a role. */
  form: 'says' | 'dashed' | 'bare';
  /** Ends in a colon: the words follow. */
  before: boolean;
}

/** Joins a quotation and the line under (or over) it that says who said it. The words are taken whole, marks included. */
export function recogniseAttribution(page: PageDraft): void {
  const free = page.free();
  for (const [index, item] of free.entries()) {
    const attribution = item.becomes === null && item.block?.type === 'paragraph' ? attributionIn(item) : null;
    if (!attribution) continue;
    const above = wordsAbove(free, index);
    const below = free[index + 1];
    const words = belongsBelow(attribution, above.at(-1), below) ? [below] : belongsAbove(attribution, above.at(-1)) ? above : [];
    join(
      page,
      item,
      attribution,
      words.filter((part) => part !== undefined),
    );
  }
}

function attributionIn(item: Item): Attribution | null {
  if (item.text === null || item.text.length > 400 || linkTargetOf(item.block) !== null) return null;
  const colon = /\s*:\s*$/u.exec(item.text)?.[0] ?? '';
  const text = item.text.slice(0, item.text.length - colon.length);
  const said = labelAt(text, quoteFrom);
  if (said && said.joint !== 'alone' && said.joint !== 'mark') {
    const person = personIn(said.rest, 1);
    return (
      person && {
        person,
        furniture: [said.before, said.label, said.between, person.between, colon],
        form: 'says',
        before: colon !== '',
      }
    );
  }
  const dash = DASH.exec(text)?.[0] ?? '';
  const person = personIn(text.slice(dash.length), 2);
  if (!person || (dash === '' && person.role === null)) return null;
  return { person, furniture: [dash, person.between, colon], form: dash === '' ? 'bare' : 'dashed', before: colon !== '' };
}

function belongsBelow(attribution: Attribution, above: Item | undefined, below: Item | undefined): below is Item {
  if (below?.becomes !== null || attribution.form === 'dashed') return false;
  if (attribution.before) return isUnsigned(below) || isQuoted(below.text);
  return (
    attribution.form === 'says' &&
    isQuoted(below.text) &&
    !(isUnsigned(above) || (above?.text != null && /[“”„«»"]/u.test(above.text)))
  );
}

function belongsAbove({ form, before }: Attribution, above: Item | undefined): boolean {
  if (!above || before) return false;
  if (isUnsigned(above)) return true;
  if (above.block?.type !== 'paragraph' || above.becomes !== null) return false;
  if (form === 'says') return (above.text ?? '').trim() !== '';
  if (form === 'bare') return isQuoted(above.text);
  return above.text !== null && OPENS.test(above.text.trim()) && CLOSES.test(above.text);
}

/** The item above and, when each paragraph of a long quotation opens with a mark and only the last closes, those over it. */
function wordsAbove(free: readonly Item[], index: number): Item[] {
  const last = free[index - 1];
  if (!last || last.becomes !== null) return [];
  const words = [last];
  if (last.block?.type !== 'paragraph' || last.text === null || !OPENS.test(last.text)) return words;
  for (let at = index - 2; at >= 0; at--) {
    const item = free[at];
    if (item?.becomes !== null || item.block?.type !== 'paragraph' || item.text === null) break;
    if (!OPENS.test(item.text) || (item.text.match(MARKS)?.length ?? 0) !== 1) break;
    words.unshift(item);
  }
  return words;
}

function join(page: PageDraft, item: Item, { person, furniture }: Attribution, words: readonly Item[]): void {
  const name = lineValue(person.name, 300);
  const first = words[0];
  if (!first || name === null) return;
  const said: BlockAttributes['quote'] = { ...unsigned, speaker: name, role: person.role };
  const content = words.flatMap(({ block }): BlockOf<'paragraph'>[] =>
    block?.type === 'quote' ? (block.content ?? []) : block?.type === 'paragraph' ? [block] : [],
  );
  const kept = first.block?.type === 'quote' ? first.block.attrs : undefined;
  for (const part of words) page.take(part, 'quote words');
  first.block = { type: 'quote', attrs: kept ? { ...kept, speaker: name, role: person.role } : said, content };
  page.take(item, 'quote attribution');
  page.furniture.push(...furniture);
}

const unsigned: BlockAttributes['quote'] = { speaker: null, role: null, sourceTitle: null, sourceUrl: null, saidOn: null };

const isUnsigned = (item: Item | undefined): boolean =>
  item?.block?.type === 'quote' && (item.block.attrs?.speaker ?? null) === null && (item.block.attrs?.role ?? null) === null;

/** One quotation from its first character to its last, with no words of anybody else between. */
function isQuoted(text: string | null): boolean {
  const trimmed = text?.trim() ?? '';
  return OPENS.test(trimmed) && CLOSES.test(trimmed) && trimmed.match(MARKS)?.length === 2;
}
