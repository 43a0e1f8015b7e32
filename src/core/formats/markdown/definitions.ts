import type { Definition, Root, RootContent } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';

/** What the references of a text mean (`[r]: https://…`), and which of them a link has taken up. */
export class Definitions {
  readonly #all: Definition[] = [];
  readonly #byName = new Map<string, Definition>();
  readonly #taken = new Set<Definition>();

  constructor(root: Root) {
    const stack: RootContent[] = root.children.toReversed();
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.type === 'definition') {
        const name = normalizeIdentifier(node.identifier);
        this.#all.push(node);
        // The first of a name counts (CommonMark 0.31 section 4.7).
        if (!this.#byName.has(name)) this.#byName.set(name, node);
      } else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
        stack.push(...node.children.toReversed());
    }
  }

  /** What `identifier` means for a link; from then on it counts as taken. */
  take(identifier: string): Definition | null {
    const found = this.#byName.get(normalizeIdentifier(identifier)) ?? null;
    if (found) this.#taken.add(found);
    return found;
  }

  /** Those that no link took, in the order of the text. */
  untaken(): Definition[] {
    return this.#all.filter((definition) => !this.#taken.has(definition));
  }
}
