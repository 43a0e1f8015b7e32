import type { BlockJson, BlockOf } from '../../document/json';

type List = BlockOf<'bulletList' | 'orderedList'>;

/** Lists while they are read: a word processor has a flat run of paragraphs, each with its level and the number of its list. */
export class ListStack {
  private readonly open: { id: string; level: number; list: List }[] = [];

  constructor(
    private readonly blocks: BlockJson[],
    /** Whether two numbers are always two lists. */
    private readonly exact: boolean,
  ) {}

  /** Adds an item to its list, which is begun where it is not open. */
  item(
    paragraph: BlockOf<'paragraph'>,
    { id, level }: { id: string; level: number },
    { ordered, start }: { ordered: boolean; start: number },
  ): void {
    const item: BlockOf<'listItem'> = { type: 'listItem', content: [paragraph] };
    while ((this.open.at(-1)?.level ?? -1) > level) this.open.pop();
    const last = this.open.at(-1);
    if (last?.level === level && (last.id === id || !this.exact) && (last.list.type === 'orderedList') === ordered) {
      last.list.content?.push(item);
      return;
    }
    if (last?.level === level) this.open.pop();
    const list: List = ordered
      ? { type: 'orderedList', attrs: { start }, content: [item] }
      : { type: 'bulletList', content: [item] };
    const parent = this.open.at(-1)?.list.content?.at(-1);
    if (parent) parent.content?.push(list);
    else this.blocks.push(list);
    this.open.push({ id, level, list });
  }

  /** Adds a paragraph to the last item at a level; false where there is none. */
  continue(paragraph: BlockOf<'paragraph'>, level: number): boolean {
    while ((this.open.at(-1)?.level ?? -1) > Math.max(level, this.open[0]?.level ?? 0)) this.open.pop();
    const item = this.open.at(-1)?.list.content?.at(-1);
    if (!item) return false;
    item.content?.push(paragraph);
    return true;
  }

  /** What follows is no list. */
  end(): void {
    this.open.length = 0;
  }
}
