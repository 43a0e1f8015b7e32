import type { EditorView } from '@tiptap/pm/view';

/** Puts typed words in place of the selection, as the browser would have told of them: whoever turns typed signs into others has its say first. */
export function typeOver(view: EditorView, text: string): void {
  const { from, to } = view.state.selection;
  const typed = () => view.state.tr.insertText(text).scrollIntoView();
  if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, text, typed))) view.dispatch(typed());
}
