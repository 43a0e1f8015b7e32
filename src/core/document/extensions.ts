import type { AnyExtension } from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { ListItem, OrderedList } from '@tiptap/extension-list';
import { StarterKit } from '@tiptap/starter-kit';
import { attributes } from './attribute';
import { blockAttributes } from './attributes';
import { ArticleDocument, Headline, Kicker, Standfirst } from './nodes/article';
import { ArticleLink } from './nodes/articleLink';
import { Embed } from './nodes/embed';
import { FactBox } from './nodes/factBox';
import { PullQuote } from './nodes/pullQuote';
import { Quote } from './nodes/quote';
import { Figure } from './nodes/figure';
import { Related } from './nodes/related';
import { Table, TableCell, TableRow } from './nodes/table';
import { Abbreviation } from './marks/abbreviation';
import { Link } from './marks/link';
import { Note } from './marks/note';
import { Speech } from './marks/speech';

/** Bold, italic, underline and strike, lists, rule, break and text as StarterKit has them; what Stet specifies itself is switched off here. */
const starter = StarterKit.configure({
  document: false,
  blockquote: false,
  heading: false,
  code: false,
  codeBlock: false,
  link: false,
  listItem: false,
  orderedList: false,
  // It would write paragraphs that nobody asked for, into the history and into every import that is opened.
  trailingNode: false,
});

/**
 * THE ordered list: schema, parsing and drawing of a document. The renderer adds commands, input rules and views
 * to these and never another node or mark.
 */
export const documentExtensions: AnyExtension[] = [
  ArticleDocument,
  Kicker,
  Headline,
  Standfirst,
  starter,
  Heading.extend({ addAttributes: () => attributes(blockAttributes.heading) }).configure({ levels: [2, 3] }),
  OrderedList.extend({ addAttributes: () => attributes(blockAttributes.orderedList) }),
  ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' }),
  CodeBlock.extend({ addAttributes: () => attributes(blockAttributes.codeBlock) }),
  Quote,
  PullQuote,
  FactBox,
  Related,
  ArticleLink,
  Embed,
  Table,
  TableRow,
  TableCell,
  Figure,
  // Stock code excludes all other marks, which would drop a link around it when pasted or imported.
  Code.extend({ excludes: '' }),
  Link,
  Abbreviation,
  Speech,
  Note,
];
