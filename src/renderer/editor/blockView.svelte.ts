import type { Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { mount, unmount, type Component } from 'svelte';
import { commitAttributes, leaveField } from './fields';
import type { EditorHost } from './host';
import { makeFields, mayWait, waitForFields, waitingWords } from './waitingFields';

/** What the fields of a block get to see and do. */
export interface BlockFields {
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly host: EditorHost;
  /** One step of undo. */
  commit: (attrs: Readonly<Record<string, unknown>>) => void;
  leave: (where: 'words' | 'start' | 'before' | 'behind') => void;
  /** Runs a command where the cursor stands. */
  run: (command: Command) => void;
}

interface Shape {
  tag: string;
  className: string;
  /** The element of the words; null for a block without. */
  words: string | null;
  /** The element inside that one which holds the content: `tbody` of a table. */
  inner?: string;
  fieldsTag: string;
  fields: Component<{ block: BlockFields }>;
  /** What the fields say, in one line: stands for them on a long page until somebody comes near. Without it they never wait. */
  said?: (attrs: Readonly<Record<string, unknown>>) => string;
  /** The fields stand over the words. */
  fieldsFirst?: true;
  /** What the look of the block depends on besides its fields. */
  look?: (node: Node, dom: HTMLElement) => void;
  /** True when the block must be drawn anew, with all that stands in it. */
  anew?: (node: Node, before: Node) => boolean;
}

/** A block with words (perhaps) and fields beside them that are edited in place. */
export class BlockView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement | null = null;
  readonly #fields: HTMLElement;
  #mounted: Record<string, unknown> | null = null;
  readonly #look: Shape['look'];
  readonly #anew: Shape['anew'];
  readonly #said: Shape['said'];
  #node: Node = $state.raw() as Node;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, host: EditorHost, shape: Shape) {
    this.#node = node;
    this.dom = document.createElement(shape.tag);
    this.dom.className = shape.className;
    this.#look = shape.look;
    this.#anew = shape.anew;
    this.#said = shape.said;
    shape.look?.(node, this.dom);
    if (shape.words) {
      const words = document.createElement(shape.words);
      this.contentDOM = shape.inner ? words.appendChild(document.createElement(shape.inner)) : words;
      this.dom.append(words);
    }
    this.#fields = document.createElement(shape.fieldsTag);
    this.#fields.className = `${shape.className}-fields`;
    this.#fields.contentEditable = 'false';
    if (shape.fieldsFirst) this.dom.prepend(this.#fields);
    else this.dom.append(this.#fields);
    const at = (act: (pos: number) => void) => {
      const pos = getPos();
      if (pos !== undefined) act(pos);
    };
    const node$ = () => this.#node;
    const block: BlockFields = {
      get attrs() {
        return node$().attrs;
      },
      host,
      commit: (attrs) => at((pos) => commitAttributes(view, pos, attrs)),
      leave: (where) => at((pos) => leaveField(view, pos, where)),
      run: (command) => {
        command(view.state, view.dispatch, view);
        view.focus();
      },
    };
    const make = () => void (this.#mounted = mount(shape.fields, { target: this.#fields, props: { block } }));
    if (shape.said && mayWait(view)) waitForFields(this.dom, this.#fields, shape.said(node.attrs), make);
    else make();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type || this.#anew?.(node, this.#node)) return false;
    this.#node = node;
    this.#look?.(node, this.dom);
    if (!this.#mounted && this.#said) waitingWords(this.#fields, this.#said(node.attrs));
    return true;
  }

  selectNode(): void {
    makeFields(this.dom);
    this.dom.classList.add('is-selected');
  }

  deselectNode(): void {
    this.dom.classList.remove('is-selected');
  }

  // Keys, clicks and clipboard in a field are the field's own; dragging the block is ProseMirror's.
  stopEvent(event: Event): boolean {
    const { target } = event;
    return (
      target instanceof HTMLElement && this.#fields.contains(target) && target.closest('input, button, [role="option"]') !== null
    );
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    // The browser has taken the words out of the block: without them on the page they could not be written in, nor read.
    if (mutation.type === 'childList' && this.contentDOM && !this.dom.contains(this.contentDOM)) return false;
    return mutation.target !== this.contentDOM && !this.contentDOM?.contains(mutation.target);
  }

  destroy(): void {
    if (this.#mounted) void unmount(this.#mounted);
  }
}
