import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { mount, unmount } from 'svelte';
import ArticleLinkTitle from './ArticleLinkTitle.svelte';
import type { EditorHost } from './host';

/** A link that shows a headline: follows the headline by itself, and holds no text of the document. */
export class ArticleLinkView implements NodeView {
  readonly dom: HTMLElement;
  readonly #id: string;
  readonly #mounted: Record<string, unknown>;

  constructor(node: Node, host: EditorHost) {
    this.#id = String(node.attrs.article);
    this.dom = document.createElement('span');
    this.dom.className = 'article-link';
    this.dom.contentEditable = 'false';
    this.#mounted = mount(ArticleLinkTitle, { target: this.dom, props: { id: this.#id, article: (id) => host.article(id) } });
  }

  update(node: Node): boolean {
    return node.type.name === 'articleLink' && node.attrs.article === this.#id;
  }

  selectNode(): void {
    this.dom.classList.add('is-selected');
  }

  deselectNode(): void {
    this.dom.classList.remove('is-selected');
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    void unmount(this.#mounted);
  }
}
