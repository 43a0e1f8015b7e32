import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { ArticleSummary } from '../../core/article/summary';
import { insertArticleLink, linkQuery } from './articleLink';
import { anchorOf } from './anchorOf';
import type { EditorHost } from './host';
import type { MenuState } from './menus.svelte';

const MOST = 8;
export const ARTICLE_LIST_ID = 'stet-articles';
/** The id that the editor names as its active descendant while articles are offered. */
export const articleOptionId = (index: number): string => `stet-article-${index}`;

/** The articles that a query offers: those that quick open finds, without the one that is being written. */
export const offeredArticles = (host: EditorHost, words: string): readonly ArticleSummary[] =>
  host
    .find(words)
    .filter(({ id }) => id !== host.articleId)
    .slice(0, MOST);

/** Puts a link to an article in place of the `[[` that asked for it. */
export function chooseArticle(view: EditorView, id: string): void {
  const query = linkQuery(view.state);
  if (query) insertArticleLink(query, id)(view.state, view.dispatch);
  view.focus();
}

/** `[[` offers the articles of the library; keys choose one, as in the menu that `/` opens. */
export const articleMenuPlugin = (host: EditorHost, menus: MenuState) => {
  /** Where the `[[` stands whose offers the writer has put away. */
  let dismissed = -1;
  return new Plugin({
    view: (view) => {
      let frame = 0;
      const look = () => {
        frame = 0;
        if (!view.isDestroyed) show(view);
      };
      const soon = () => {
        frame ||= requestAnimationFrame(look);
      };
      const show = (shown: EditorView): void => {
        const query = shown.hasFocus() ? linkQuery(shown.state) : null;
        if (query === null) dismissed = -1;
        const items = query === null || query.from === dismissed ? [] : offeredArticles(host, query.words);
        menus.articles = items.length === 0 ? null : { anchor: anchorOf(shown), items };
        menus.articleIndex = Math.min(menus.articleIndex, Math.max(0, items.length - 1));
        describe(shown, menus);
      };
      view.dom.addEventListener('blur', soon);
      view.dom.addEventListener('focus', soon);
      return {
        update: (_, before) => {
          const isNew = before.selection !== view.state.selection || before.doc !== view.state.doc;
          if (isNew && (menus.articles !== null || linkQuery(view.state) !== null)) soon();
        },
        destroy: () => {
          cancelAnimationFrame(frame);
          view.dom.removeEventListener('blur', soon);
          view.dom.removeEventListener('focus', soon);
          menus.articles = null;
        },
      };
    },
    props: {
      handleKeyDown: (view, event) => {
        const query = event.isComposing ? null : linkQuery(view.state);
        if (query === null || query.from === dismissed) return false;
        // What is drawn may be a key behind.
        const items = offeredArticles(host, query.words);
        const count = items.length;
        if (count === 0) return false;
        if (count !== menus.articles?.items.length) menus.articleIndex = 0;
        if (event.key === 'ArrowDown') menus.articleIndex = (menus.articleIndex + 1) % count;
        else if (event.key === 'ArrowUp') menus.articleIndex = (menus.articleIndex + count - 1) % count;
        else if (event.key === 'Escape') {
          dismissed = query.from;
          menus.articles = null;
        } else if (event.key === 'Enter' || event.key === 'Tab') {
          const chosen = items[menus.articleIndex];
          if (!chosen) return false;
          menus.articles = null;
          menus.articleIndex = 0;
          chooseArticle(view, chosen.id);
        } else return false;
        describe(view, menus);
        return true;
      },
    },
  });
};

function describe({ dom }: EditorView, menus: MenuState): void {
  if (menus.articles) {
    dom.setAttribute('aria-activedescendant', articleOptionId(menus.articleIndex));
    dom.setAttribute('aria-controls', ARTICLE_LIST_ID);
  } else if (dom.getAttribute('aria-controls') === ARTICLE_LIST_ID) {
    dom.removeAttribute('aria-activedescendant');
    dom.removeAttribute('aria-controls');
  }
}
