import type { ArticleLinkJson, InlineJson, MarkJson } from '../document/json';
import { noteLine } from '../formats/docx/trackedChanges';
import { hunksBetween, wordTokens, type WordToken } from '../history/wordHunks';
import { isCarried, markOrder, type Carrying } from './asCarried';
import { joined } from './leaves';

/** What stands at one place of the draft's words: with it the link that shows a headline, where these are the words of one. */
interface Piece {
  node: InlineJson;
  atom: Shown | null;
}
interface Shown {
  link: ArticleLinkJson;
  headline: string;
}
interface Word {
  text: string;
  look: string;
  pieces: readonly Piece[];
  /** Links before it that show no headline here. */
  silent: readonly ArticleLinkJson[];
}

/** Between two textblocks; NUL stands in no text. */
const END = '\0end';

/**
 * The wanted words of some textblocks with everything private that the draft's words have: marks that the format does not carry
 * stay on words that stay, and on what takes the place of words that all had them. A note is never lost while a word of its
 * textblock is left. Gives the contents of the wanted textblocks in order.
 */
export function adoptWords(
  mine: readonly (readonly InlineJson[])[],
  wanted: readonly (readonly InlineJson[])[],
  carrying: Carrying,
  language: string,
): InlineJson[][] {
  const old = mine.flatMap((content) => [...wordsOf(content, carrying, language), end]);
  const now = wanted.flatMap((content) => [...wordsOf(content, carrying, language), end]);
  const writer = new Writer(carrying);
  let [o, n] = [0, 0];
  const same = (upTo: number) => {
    for (; o < upTo; o++, n++) writer.keep(old[o] ?? end, now[n] ?? end);
  };
  for (const { from, to, upTo, at } of hunksBetween(old.map(asToken), now.map(asToken))) {
    same(from);
    writer.exchange(old.slice(from, to), now.slice(at, upTo), old[to]);
    [o, n] = [to, upTo];
  }
  same(old.length);
  return writer.contents();
}

const end: Word = { text: END, look: '', pieces: [], silent: [] };
const asToken = ({ text, look }: Word): WordToken => ({ text, look, content: [] });

/** The words of a textblock of the draft as a returned copy would have them, each with what it is made of. */
function wordsOf(content: readonly InlineJson[], carrying: Carrying, language: string): Word[] {
  // Cutting words apart keeps the marks of each as they are: they tell which link it was.
  const atoms = new Map<readonly MarkJson[], Shown>();
  const silent: { at: number; atom: ArticleLinkJson }[] = [];
  let at = 0;
  const shown = content.flatMap((node): InlineJson[] => {
    if (node.type !== 'articleLink') {
      at += node.type === 'text' ? node.text.length : 1;
      return [node];
    }
    const headline = (carrying.headlines[node.attrs.article] ?? '').trim();
    if (headline === '') {
      silent.push({ at, atom: node });
      return [];
    }
    at += headline.length;
    const others = (node.marks ?? []).filter(({ type }) => type !== 'link');
    const marks: MarkJson[] = [...others, { type: 'link', attrs: { target: { article: node.attrs.article } } }];
    atoms.set(marks, { link: node, headline });
    return [{ type: 'text', text: headline, marks }];
  });
  let from = 0;
  const tokens = wordTokens(shown, language, (mark) => isCarried(mark, carrying)).map((token): Word => {
    const length = token.text.startsWith('\0') ? 1 : token.text.length;
    const before = silent.filter((each) => each.at >= from && each.at < from + length).map(({ atom }) => atom);
    from += length;
    const pieces = token.content.map((node) => ({ node, atom: (node.marks && atoms.get(node.marks)) ?? null }));
    return { text: token.text, look: token.look, pieces, silent: before };
  });
  const last = silent.filter((each) => each.at >= from).map(({ atom }) => atom);
  return last.length === 0 ? tokens : [...tokens, { text: '\0silent', look: '', pieces: [], silent: last }];
}

const notesIn = (marks: readonly MarkJson[] | undefined): string[] =>
  (marks ?? []).flatMap((mark) => (mark.type === 'note' && mark.attrs ? [mark.attrs.text] : []));

/** Marks with further notes, in the order of the schema. */
function withNotes(marks: readonly MarkJson[], notes: readonly string[]): MarkJson[] {
  const all = [...new Set([...notesIn(marks), ...notes])].filter((text) => text !== '');
  const others = marks.filter(({ type }) => type !== 'note');
  const had = marks.find(({ type }) => type === 'note');
  const note: MarkJson[] = all.length > 0 ? [{ type: 'note', attrs: { text: noteLine(all.join(' / ')) } }] : had ? [had] : [];
  // A note that is there alone stays exactly as it is.
  const kept = notes.every((text) => notesIn(marks).includes(text)) && had ? [had] : note;
  return [...others, ...kept].sort((a, b) => markOrder(a.type) - markOrder(b.type));
}

/** Writes the new words, textblock by textblock. */
class Writer {
  readonly #done: InlineJson[][] = [];
  #pieces: Piece[] = [];
  /** Notes of words that went, for the next word of the textblock. */
  #orphans: string[] = [];

  constructor(private readonly carrying: Carrying) {}

