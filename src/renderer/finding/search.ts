import type { Node } from '@tiptap/pm/model';
import type { Matcher } from '../../core/find/matcher';
import type { TextRange } from '../../core/quotes/verbatim';
import { textblocksOf } from '../editor/textblocks';

/** One search through every version of a document. What did not change since is not read again. */
export class Search {
  readonly #matcher: Matcher;
  readonly #known = new WeakMap<Node, readonly TextRange[]>();

  constructor(matcher: Matcher) {
    this.#matcher = matcher;
  }

  /** The places in a document, in order, as positions. Stops after each of its children, so that it can be done in slices. */
  *through(doc: Node): Generator<undefined, readonly TextRange[]> {
    const places: TextRange[] = [];
    let pos = 0;
    for (const child of doc.children) {
      for (const { from, to } of this.#in(child)) places.push({ from: from + pos, to: to + pos });
      pos += child.nodeSize;
      yield;
    }
    return places;
  }

  #in(child: Node): readonly TextRange[] {
    let found = this.#known.get(child);
    if (!found) {
      found = textblocksOf(child).flatMap(({ start, text }) =>
        this.#matcher(text).map(({ from, to }) => ({ from: from + start, to: to + start })),
      );
      this.#known.set(child, found);
    }
    return found;
  }
}
