import type { BlockJson, DocJson, InlineJson } from '../../document/json';
import { quotationsOf, type Quotation } from '../../quotes/quotations';
import type { Annotation, AnnotationLine } from './annotation';
import { ADDRESS_LEFT_OUT, isGuarded, NAME_LEFT_OUT } from './guardedSources';

type Found = Omit<Annotation, 'number'>;

/**
 * What the writer keeps about words of an article: every quotation with its evidence, every private note, in the order of the text.
 * With `guarded`, who protected sources are is left out of what stands about a quotation. Linear.
 */
export function annotationsOf(doc: DocJson, guarded: boolean): Annotation[] {
  const found = [...quotationsOf(doc).map((one) => aboutQuotation(one, guarded)), ...notesIn(doc)];
  return found.sort(inOrder).map((each, index) => ({ ...each, number: index + 1 }));
}

const states: Readonly<Record<Quotation['state'], string>> = {
  unchecked: 'Not checked',
  checked: 'The words stand as they were checked',
  edited: 'Since they were checked the words were only shortened or clarified in brackets',
  changed: 'THE WORDS CHANGED since they were checked',
};
const terms = {
  on: 'On the record',
  background: 'On background: for print without the name',
  off: 'OFF THE RECORD: not for print',
};

function aboutQuotation(quotation: Quotation, guarded: boolean): Found {
  const { kind, speaker, role, sourceTitle, sourceUrl, saidOn, words, ranges, evidence, state } = quotation;
  const guards = isGuarded(quotation);
  const hidden = guarded && guards;
  const address = guarded && (guards || evidence?.hideSource === true) && sourceUrl !== null ? ADDRESS_LEFT_OUT : sourceUrl;
  const who = [speaker, role].filter((part) => part !== null && part.trim() !== '').join(', ');
  const said = (label: string, text: string | null | undefined): AnnotationLine[] =>
    text === null || text === undefined || text.trim() === '' ? [] : [{ label, text }];
  return {
    kind: 'quotation',
    words,
    ranges,
    guard: guards ? guardOf(quotation) : null,
    lines: [
      ...said('Who said it', who === '' ? 'Nobody is named' : hidden ? NAME_LEFT_OUT : who),
      ...said('Terms', evidence ? terms[evidence.record] : 'None noted'),
      ...said('Check', states[state]),
      ...said('Words that were checked', state === 'edited' || state === 'changed' ? evidence?.baseline : null),
      ...said('Checked against', evidence?.against),
      ...said('Minute', evidence?.minute),
      ...said('In the original language', evidence?.original),
      ...said('Source', sourceTitle),
      ...said(evidence?.hideSource ? 'Address, kept out of exports' : 'Address', address),
      ...said('Said on', saidOn),
      ...said('Kind', kind === 'inline' ? 'Words inside a sentence' : 'Block quotation'),
    ],
  };
}

function guardOf({ evidence, kind, speaker }: Quotation): string {
  if (evidence?.record === 'off') return 'PROTECT: said off the record. These words are not for print, and nor is who said them.';
  return kind === 'block' && speaker !== null
    ? 'PROTECT: said on background, and the page names the source under the words.'
    : 'PROTECT: said on background. The source is not to be named.';
}

const inline = new Set(['text', 'hardBreak', 'articleLink']);

/** The private notes on words; words in a row with the same note are one, in a textblock. */
function notesIn(doc: DocJson): Found[] {
  const found: Found[] = [];
  const visit = (node: { content?: readonly (BlockJson | InlineJson)[] }, path: readonly number[]): void => {
    const { content = [] } = node;
    if (content[0] && inline.has(content[0].type)) found.push(...notesOf(content as readonly InlineJson[], path));
    else content.forEach((child, index) => visit(child as typeof node, [...path, index]));
  };
  doc.content.forEach((child, index) => visit(child as { content?: readonly InlineJson[] }, [index]));
  return found;
}

function notesOf(content: readonly InlineJson[], path: readonly number[]): Found[] {
  const notes: { text: string; words: string; from: number; to: number }[] = [];
  let at = 0;
  for (const node of content) {
    const words = node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : '…';
    for (const mark of node.marks ?? []) {
      if (mark.type !== 'note') continue;
      const text = mark.attrs?.text ?? '';
      const last = notes.at(-1);
      if (last?.to === at && last.text === text) Object.assign(last, { words: last.words + words, to: at + words.length });
      else notes.push({ text, words, from: at, to: at + words.length });
    }
    at += words.length;
  }
  return notes.map(({ text, words, from, to }) => ({
    kind: 'note',
    words,
    ranges: [{ path, from, to }],
    guard: null,
    lines: [{ label: 'Note', text: text.trim() === '' ? 'Marked, without words' : text }],
  }));
}

function inOrder({ ranges: [a] }: Found, { ranges: [b] }: Found): number {
  if (!a || !b) return 0;
  for (let at = 0; at < Math.max(a.path.length, b.path.length); at++) {
    const apart = (a.path[at] ?? -1) - (b.path[at] ?? -1);
    if (apart !== 0) return apart;
  }
  return a.from - b.from || b.to - a.to;
}
