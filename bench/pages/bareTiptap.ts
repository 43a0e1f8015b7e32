import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';

// A bare TipTap as its documentation sets it up: the peer that Stet is measured against.
const request = await fetch('content.html');
new Editor({
  element: document.querySelector('#page') ?? undefined,
  extensions: [StarterKit],
  content: await request.text(),
  autofocus: 'end',
});
document.body.dataset.ready = 'yes';
