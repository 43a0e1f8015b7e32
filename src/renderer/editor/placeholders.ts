import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { bodyStart, PARTS } from './parts';

const hints = ['Kicker', 'Headline', 'Standfirst'];
const BODY_HINT = 'Write, or type / for crossheads, quotations and more';

/** Says in empty parts what goes there: drawn by the style sheet from an attribute, so never part of the text. */
export const placeholdersPlugin = () => {
  const known = new WeakMap<Node, Decoration[]>();
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        let made = known.get(doc);
        if (!made) known.set(doc, (made = hintsFor(doc)));
        return made.length === 0 ? null : DecorationSet.create(doc, made);
      },
    },
  });
};

function hintsFor(doc: Node): Decoration[] {
  const decorations: Decoration[] = [];
  let pos = 0;
  for (const [index, hint] of hints.entries()) {
    const part = doc.child(index);
    if (part.content.size === 0) decorations.push(mark(pos, part, hint));
    pos += part.nodeSize;
  }
  const first = doc.childCount === PARTS + 1 ? doc.child(PARTS) : null;
  if (first?.type.name === 'paragraph' && first.content.size === 0) decorations.push(mark(bodyStart(doc), first, BODY_HINT));
  return decorations;
}

const mark = (pos: number, node: Node, hint: string) =>
  Decoration.node(pos, pos + node.nodeSize, { class: 'is-empty', 'data-hint': hint });
