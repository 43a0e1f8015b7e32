import { Plugin } from '@tiptap/pm/state';
import { isLong } from './longPage';

/** Blocks of a group when it is made. It may grow to twice as many before it is parted. */
const SIZE = 20;
/** Signs in a line, about: for how high blocks are taken to be that nobody has seen yet. */
const LINE = 66;
/** What stands between two paragraphs (`words.css`). */
const BETWEEN = '0.85em';

/**
 * Out of sight nothing is laid out. The first group holds the head of the article and is never left out; nor is what has the keyboard,
 * because its menus may reach out. Containment would cut off what hangs over an edge: outlines, quotation marks, the undersides of letters.
 */
const STYLE = `
  slot { display: block; }
  slot:not(:first-of-type, :focus-within) { content-visibility: auto; overflow-clip-margin: 4rem; }
`;

/**
 * Lays the blocks of a long page out in groups, of which the browser leaves out those that are far from the window
 * (`content-visibility`, CSS Containment 2, 4). It looks at every such element once a frame, which for thousands of blocks takes longer
 * than a letter. ProseMirror wants blocks to be children of the page itself, and they are: the groups are slots in the page's shadow
 * tree that the blocks are assigned to (DOM, 4.2.2.4), and neither the document nor selections nor style sheets meet them. (With a box
 * around each slot, Chromium lets no selection reach over its edge.) `near` is called with each block of a group before it comes into sight.
 */
export const blockGroupsPlugin = (near: (block: Element) => void) =>
  new Plugin({
    view: (view) => {
      let groups: BlockGroups | null = null;
      const update = (): void => {
        if (groups) groups.follow();
        else if (isLong(view.state.doc)) groups = new BlockGroups(view.dom, near);
        else return;
        const { head, anchor } = view.state.selection;
        groups.layOutAround(view.domAtPos(head).node, view.domAtPos(anchor).node);
      };
      update();
      return { update, destroy: () => groups?.stop() };
    },
  });

interface Group {
  readonly slot: HTMLSlotElement;
  blocks: readonly ChildNode[];
}

/** The groups of one page. A page can't be without them again: one that has become short has few. */
export class BlockGroups {
  private readonly root: ShadowRoot;
  private groups: readonly Group[];
  private readonly of = new WeakMap<Node, Group>();
  private laidOut: ReadonlySet<HTMLSlotElement> = new Set();
  private readonly observer = new MutationObserver((changes) => this.take(changes));

