import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { Step, StepMap, StepResult, type Mappable } from '@tiptap/pm/transform';

/** Inline content in place of a range inside one textblock. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly content: Fragment;
}

/**
 * Exchanges inline content in many places at once: one step, so that a document is built anew once and not for every place, and
 * positions between the places stay exact. The changes lie apart and in order.
 */
export class ReplaceManyStep extends Step {
  constructor(readonly changes: readonly Change[]) {
    super();
  }

  override apply(doc: Node): StepResult {
    const last = this.changes.at(-1);
    if (last && last.to > doc.content.size) return StepResult.fail('A change lies outside the document.');
    const made = rebuilt(doc, 0, this.changes);
    return made ? StepResult.ok(made) : StepResult.fail('A change does not lie inside one textblock, or does not fit in there.');
  }

  override getMap(): StepMap {
    return new StepMap(this.changes.flatMap(({ from, to, content }) => [from, to - from, content.size]));
  }

  override invert(doc: Node): ReplaceManyStep {
    let shift = 0;
    const taken = takenOut(doc, this.changes);
    const changes = this.changes.map(({ from, to, content }, at) => {
      const start = from + shift;
      shift += content.size - (to - from);
      return { from: start, to: start + content.size, content: taken[at] ?? Fragment.empty };
    });
    return new ReplaceManyStep(changes);
  }

  override map(mapping: Mappable): ReplaceManyStep | null {
    const changes = this.changes.flatMap(({ from, to, content }) => {
      const start = mapping.mapResult(from, 1);
      const end = mapping.mapResult(to, -1);
      return start.deletedAcross && end.deletedAcross ? [] : [{ from: start.pos, to: Math.max(start.pos, end.pos), content }];
    });
    return changes.length > 0 ? new ReplaceManyStep(changes) : null;
  }

  override toJSON(): { stepType: string; changes: unknown[] } {
    const changes = this.changes.map(({ from, to, content }) => ({ from, to, content: content.toJSON() as unknown }));
    return { stepType: 'stetReplaceMany', changes };
  }

  static override fromJSON(
    schema: Schema,
    json: { changes: readonly { from: number; to: number; content: unknown }[] },
  ): ReplaceManyStep {
    return new ReplaceManyStep(
      json.changes.map(({ from, to, content }) => ({ from, to, content: Fragment.fromJSON(schema, content) })),
    );
  }
}

Step.jsonID('stetReplaceMany', ReplaceManyStep);

/** The node with the changes made; children without one stay the same objects. `start` is where its content begins. */
function rebuilt(node: Node, start: number, changes: readonly Change[]): Node | null {
  if (node.isTextblock) return rewritten(node, start, changes);
  const children: Node[] = [];
  let at = 0;
  let pos = start;
  for (const child of node.children) {
    const end = pos + child.nodeSize;
    const first = at;
    while (at < changes.length && (changes[at]?.from ?? end) < end) at++;
    const made = first === at ? child : child.isLeaf ? null : rebuilt(child, pos + 1, changes.slice(first, at));
    if (!made) return null;
    children.push(made);
    pos = end;
  }
  return at === changes.length ? node.copy(Fragment.fromArray(children)) : null;
}

function rewritten(block: Node, start: number, changes: readonly Change[]): Node | null {
  let content = Fragment.empty;
  let read = 0;
  for (const change of changes) {
    const [from, to] = [change.from - start, change.to - start];
    if (from < read || to > block.content.size) return null;
    content = content.append(block.content.cut(read, from)).append(change.content);
    read = to;
  }
  content = content.append(block.content.cut(read));
  return block.type.validContent(content) ? block.copy(content) : null;
}

/** What stands in the places of the changes, in order. One walk: looking each place up would take the square of the time. */
function takenOut(doc: Node, changes: readonly Change[]): Fragment[] {
  const taken: Fragment[] = [];
  doc.descendants((node, pos) => {
    const start = pos + 1;
    const next = changes[taken.length];
    if (!next || next.from >= pos + node.nodeSize) return false;
    if (!node.isTextblock) return true;
    for (let change: Change | undefined = next; change && change.to <= start + node.content.size; change = changes[taken.length])
      taken.push(node.content.cut(change.from - start, change.to - start));
    return false;
  });
  return taken;
}
