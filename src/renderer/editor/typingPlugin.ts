import { Plugin } from '@tiptap/pm/state';
import { typeAcrossParts } from './parts';

/** Words typed over a selection of several parts keep the shape of the article. */
export const typingPlugin = () =>
  new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) => {
        const tr = typeAcrossParts(view.state, text);
        if (tr) view.dispatch(tr.scrollIntoView());
        return tr !== null;
      },
    },
  });