  constructor(
    private readonly page: HTMLElement,
    private readonly near: (block: Element) => void,
  ) {
    this.root = page.attachShadow({ mode: 'open', slotAssignment: 'manual' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.root.adoptedStyleSheets = [sheet];
    this.root.addEventListener('contentvisibilityautostatechange', (event) => {
      const shown = this.groups.find(({ slot }) => slot === event.target);
      if (shown && !(event as ContentVisibilityAutoStateChangeEvent).skipped) this.makeReady(shown);
    });
    const first = this.newGroup(null);
    this.groups = [first];
    this.deal();
    this.observer.observe(page, { childList: true });
    // A hand may be quicker than the frame after a jump.
    page.addEventListener('mousedown', ({ target }) => this.layOutAround(target as Node), true);
  }

  /** Takes in what has changed since. Until then what is new is not shown, and has no place to scroll to. */
  follow(): void {
    this.take(this.observer.takeRecords());
  }

  /**
   * Lays out the groups of those places, and the ones before and behind them, whether they are in sight or not: from a place that is not
   * laid out the browser finds no way to the next line, and a click there would go to the start of the page.
   */
  layOutAround(...places: readonly Node[]): void {
    const wanted = new Set<HTMLSlotElement>();
    for (const place of places) {
      let block = place;
      while (block.parentNode && block.parentNode !== this.page) block = block.parentNode;
      const slot = this.of.get(block)?.slot;
      for (const one of [slot?.previousElementSibling, slot, slot?.nextElementSibling])
        if (one instanceof HTMLSlotElement) wanted.add(one);
    }
    for (const slot of this.laidOut) if (!wanted.has(slot)) slot.style.removeProperty('content-visibility');
    const fresh = [...wanted].filter((slot) => !this.laidOut.has(slot));
    this.laidOut = wanted;
    for (const slot of fresh) {
      slot.style.setProperty('content-visibility', 'visible');
      // The browser tells nothing of what it has not left out.
      const group = this.groups.find((one) => one.slot === slot);
      if (group) this.makeReady(group);
    }
  }

  stop(): void {
    this.observer.disconnect();
  }

  private take(changes: readonly MutationRecord[]): void {
    const touched = new Set<Group>();
    for (const { addedNodes, removedNodes } of changes) {
      for (const node of [...addedNodes, ...removedNodes]) {
        const group = this.of.get(node);
        if (group) touched.add(group);
        // What came or was put elsewhere belongs to where it is now.
        this.of.delete(node);
      }
    }
    if (changes.length > 0) this.deal(touched);
  }

  /** Every block to its group, new ones to that of the block before them; groups follow each other as their blocks do. */
  private deal(touched: ReadonlySet<Group> = new Set()): void {
    const places = new Map(this.groups.map((group, at) => [group, at]));
    const dealt: ChildNode[][] = this.groups.map(() => []);
    let at = 0;
    for (const block of this.page.childNodes) {
      const own = this.of.get(block);
      at = Math.max(at, (own && places.get(own)) ?? 0);
      dealt[at]?.push(block);
    }
    this.groups = this.groups.flatMap((group, index) => {
      const blocks = dealt[index] ?? [];
      // A block that was taken out and put back where it was has lost its slot.
      const same = blocks.length === group.blocks.length && blocks.every((block, place) => block === group.blocks[place]);
      return same && !touched.has(group) ? [group] : this.fill(group, blocks, index === 0);
    });
  }

  /** The group with those blocks, parted when they are too many; none when there are none, unless it is the first. */
  private fill(group: Group, blocks: readonly ChildNode[], first: boolean): readonly Group[] {
    if (blocks.length === 0 && !first) {
      group.slot.remove();
      return [];
    }
    const [own = [], ...others] = blocks.length > 2 * SIZE ? parts(blocks) : [blocks];
    const filled = [this.put(group, own)];
    for (const part of others) filled.push(this.put(this.newGroup(filled.at(-1) ?? null), part));
    if (first) this.makeReady(group);
    return filled;
  }

  private put(group: Group, blocks: readonly ChildNode[]): Group {
    group.blocks = blocks;
    for (const block of blocks) this.of.set(block, group);
    group.slot.assign(...blocks.filter(isShown));
    const lines = blocks.reduce((sum, { textContent }) => sum + Math.ceil((textContent?.length ?? 0) / LINE), 0);
    const height = `calc(${lines} * 1lh + ${blocks.length} * ${BETWEEN})`;
    group.slot.style.setProperty('contain-intrinsic-block-size', `auto ${height}`);
    return group;
  }

  private newGroup(before: Group | null): Group {
    const slot = document.createElement('slot');
    if (before) before.slot.after(slot);
    else this.root.append(slot);
    return { slot, blocks: [] };
  }

  private makeReady({ blocks }: Group): void {
    for (const block of blocks) if (block instanceof Element) this.near(block);
  }
}

const isShown = (node: ChildNode): node is Element | Text => node instanceof Element || node instanceof Text;

/** Ends a group behind a paragraph where there is one: its margin below is none, and margins do not go together over the edge of a group. */
function parts(blocks: readonly ChildNode[]): readonly ChildNode[][] {
  const all: ChildNode[][] = [[]];
  for (const block of blocks) {
    const part = all.at(-1) ?? [];
    const full = part.length >= SIZE && (part.at(-1) instanceof HTMLParagraphElement || part.length >= 2 * SIZE);
    if (full) all.push([block]);
    else part.push(block);
  }
  return all;
}
