import type { Fields, privateFields } from '../article/fields';
import type { Article } from '../article/article';
import { inlineText } from '../article/summary';
import { orBlank } from './blank';
import type { BlockJson, DocJson, InlineJson, PartJson } from './json';
import { leadWords, publicBlock, publicPicture } from './publicBlock';
import { publicFields, type PublicFields } from './publicFields';
import { publicInline } from './publicInline';
import { nowhere, type Resolver } from './resolver';

/** A neighbour as the public may see it. */
export interface PublicPiece {
  title: string;
  url: string | null;
}

/**
 * What may leave the library: used by every export, preview and copy, and what "round trip" compares.
 * It is a normal form: no empty paragraphs, crossheads or lists, no blank names, roles or labels, every row of a table as long
 * as the others, text joined, marks in one order and none of the private ones, links resolved to addresses, links that show a
 * headline turned into its words.
 */
export interface PublicView {
  fields: PublicFields;
  kicker: string;
  headline: string;
  standfirst: InlineJson[];
  body: BlockJson[];
  series: { name: string | null; previous: PublicPiece | null; next: PublicPiece | null };
}

/**
 * What may be shown of a document beside these neighbours. Links to articles without a public address lose the link and keep their words.
 * `now` (milliseconds since 1970) says whether an embargo is over and so no longer told; while nobody says, it is told.
 */
export function publicView(
  doc: DocJson,
  series: PublicView['series'] = { name: null, previous: null, next: null },
  resolver: Resolver = nowhere,
  now: number | null = null,
): PublicView {
  const [kicker, headline, standfirst, ...blocks] = doc.content;
  return {
    fields: { ...publicFields(doc.attrs, now), leadImage: publicPicture(doc.attrs.leadImage, resolver) },
    kicker: orBlank(inlineText(kicker.content)),
    headline: orBlank(inlineText(headline.content)),
    standfirst: publicInline(standfirst.content, resolver),
    body: [...leadWords(doc.attrs.leadImage, resolver), ...blocks.flatMap((block) => publicBlock(block, resolver))],
    series,
  };
}

/** An article's public view; see `publicView`. */
export function publicArticle(article: Article, series?: PublicView['series'], resolver?: Resolver, now?: number): PublicView {
  return publicView(article.doc, series, resolver, now);
}

/** The document that a public view stands for: the inverse of `publicView` up to private fields. */
export function documentOf(view: PublicView, hidden: Pick<Fields, (typeof privateFields)[number]>): DocJson {
  const part = <P extends PartJson<'kicker' | 'headline'>['type']>(type: P, text: string): PartJson<P> =>
    text === '' ? { type } : { type, content: [{ type: 'text', text }] };
  return {
    type: 'doc',
    attrs: { ...view.fields, ...hidden },
    content: [
      part('kicker', view.kicker),
      part('headline', view.headline),
      view.standfirst.length > 0 ? { type: 'standfirst', content: view.standfirst } : { type: 'standfirst' },
      ...(view.body.length > 0 ? view.body : [{ type: 'paragraph' as const }]),
    ],
  };
}
