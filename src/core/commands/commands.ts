/** Where a command stands in the menu; groups are parted by a line, in the order of the list below. */
export type MenuName = 'file' | 'edit' | 'insert' | 'format' | 'view' | 'help';

export interface Command {
  id: string;
  /** As menu and palette show it. An ellipsis says that it asks something first. */
  title: string;
  /** `Mod` is ⌘ on a Mac and Ctrl elsewhere; keys by `KeyboardEvent.key`. Only keys that write no sign go without `Mod`. */
  shortcut?: string;
  /** On a Mac, where it is another there. */
  macShortcut?: string;
  menu: MenuName;
  /** Commands of one menu with the same group stand together. */
  group: number;
  /** True when it works on the text under the cursor and so needs an open article. */
  editing?: true;
}

/** Every command once: menu, palette, shortcuts and their help are made from this. */
export const commands = [
  { id: 'file.new', title: 'New article', shortcut: 'Mod+N', menu: 'file', group: 1 },
  { id: 'file.open', title: 'Open quickly…', shortcut: 'Mod+P', menu: 'file', group: 1 },
  { id: 'file.import', title: 'Import files or a zip…', shortcut: 'Mod+O', menu: 'file', group: 2 },
  { id: 'file.importFolder', title: 'Import a folder…', menu: 'file', group: 2 },
  { id: 'history.returned', title: 'Compare with a returned copy…', menu: 'file', group: 2 },
  { id: 'history.name', title: 'Name this version…', menu: 'file', group: 2 },
  { id: 'file.export', title: 'Export…', shortcut: 'Mod+E', menu: 'file', group: 2 },
  { id: 'file.annotated', title: 'Annotated copy…', menu: 'file', group: 2 },
  { id: 'file.exportSite', title: 'Export to site', shortcut: 'Mod+Shift+E', menu: 'file', group: 2 },
  { id: 'file.site', title: 'Site…', menu: 'file', group: 2 },
  { id: 'file.backup', title: 'Back up and restore…', menu: 'file', group: 2 },
  { id: 'file.pin', title: 'Pin or unpin article', menu: 'file', group: 3 },
  { id: 'file.trash', title: 'Move article to trash', shortcut: 'Mod+Shift+Backspace', menu: 'file', group: 3 },
  { id: 'library.removeWords', title: 'Remove these words everywhere…', menu: 'file', group: 3 },
  { id: 'file.emptyTrash', title: 'Empty trash…', menu: 'file', group: 3 },
  { id: 'app.settings', title: 'Settings…', shortcut: 'Mod+,', menu: 'file', group: 4 },

  { id: 'edit.undo', title: 'Undo', shortcut: 'Mod+Z', menu: 'edit', group: 1, editing: true },
  { id: 'edit.redo', title: 'Redo', shortcut: 'Mod+Shift+Z', menu: 'edit', group: 1, editing: true },
  { id: 'edit.pastePlain', title: 'Paste as plain text', shortcut: 'Mod+Shift+V', menu: 'edit', group: 2, editing: true },
  { id: 'copy.rich', title: 'Copy article as rich text', menu: 'edit', group: 2 },
  { id: 'copy.html', title: 'Copy article as HTML', menu: 'edit', group: 2 },
  { id: 'copy.markdown', title: 'Copy article as Markdown', menu: 'edit', group: 2 },
  { id: 'copy.wordpress', title: 'Copy article as WordPress blocks', menu: 'edit', group: 2 },
  { id: 'edit.find', title: 'Find…', shortcut: 'Mod+F', menu: 'edit', group: 3 },
  { id: 'edit.replace', title: 'Find and replace…', shortcut: 'Mod+H', macShortcut: 'Mod+Alt+F', menu: 'edit', group: 3 },
  { id: 'edit.findNext', title: 'Find next', shortcut: 'Mod+G', menu: 'edit', group: 3 },
  { id: 'edit.findPrevious', title: 'Find previous', shortcut: 'Mod+Shift+G', menu: 'edit', group: 3 },
  { id: 'edit.punctuation', title: 'Set punctuation for the language', menu: 'edit', group: 4, editing: true },
  { id: 'edit.punctuationQuoted', title: 'Set punctuation, in quotations too', menu: 'edit', group: 4, editing: true },

  { id: 'article.correct', title: 'Draft a correction', menu: 'edit', group: 4 },

  { id: 'checks.next', title: 'Next finding', shortcut: 'F8', menu: 'edit', group: 7 },
  { id: 'checks.previous', title: 'Previous finding', shortcut: 'Shift+F8', menu: 'edit', group: 7 },
  { id: 'checks.accept', title: 'Accept finding', shortcut: 'Alt+Enter', menu: 'edit', group: 7 },
  { id: 'checks.reject', title: 'Reject finding', shortcut: 'Alt+Shift+Enter', menu: 'edit', group: 7 },

  { id: 'insert.quote', title: 'Quotation', shortcut: 'Mod+Shift+Q', menu: 'insert', group: 1, editing: true },
  { id: 'insert.pullQuote', title: 'Pull quote', menu: 'insert', group: 1, editing: true },
  { id: 'insert.factBox', title: 'Fact box', menu: 'insert', group: 1, editing: true },
  { id: 'insert.table', title: 'Table', menu: 'insert', group: 1, editing: true },
  { id: 'insert.related', title: 'Read also', menu: 'insert', group: 1, editing: true },
  { id: 'insert.articleLink', title: 'Link to another article…', menu: 'insert', group: 1, editing: true },
  { id: 'insert.embed', title: 'Link card', menu: 'insert', group: 1, editing: true },
  { id: 'insert.code', title: 'Code block', menu: 'insert', group: 1, editing: true },
  { id: 'insert.picture', title: 'Picture…', menu: 'insert', group: 1, editing: true },
  { id: 'insert.rule', title: 'Break', menu: 'insert', group: 1, editing: true },
  { id: 'series.previous', title: 'Link previous piece…', menu: 'insert', group: 2 },
  { id: 'series.next', title: 'Link next piece…', menu: 'insert', group: 2 },

  { id: 'format.bold', title: 'Bold', shortcut: 'Mod+B', menu: 'format', group: 1, editing: true },
  { id: 'format.italic', title: 'Italic', shortcut: 'Mod+I', menu: 'format', group: 1, editing: true },
  { id: 'format.underline', title: 'Underline', shortcut: 'Mod+U', menu: 'format', group: 1, editing: true },
  { id: 'format.strike', title: 'Strike through', shortcut: 'Mod+Shift+X', menu: 'format', group: 1, editing: true },
  { id: 'format.link', title: 'Link…', shortcut: 'Mod+K', menu: 'format', group: 2, editing: true },
  { id: 'format.abbreviation', title: 'Abbreviation…', menu: 'format', group: 2, editing: true },
  { id: 'format.note', title: 'Private note…', shortcut: 'Mod+Alt+M', menu: 'format', group: 2, editing: true },
  { id: 'format.speech', title: 'Who said it…', menu: 'format', group: 2, editing: true },
  { id: 'format.paragraph', title: 'Paragraph', shortcut: 'Mod+Alt+0', menu: 'format', group: 3, editing: true },
  { id: 'format.crosshead', title: 'Crosshead', shortcut: 'Mod+Alt+2', menu: 'format', group: 3, editing: true },
  { id: 'format.smallCrosshead', title: 'Small crosshead', shortcut: 'Mod+Alt+3', menu: 'format', group: 3, editing: true },
  { id: 'format.bulletList', title: 'Bullet list', shortcut: 'Mod+Shift+8', menu: 'format', group: 3, editing: true },
  { id: 'format.orderedList', title: 'Numbered list', shortcut: 'Mod+Shift+7', menu: 'format', group: 3, editing: true },
  { id: 'format.code', title: 'Code', menu: 'format', group: 3, editing: true },
  { id: 'table.rowAbove', title: 'Row above', menu: 'format', group: 4, editing: true },
  { id: 'table.rowBelow', title: 'Row below', menu: 'format', group: 4, editing: true },
  { id: 'table.columnBefore', title: 'Column before', menu: 'format', group: 4, editing: true },
  { id: 'table.columnAfter', title: 'Column after', menu: 'format', group: 4, editing: true },
  { id: 'table.headerRow', title: 'Heading row', menu: 'format', group: 4, editing: true },
  { id: 'table.deleteRow', title: 'Delete row', menu: 'format', group: 4, editing: true },
  { id: 'table.deleteColumn', title: 'Delete column', menu: 'format', group: 4, editing: true },
  { id: 'table.delete', title: 'Delete table', menu: 'format', group: 4, editing: true },

  { id: 'view.palette', title: 'All commands…', shortcut: 'Mod+Shift+P', menu: 'view', group: 1 },
  { id: 'view.library', title: 'Show or hide the library', shortcut: 'Mod+Alt+1', menu: 'view', group: 2 },
  { id: 'view.inspector', title: 'Show or hide the inspector', shortcut: 'Mod+Alt+I', menu: 'view', group: 2 },
  { id: 'view.checks', title: 'Show checks', shortcut: 'Mod+Shift+K', menu: 'view', group: 2 },
  { id: 'view.history', title: 'Show history', shortcut: 'Mod+Shift+H', menu: 'view', group: 2 },
  { id: 'history.filed', title: 'Show what changed since I filed', menu: 'view', group: 2 },
  { id: 'view.focus', title: 'Focus on the page', shortcut: 'Mod+Shift+Enter', menu: 'view', group: 2 },
  { id: 'view.search', title: 'Search the library', shortcut: 'Mod+Shift+F', menu: 'view', group: 3 },
  { id: 'series.openPrevious', title: 'Open the previous piece', shortcut: 'Mod+Alt+ArrowUp', menu: 'view', group: 4 },
  { id: 'series.openNext', title: 'Open the next piece', shortcut: 'Mod+Alt+ArrowDown', menu: 'view', group: 4 },

  { id: 'help.shortcuts', title: 'Keyboard shortcuts', shortcut: 'Mod+/', menu: 'help', group: 1 },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];
type Editing<C> = C extends { editing: true; id: infer I } ? I : never;
/** Commands that the editor itself carries out. */
export type EditingCommandId = Editing<(typeof commands)[number]>;
