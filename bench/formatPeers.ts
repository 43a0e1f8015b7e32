import { generateHTML } from '@tiptap/html/server';
import { MarkdownManager } from '@tiptap/markdown';
import { getSchema, type JSONContent } from '@tiptap/core';
import { DOMParser, type Node } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import { parseHTML } from 'linkedom';
import { parse } from 'parse5';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { DocJson } from '../src/core/document/json';

const extensions = [StarterKit];
const schema = getSchema(extensions);
const markdown = new MarkdownManager({ extensions });
const remark = unified().use(remarkParse);

/** The same words in the blocks that StarterKit has: a quotation becomes a block quotation without its speaker. */
export function plainOf(doc: DocJson): JSONContent {
  const [, headline, standfirst, ...blocks] = doc.content;
  const textblock = (type: string, content: unknown) => ({ type, content: content as JSONContent[] });
  return {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: headline.content as JSONContent[] },
      textblock('paragraph', standfirst.content),
      ...blocks.map((block): JSONContent => {
        if (block.type === 'quote') return { type: 'blockquote', content: block.content as JSONContent[] };
        if (block.type === 'heading') return { type: 'heading', attrs: { level: 2 }, content: block.content as JSONContent[] };
        return textblock('paragraph', 'content' in block ? block.content : []);
      }),
    ],
  };
}

/** Those who do the same work with the same words, each as its makers say that it is used. */
export const peers = {
  /** TipTap's own: ProseMirror's serializer over happy-dom. */
  writeHtml: (doc: JSONContent): string => generateHTML(doc, extensions),
  writeMarkdown: (doc: JSONContent): string => markdown.serialize(doc),
  readMarkdown: (text: string): unknown => remark.parse(text),
  /** ProseMirror's parser needs a DOM, which linkedom makes. */
  readHtml: (page: string): Node => DOMParser.fromSchema(schema).parse(parseHTML(page).document.body),
  /** The tree that Stet reads a page from, and nothing done with it. */
  treeOfHtml: (page: string): unknown => parse(page),
};
