import { Extension, Node, type AnyExtension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { tableEditing } from '@tiptap/pm/tables';
import type { NodeViewConstructor } from '@tiptap/pm/view';
import { documentExtensions } from '../../core/document/extensions';
import { articleLinkPlugin } from './articleLink';
import { articleMenuPlugin } from './articleMenuPlugin';
import type { Finding } from '../finding/finding.svelte';
import { behindLastPlugin } from './behindLast';
import { blockGroupsPlugin } from './blockGroups';
import { caughtUpPlugin } from './caughtUp';
import { changedWordsPlugin } from './changedWords';
import { Clipboard, copyPlugin } from './clipboard';
import { creditsPlugin } from './creditsWidget';
import { fieldHistoryPlugin } from './fieldHistory';
import { hostPlugin, type EditorHost } from './host';
import { inputRulesPlugins } from './inputRules';
import { keysPlugin } from './keys';
import { longPagePlugin } from './longPage';
import type { MenuState } from './menus.svelte';
import { menusPlugin } from './menusPlugin';
import { nodeViews } from './nodeViews';
import { pastePlugin } from './paste';
import { placeholdersPlugin } from './placeholders';
import { popoverPlugin } from './popover';
import { smartPunctuationPlugin } from './smartPunctuation';
import { currentProofPlugin, proofPlugin } from './proofPlugin';
import { tableCursorPlugin } from './tables';
import { typingPlugin } from './typingPlugin';
import { makeFields, waitingFieldsPlugin } from './waitingFields';
import { waitingPlacesPlugin } from './waitingPlaces';

/** What the editor of one article is joined to. */
export interface EditorSurroundings {
  host: EditorHost;
  menus: MenuState;
  finding: Finding;
  /** The row with by-line and dateline. */
  creditsRow: () => HTMLElement;
}

/** The document's own extensions, and Stet's way of writing in them: keys, rules, views, paste. No schema of its own. */
export function editorExtensions({ host, menus, finding, creditsRow }: EditorSurroundings): AnyExtension[] {
  const writing = Extension.create({
    name: 'stetWriting',
    // Before everything that StarterKit binds.
    priority: 1000,
    // What is done to selected words is a step of undo of its own, however quickly it follows the typing before it.
    dispatchTransaction({ transaction, next }) {
      next(transaction.docChanged && !this.editor.state.selection.empty ? closeHistory(transaction) : transaction);
    },
    addProseMirrorPlugins() {
      const clipboard = new Clipboard();
      return [
        caughtUpPlugin(),
        longPagePlugin(),
        waitingFieldsPlugin(),
        blockGroupsPlugin(makeFields),
        hostPlugin(host),
        popoverPlugin(),
        menusPlugin(menus),
        proofPlugin(menus),
        currentProofPlugin(),
        articleMenuPlugin(host, menus),
        articleLinkPlugin(),
        finding.plugin(),
        ...inputRulesPlugins(this.editor.schema),
        typingPlugin(),
        smartPunctuationPlugin(() => host.smartPunctuation),
        keysPlugin(),
        fieldHistoryPlugin(),
        behindLastPlugin(),
        waitingPlacesPlugin(),
        pastePlugin(host, clipboard),
        copyPlugin(this.editor.schema, clipboard),
        placeholdersPlugin(),
        changedWordsPlugin(),
        creditsPlugin(creditsRow),
        tableCursorPlugin(),
        // After the keys of the text, which know more of an article.
        tableEditing(),
      ];
    },
  });
  const views = nodeViews(host);
  return [...documentExtensions.map((extension) => withView(extension, views[extension.name])), writing];
}

// A view that came with a plugin would make TipTap draw the whole document a second time.
const withView = (extension: AnyExtension, view: NodeViewConstructor | undefined): AnyExtension =>
  view && extension instanceof Node
    ? extension.extend({
        addNodeView:
          () =>
          ({ node, view: editor, getPos, decorations, innerDecorations }) =>
            view(node, editor, getPos, decorations, innerDecorations),
      })
    : extension;
