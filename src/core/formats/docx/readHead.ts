import * as v from 'valibot';
import { fieldSpecs, type Fields, type Person } from '../../article/fields';
import { instantsAt } from '../../article/wallTime';
import type { InlineJson } from '../../document/json';
import { outsidePiece } from '../../series/series';
import type { Imported } from '../format';
import type { KnownHead } from '../page/page';
import { inlineOf, lineOf, linesOf, urlOf } from './pieces';
import type { Item, Para } from './readParagraphs';
import type { RunReading } from './runReading';
import type { Role } from './readStyles';

const HEAD: ReadonlySet<Role> = new Set<Role>([
  'Embargo',
  'Section',
  'Kicker',
  'Title',
  'Subtitle',
  'Byline',
  'Dateline',
  'Tagline',
  'CorrectionsTitle',
  'Correction',
  'SeriesName',
  'PreviousArticle',
  'NextArticle',
]);

/** Takes out of the items what belongs to the head or the foot of an article, as far as its styles and their parts say so. */
export function takeHead(items: readonly Item[], reading: RunReading): { known: KnownHead; rest: Item[]; notes: string[] } {
  const taker = new HeadTaker(reading);
  const rest = items.filter(
    (item) => item.kind === 'table' || !item.role || !HEAD.has(item.role) || !taker.take(item, item.role),
  );
  const { previous, next, seriesName } = taker;
  const neighbours: Imported['neighbours'] = { seriesName, previous, next };
  return { known: { ...taker.known, neighbours }, rest, notes: taker.notes };
}

class HeadTaker {
  readonly known: KnownHead = {};
  readonly notes: string[] = [];
  seriesName: string | null = null;
  previous: Imported['neighbours']['previous'] = null;
  next: Imported['neighbours']['next'] = null;

  constructor(private readonly reading: RunReading) {}

  /** False where the paragraph is not what its style says: then it is read as one of the body, and nothing is lost. */
  take(para: Para, role: Role): boolean {
    const taken = this.takeAs(para, role);
    if (taken && role !== 'Subtitle')
      for (const { notes, text } of para.pieces) for (const note of notes) this.notes.push(`“${text.trim()}”: ${note}`);
    return taken;
  }

  private takeAs({ pieces }: Para, role: Role): boolean {
    const { known, reading } = this;
    const whole = reading.ours ? lineOf(pieces) : lineOf(pieces).trim();
    switch (role) {
      case 'Embargo': {
        const when = pieces.find(({ at }) => at !== null);
        const zone = lineOf(pieces, 'Zone');
        if (!when?.at) return false;
        if (when.at.includes('T')) return this.set('embargo', { instant: when.at, zone });
        // The day alone is left where a program dropped the rest: the clock stands in the words.
        const time = /\d{2}:\d{2}$/u.exec(lineOf(pieces.filter(({ at }) => at !== null)))?.[0];
        const [instant] = time === undefined ? [] : instantsAt(when.at, time, zone);
        return this.set('embargo', instant === undefined ? null : { instant, zone });
      }
      case 'Section':
        return this.set('section', this.listed(pieces, 'SectionName'));
      case 'Kicker':
        return this.part('kicker', whole);
      case 'Title':
        return this.part('headline', whole);
      case 'Subtitle': {
        if (known.standfirst !== undefined) return false;
        const content: InlineJson[] = inlineOf(pieces, reading);
        if (content.length > 0) known.standfirst = content;
        return true;
      }
      case 'Byline':
        return this.byline(pieces);
      case 'Dateline': {
        const place = lineOf(pieces, 'Place');
        const date = pieces.find(({ at }) => at !== null)?.at ?? null;
        return this.set('dateline', place === '' && date === null ? null : { place, date });
      }
      case 'Tagline':
        return this.set('tagline', whole);
      case 'CorrectionsTitle':
        return true;
      case 'Correction': {
        const at = pieces.find((piece) => piece.at !== null)?.at ?? '';
        const correction = { at, text: lineOf(pieces, 'CorrectionText') };
        const all = [...(known.corrections ?? []), correction];
        if (!v.is(fieldSpecs.corrections, all) || correction.text === '') return false;
        known.corrections = all;
        return true;
      }
      case 'SeriesName':
        if (this.seriesName !== null || whole.trim() === '' || whole.length > 300) return false;
        this.seriesName = whole;
        return true;
      case 'PreviousArticle':
        return this.neighbour('previous', pieces);
      case 'NextArticle':
        return this.neighbour('next', pieces);
      default:
        return false;
    }
  }

  private part(name: 'kicker' | 'headline', text: string): boolean {
    if (this.known[name] !== undefined || (text === '' && !this.reading.ours)) return false;
    this.known[name] = text;
    return true;
  }

  private set<N extends 'embargo' | 'section' | 'dateline' | 'tagline'>(name: N, value: Fields[N]): boolean {
    const nothing = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (nothing || this.known[name] !== undefined || !v.is(fieldSpecs[name], value)) return false;
    Object.assign(this.known, { [name]: value });
    return true;
  }

  private listed(pieces: Para['pieces'], role: Role): string[] {
    return linesOf(pieces, role).map(({ text }) => text);
  }

  private byline(pieces: Para['pieces']): boolean {
    const people: Person[] = [];
    // In their order: a role belongs to the name before it.
    let last: Role | null = null;
    for (const piece of pieces) {
      const text = lineOf([piece]);
      const person = people.at(-1);
      if (piece.role === 'PersonName') {
        if (last === 'PersonName' && person) person.name += text;
        else people.push({ name: text, role: null, url: urlOf(piece, this.reading) });
      } else if (piece.role === 'PersonRole' && person) person.role = last === 'PersonRole' ? (person.role ?? '') + text : text;
      last = piece.role;
    }
    if (people.length === 0 || this.known.byline !== undefined || !v.is(fieldSpecs.byline, people)) return false;
    this.known.byline = people;
    return true;
  }

  private neighbour(side: 'previous' | 'next', pieces: Para['pieces']): boolean {
    const link = pieces.find(({ url }) => url !== null);
    const url = link ? urlOf(link, this.reading) : null;
    const title = lineOf(pieces, 'PieceTitle');
    const found = { title: title === '' ? (url ?? '') : title, url };
    if (!v.is(outsidePiece, found) || this[side] !== null) return false;
    this[side] = found;
    return true;
  }
}
