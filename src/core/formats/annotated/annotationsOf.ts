import type { BlockJson, DocJson, InlineJson } from '../../document/json';
import { quotationsOf, type Quotation } from '../../quotes/quotations';
import type { Annotation, AnnotationLine } from './annotation';
import { isGuarded } from './guardedSources';
import type { CopyWords, LineName } from './words/copyWords';

type Found = Omit<Annotation, 'number'>;

/**
 * What the writer keeps about words of an article: every quotation with its evidence, every private note, in the order of the text.
 * With `guarded`, who protected sources are, and all that may tell, is left out of what stands about a quotation. Linear.
 */
export function annotationsOf(doc: DocJson, guarded: boolean, words: CopyWords): Annotation[] {
  const found = [...quotationsOf(doc).map((one) => aboutQuotation(one, guarded, words)), ...notesIn(doc, words)];
  return found.sort(inOrder).map((each, index) => ({ ...each, number: index + 1 }));
}

function aboutQuotation(quotation: Quotation, guarded: boolean, words: CopyWords): Found {
  const { kind, speaker, role, sourceTitle, sourceUrl, saidOn, ranges, evidence, state } = quotation;
  const guards = isGuarded(quotation);
  const { labels } = words;
  const said = (name: LineName, text: string | null | undefined): AnnotationLine[] =>
    text === null || text === undefined || text.trim() === '' ? [] : [{ label: labels[name], text }];
  const who = [speaker, role].filter((part) => part !== null && part.trim() !== '').join(', ');
  const address = guarded && evidence?.hideSource === true && sourceUrl !== null ? words.addressLeftOut : sourceUrl;
  const known = [
    ...said('against', evidence?.against),
    ...said('minute', evidence?.minute),
    ...said('original', evidence?.original),
    ...said('source', sourceTitle),
    ...said(evidence?.hideSource ? 'hiddenAddress' : 'address', address),
    ...said('saidOn', saidOn),
  ];
  const hidden = guarded && guards;
  return {
    kind: 'quotation',
    words: quotation.words,
    ranges,
    guard: guards ? guardOf(quotation, words) : null,
    lines: [
      ...said('who', who === '' ? words.nobody : hidden ? words.nameLeftOut : who),
      ...said('terms', evidence ? words.terms[evidence.record] : words.noTerms),
      ...said('check', words.states[state]),
      ...said('baseline', state === 'edited' || state === 'changed' ? evidence?.baseline : null),
      // A recording, a day or a language may tell who it was as well as a name.
      ...(hidden && known.length > 0 ? said('leftOut', words.detailsLeftOut) : hidden ? [] : known),
      ...said('kind', words.kinds[kind]),
    ],
  };
}

function guardOf({ evidence, kind, speaker }: Quotation, { guards }: CopyWords): string {
  if (evidence?.record === 'off') return guards.off;
  return kind === 'block' && speaker !== null ? guards.named : guards.background;
}

const inline = new Set(['text', 'hardBreak', 'articleLink']);

/** The private notes on words; words in a row with the same note are one, in a textblock. */
function notesIn(doc: DocJson, words: CopyWords): Found[] {
  const found: Found[] = [];
  const visit = (node: { content?: readonly (BlockJson | InlineJson)[] }, path: readonly number[]): void => {
    const { content = [] } = node;
    if (content[0] && inline.has(content[0].type)) found.push(...notesOf(content as readonly InlineJson[], path, words));
    else content.forEach((child, index) => visit(child as typeof node, [...path, index]));
  };
  doc.content.forEach((child, index) => visit(child as { content?: readonly InlineJson[] }, [index]));
  return found;
}

function notesOf(content: readonly InlineJson[], path: readonly number[], { labels, emptyNote }: CopyWords): Found[] {
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
    lines: [{ label: labels.note, text: text.trim() === '' ? emptyNote : text }],
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
