import { Mark } from '@tiptap/core';
import { markAttributes } from '../attributes';
import { attributes } from '../attribute';

/** A link to an address or to an article of this library. Drawn without `href`, so that a click places the cursor. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => attributes(markAttributes.link),
  parseHTML: () => [
    {
      tag: 'a[data-target]',
      getAttrs: (element) => {
        // Without a target that passes there is no link; its words stay.
        const link = attributes(markAttributes.link).target?.parseHTML?.(element) as unknown;
        return link === undefined ? false : null;
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, class: 'link' }, 0],
});
