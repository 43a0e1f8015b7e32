import type { DocJson } from '../document/json';
import { besideQuotation } from './attribution/beside';
import type { SpeechForms } from './attribution/forms';
import { speechFormsOf } from './attribution/languages';
import { namesIn } from './attribution/names';
import { quotablesOf, type Quotable } from './quotable';
import type { Quotation } from './quotations';

/** Who may have said the words of an inline quotation: an offer, never taken without the writer. */
export interface Offer {
  speaker: string;
  role: string | null;
  /** The words of the article that say so. */
  because: string;
}

const MOST = 3;

/**
 * For each quotation of an article (as `quotationsOf` gives them) who may have said it, by the words beside it: a name, or, for
 * "she said", the speaker before. A surname is completed by a full name that stands earlier. Nothing is offered where a
 * speaker is named already, or in a language whose forms are not known. Linear in the length of the text.
 */
export function whoSaidIt(doc: DocJson, quotations: readonly Quotation[]): (readonly Offer[])[] {
  const forms = speechFormsOf(doc.attrs.language);
  if (!forms) return quotations.map(() => []);
  const texts = quotablesOf(doc);
  const places = new Map(texts.map((text, at) => [text.path.join('.'), at]));
  const people = new People(doc, texts, forms, quotations);
  let last: Offer | null = null;
  return quotations.map((quotation) => {
    if (quotation.speaker !== null) {
      last = { speaker: quotation.speaker, role: quotation.role, because: '' };
      return [];
    }
    const first = quotation.ranges[0];
    const end = quotation.ranges.at(-1);
    if (quotation.kind === 'block' || !first || !end) return [];
    const at = places.get(first.path.join('.')) ?? -1;
    const before = beforeOf(texts, at, first.from);
    const after = texts[places.get(end.path.join('.')) ?? -1]?.text.slice(end.to) ?? '';
    const offers: Offer[] = [];
    const beside = besideQuotation(before, quotation.words, after, forms);
    for (const { name, role, because } of beside) {
      if (name === null && last) offers.push({ speaker: last.speaker, role: last.role, because });
      else if (name !== null)
        for (const speaker of people.called(name, at)) offers.push({ speaker, role: role ?? people.roleOf(speaker), because });
    }
    if (offers[0]) last = offers[0];
    // "We do." behind “We stay,” she said: the same sentence on the same breath, by the one who was named just before.
    else if (beside.length === 0 && last && follows(texts[at]?.text ?? '', first.from))
      offers.push({ ...last, because: last.because });
    return offers.slice(0, MOST);
  });
}

/** What stands before it; a paragraph that ends in a colon leads over to the next. */
function beforeOf(texts: readonly Quotable[], at: number, from: number): string {
  const own = texts[at]?.text.slice(0, from) ?? '';
  const above = texts[at - 1];
  return own.trim() === '' && texts[at]?.continues && above && /:\s*$/u.test(above.text) ? above.text : own;
}

/** A quotation stands before it in the same paragraph, with only a few words between that end a sentence. */
const follows = (text: string, from: number): boolean => /[”»“"][^“”„«»"]{0,120}[.!?]\s*$/u.test(text.slice(0, from));

const namesKnown = new WeakMap<object, { forms: SpeechForms; names: readonly string[] }>();

/** Full names by their last word, with the place where each stands first; read only when a surname asks for it. */
class People {
  readonly #roles = new Map<string, string>();
  #bySurname: Map<string, Map<string, number>> | null = null;

  constructor(
    private readonly doc: DocJson,
    private readonly texts: readonly Quotable[],
    private readonly forms: SpeechForms,
    private readonly quotations: readonly Quotation[],
  ) {
    for (const { speaker, role } of quotations) if (speaker !== null && role !== null) this.#roles.set(speaker, role);
  }

  roleOf(speaker: string): string | null {
    return this.#roles.get(speaker) ?? null;
  }

  /** The full names that a surname may stand for at a place; the name itself where none is known. */
  called(name: string, at: number): string[] {
    if (/\s/u.test(name)) return [name];
    const full = [...((this.#bySurname ??= this.#read()).get(name) ?? [])].flatMap(([each, first]) =>
      first <= at ? [each] : [],
    );
    // "Ana Maria Ruiz" and "Maria Ruiz" are one person, named by the longer name.
    const whole = full.filter((each) => !full.some((other) => other !== each && other.endsWith(` ${each}`)));
    return whole.length === 0 ? [name] : whole;
  }

  #read(): Map<string, Map<string, number>> {
    const found = new Map<string, Map<string, number>>();
    const add = (name: string, at: number) => {
      const surname = name.split(/\s+/u).at(-1) ?? name;
      if (surname === name) return;
      const known = found.get(surname) ?? new Map<string, number>();
      if (!known.has(name)) known.set(name, at);
      found.set(surname, known);
    };
    for (const { speaker } of this.quotations) if (speaker !== null) add(speaker, 0);
    this.texts.forEach((text, at) => {
      for (const name of this.#namesIn(text)) add(name, at);
    });
    return found;
  }

  #namesIn({ path, text }: Quotable): readonly string[] {
    const block = this.doc.content[path[0] ?? 0];
    // A block of several texts is read each time: such blocks are short.
    if (!block || path.length > 1) return namesIn(text, this.forms);
    const known = namesKnown.get(block);
    if (known?.forms === this.forms) return known.names;
    const names = namesIn(text, this.forms);
    namesKnown.set(block, { forms: this.forms, names });
    return names;
  }
}