  /** A word that stays, with what was said of it. */
  keep(mine: Word, wanted: Word): void {
    this.#put(mine.silent.map((node) => ({ node, atom: null })));
    if (mine.text === END) return this.#close();
    const said = wanted.pieces.flatMap(({ node }) => notesIn(node.marks));
    this.#put(mine.pieces.map((piece) => this.#noted(piece, said)));
  }

  /** Words in place of others; `next` is the word after them. */
  exchange(mine: readonly Word[], wanted: readonly Word[], next: Word | undefined): void {
    this.#put(mine.flatMap(({ silent }) => silent).map((node) => ({ node, atom: null })));
    const old = mine.filter(({ text }) => text !== END && text !== '\0silent');
    if (old.length === wanted.length && old.every(({ text }, at) => text === wanted[at]?.text)) {
      old.forEach((word, at) => this.#restyle(word, wanted[at] ?? word));
      return;
    }
    const had = old.flatMap(({ pieces }) => pieces.map(({ node }) => node)).filter(({ type }) => type === 'text');
    const around = [this.#pieces.at(-1)?.node, next?.pieces[0]?.node].flatMap((node) => (node?.type === 'text' ? [node] : []));
    const covering = had.length > 0 ? had : around.length === 2 ? around : [];
    const shared = (covering[0]?.marks ?? []).filter(
      (mark) =>
        !isCarried(mark, this.carrying) &&
        covering.every(({ marks }) => marks?.some((other) => JSON.stringify(other) === JSON.stringify(mark))),
    );
    const notes = had.length > 0 ? [...new Set(had.flatMap(({ marks }) => notesIn(marks)))] : [];
    const words = wanted.flatMap(({ pieces }) => pieces);
    const comes = words.some(({ node }) => node.type === 'text');
    for (const word of wanted) {
      if (word.text === END) this.#close();
      else
        this.#put(
          word.pieces.map(({ node }) => ({
            node: node.type === 'text' ? { ...node, marks: withNotes(besides(node.marks ?? [], shared), notes) } : node,
            atom: null,
          })),
        );
    }
    if (!comes) {
      const beside = around.flatMap(({ marks }) => notesIn(marks));
      this.#orphans.push(...notes.filter((text) => !beside.includes(text)));
    }
  }

  contents(): InlineJson[][] {
    if (this.#pieces.length > 0) this.#close();
    return this.#done;
  }

  /** A word that is set differently: what the copy could not show stays on every letter. */
  #restyle(mine: Word, wanted: Word): void {
    if (mine.text.startsWith('\0')) return this.keep(mine, wanted);
    let at = 0;
    const styled = wanted.pieces.flatMap(({ node }) => {
      const start = at;
      at += node.type === 'text' ? node.text.length : 0;
      return node.type === 'text' ? [{ from: start, to: at, marks: node.marks ?? [] }] : [];
    });
    let from = 0;
    for (const { node } of mine.pieces) {
      if (node.type !== 'text') continue;
      const to = from + node.text.length;
      for (const style of styled) {
        const [start, end] = [Math.max(from, style.from), Math.min(to, style.to)];
        if (start >= end) continue;
        const hidden = (node.marks ?? []).filter((mark) => !isCarried(mark, this.carrying));
        const marks = withNotes(
          besides(
            style.marks.filter(({ type }) => type !== 'note'),
            hidden,
          ),
          notesIn(style.marks),
        );
        this.#put([{ node: { ...node, text: node.text.slice(start - from, end - from), marks }, atom: null }]);
      }
      from = to;
    }
  }

  #noted(piece: Piece, said: readonly string[]): Piece {
    const { node } = piece;
    if (node.type !== 'text' || said.every((text) => notesIn(node.marks).includes(text))) return piece;
    return { node: { ...node, marks: withNotes(node.marks ?? [], said) }, atom: null };
  }

  #put(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      const orphans = piece.node.type === 'text' ? this.#orphans.splice(0) : [];
      this.#pieces.push(this.#noted(piece, orphans));
    }
  }

  #close(): void {
    const orphans = this.#orphans.splice(0);
    const last = this.#pieces.findLastIndex(({ node }) => node.type === 'text');
    const piece = this.#pieces[last];
    if (orphans.length > 0 && piece) this.#pieces[last] = this.#noted(piece, orphans);
    this.#done.push(joined(withAtoms(this.#pieces).map(bare)));
    this.#pieces = [];
  }
}

/** Marks with others that do not stand in their way. */
const besides = (marks: readonly MarkJson[], others: readonly MarkJson[]): MarkJson[] => [
  ...marks,
  ...others.filter(({ type }) => !marks.some((mark) => mark.type === type)),
];

function bare(node: InlineJson): InlineJson {
  if (node.type === 'articleLink') return node;
  const { marks, ...rest } = node;
  if (!marks || marks.length === 0) return rest;
  return { ...rest, marks: [...marks].sort((a, b) => markOrder(a.type) - markOrder(b.type)) };
}

/** Words that are a whole headline again are the link that showed it. */
function withAtoms(pieces: readonly Piece[]): InlineJson[] {
  const out: InlineJson[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) break;
    let end = i;
    let text = '';
    while (piece.atom && pieces[end]?.atom === piece.atom) {
      const { node } = pieces[end] ?? piece;
      text += node.type === 'text' ? node.text : '';
      end++;
    }
    if (piece.atom && text === piece.atom.headline) {
      out.push(piece.atom.link);
      i = end - 1;
    } else out.push(piece.node);
  }
  return out;
}
