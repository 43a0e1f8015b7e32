import type { InlineJson } from '../document/json';
import { isCarried, markOrder, type Carrying } from './asCarried';
import { END, SILENT, type Piece, type Word } from './draftWords';
import { joined } from './leaves';
import { besides, notesIn, withNotes } from './noteMarks';

/** Writes the new words, textblock by textblock. */
export class WordWriter {
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
    const old = mine.filter(({ text }) => text !== END && text !== SILENT);
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
