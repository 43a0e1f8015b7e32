import { blankFields, type Fields } from '../../article/fields';
import type { BlockAttributes, MarkAttributes } from '../attributes';
import type { BlockJson, BlockOf, DocJson, InlineJson, MarkJson } from '../json';

type Words = string | InlineJson | readonly InlineJson[];

const inline = (words: readonly Words[]): InlineJson[] =>
  words.flatMap((part) =>
    typeof part === 'string' ? (part === '' ? [] : [{ type: 'text' as const, text: part }]) : 'type' in part ? [part] : [...part],
  );

const marked = (mark: MarkJson, words: readonly Words[]): InlineJson[] =>
  inline(words).map((node) => ({ ...node, marks: [mark, ...(node.marks ?? [])] }));

const filled = <T>(content: T[]): { content: T[] } | object => (content.length > 0 ? { content } : {});

/** Builders of documents for tests: `doc(headline('…'), p('…', b('…')))`. */
export const p = (...words: Words[]): BlockOf<'paragraph'> => ({ type: 'paragraph', ...filled(inline(words)) });
export const h2 = (...words: Words[]): BlockOf<'heading'> => ({ type: 'heading', attrs: { level: 2 }, ...filled(inline(words)) });
export const h3 = (...words: Words[]): BlockOf<'heading'> => ({ type: 'heading', attrs: { level: 3 }, ...filled(inline(words)) });
export const li = (...content: NonNullable<BlockOf<'listItem'>['content']>): BlockOf<'listItem'> => ({
  type: 'listItem',
  content,
});
export const ul = (...content: BlockOf<'listItem'>[]): BlockOf<'bulletList'> => ({ type: 'bulletList', content });
export const ol = (start: number, ...content: BlockOf<'listItem'>[]): BlockOf<'orderedList'> => ({
  type: 'orderedList',
  attrs: { start },
  content,
});
export const hr = (): BlockOf<'horizontalRule'> => ({ type: 'horizontalRule' });
export const code = (text: string, language: string | null = null): BlockOf<'codeBlock'> => ({
  type: 'codeBlock',
  attrs: { language },
  ...filled(text === '' ? [] : [{ type: 'text' as const, text }]),
});
export const quote = (
  attrs: Partial<BlockAttributes['quote']>,
  ...content: (string | BlockOf<'paragraph'>)[]
): BlockOf<'quote'> => ({
  type: 'quote',
  attrs: { speaker: null, role: null, sourceTitle: null, sourceUrl: null, saidOn: null, evidence: null, ...attrs },
  content: content.map((part) => (typeof part === 'string' ? p(part) : part)),
});
/** A block quotation as the public view shows it: without what is private. */
export const publicQuote = (...[attrs, ...content]: Parameters<typeof quote>): BlockOf<'quote'> => {
  const made = quote(attrs, ...content);
  if (made.attrs) delete made.attrs.evidence;
  return made;
};
export const related = (
  label: string,
  title: string,
  target: BlockAttributes['related']['target'] = null,
): BlockOf<'related'> => ({
  type: 'related',
  attrs: { label, title, target },
});

export const pull = (speaker: string | null, ...words: Words[]): BlockOf<'pullQuote'> => ({
  type: 'pullQuote',
  attrs: { speaker },
  ...filled(inline(words)),
});
export const box = (title: string, ...content: NonNullable<BlockOf<'factBox'>['content']>): BlockOf<'factBox'> => ({
  type: 'factBox',
  attrs: { title },
  content: content.length > 0 ? content : [p()],
});
export const card = (attrs: Partial<BlockAttributes['embed']>): BlockOf<'embed'> => ({
  type: 'embed',
  attrs: { url: null, title: '', provider: '', description: '', ...attrs },
});
/** A table of its rows, the first heading the columns: `table(['Port', 'Days'], ['Quay', '7'])`. */
export const table = (...rows: (string | BlockOf<'paragraph'> | BlockOf<'paragraph'>[])[][]): BlockOf<'table'> => ({
  type: 'table',
  attrs: { headerRow: true, caption: '' },
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({
      type: 'tableCell',
      content: typeof cell === 'string' ? [p(cell)] : 'type' in cell ? [cell] : cell,
    })),
  })),
});
export const figure = (asset: string, attrs: Partial<BlockAttributes['figure']> = {}): BlockOf<'figure'> => ({
  type: 'figure',
  attrs: { asset, alt: '', caption: '', credit: '', width: null, height: null, ...attrs },
});

export const b = (...words: Words[]) => marked({ type: 'bold' }, words);
export const i = (...words: Words[]) => marked({ type: 'italic' }, words);
export const u = (...words: Words[]) => marked({ type: 'underline' }, words);
export const s = (...words: Words[]) => marked({ type: 'strike' }, words);
export const tt = (...words: Words[]) => marked({ type: 'code' }, words);
export const a = (url: string, ...words: Words[]) => marked({ type: 'link', attrs: { target: { url } } }, words);
export const to = (article: string, ...words: Words[]) => marked({ type: 'link', attrs: { target: { article } } }, words);
export const abbr = (expansion: string, ...words: Words[]) => marked({ type: 'abbreviation', attrs: { expansion } }, words);
/** A link that shows the headline of an article. */
export const shows = (article: string): InlineJson => ({ type: 'articleLink', attrs: { article } });
export const note = (text: string, ...words: Words[]) => marked({ type: 'note', attrs: { text } }, words);
/** Words whose speaker the writer has named. */
export const said = (attrs: Partial<MarkAttributes['speech']>, ...words: Words[]) =>
  marked({ type: 'speech', attrs: { speaker: null, role: null, evidence: null, ...attrs } }, words);
export const br = (): InlineJson => ({ type: 'hardBreak' });

export interface Head extends Partial<Fields> {
  kicker?: string;
  headline?: string;
  standfirst?: Words;
}

/** A whole article: `article({ headline: 'Harbour closed' }, p('…'))`. */
export function article(head: Head, ...body: BlockJson[]): DocJson {
  const { kicker = '', headline = '', standfirst = '', ...fields } = head;
  return {
    type: 'doc',
    attrs: { ...blankFields(), ...fields },
    content: [
      { type: 'kicker', ...filled(inline([kicker])) },
      { type: 'headline', ...filled(inline([headline])) },
      { type: 'standfirst', ...filled(inline([standfirst])) },
      ...(body.length > 0 ? body : [p()]),
    ] as DocJson['content'],
  };
}

/** An article that is only its body. */
export const doc = (...body: BlockJson[]): DocJson => article({}, ...body);
