import { privateFields, type Fields, type FieldName } from '../article/fields';
import type { Article } from '../article/article';
import { isAssetName, type Picture } from '../article/picture';
import type { ArticleLinkJson, BlockJson, BlockOf, DocJson, InlineJson, MarkJson, PartJson, TextJson } from './json';
import { markNames, privateMarkNames } from './blockNames';
import { wordsOfPicture } from './pictures';
import { publicTable } from './publicTable';
import { inlineText } from '../article/summary';

/** A neighbour as the public may see it. */
export interface PublicPiece {
  title: string;
  url: string | null;
}

export type PublicFields = Omit<Fields, (typeof privateFields)[number]>;

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

export interface Resolver {
  /** The public address of an article of this library, or null when it has none or is not public. */
  addressOf(articleId: string): string | null;
  /** Its headline as the public may read it, or null when there is none or it may not be named. */
  headlineOf(articleId: string): string | null;
  /** The file beside the page that shows a picture, or null when there is none: its caption and credit then stand as words. */
  fileOf(asset: string): string | null;
}

/** No article of a library has an address, no picture of it a file: for texts that stand alone. */
export const nowhere: Resolver = {
  addressOf: () => null,
  headlineOf: () => null,
  fileOf: (asset) => (isAssetName(asset) ? null : asset),
};

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

function publicFields(fields: Fields, now: number | null): PublicFields {
  const hidden: ReadonlySet<FieldName> = new Set(privateFields);
  const open = Object.fromEntries(Object.entries(fields).filter(([name]) => !hidden.has(name as FieldName))) as PublicFields;
  const { byline, dateline, section, tags, embargo, corrections, tagline } = open;
  const datelined = dateline && { ...dateline, place: orBlank(dateline.place) };
  return {
    ...open,
    byline: byline.filter(({ name }) => !isBlank(name)).map((person) => ({ ...person, role: orNull(person.role) })),
    dateline: datelined && (datelined.place !== '' || datelined.date !== null) ? datelined : null,
    section: section.filter((name) => !isBlank(name)),
    tags: tags.filter((name) => !isBlank(name)),
    embargo: isUnderEmbargo(embargo, now) ? embargo : null,
    corrections: corrections.filter(({ text }) => !isBlank(text)),
    tagline: orBlank(tagline),
  };
}

/** True while an embargo holds at `now` (milliseconds since 1970); while nobody says what time it is, every embargo holds. */
export function isUnderEmbargo(embargo: Fields['embargo'], now: number | null): boolean {
  return embargo !== null && (now === null || Date.parse(embargo.instant) > now);
}

// A field that holds only spaces shows nothing, and no format can tell it from one that holds nothing.
const isBlank = (text: string): boolean => text.trim() === '';
const orBlank = (text: string): string => (isBlank(text) ? '' : text);
const orNull = (text: string | null): string | null => (text === null || isBlank(text) ? null : text);

/** What the public sees of one block: itself, nothing, or the words that stand for it. See `publicView`. */
export function publicBlock(block: BlockJson, resolver: Resolver): BlockJson[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const content = publicInline(block.content, resolver);
      return content.length > 0 ? [{ ...block, content }] : [];
    }
    case 'quote': {
      const content = (block.content ?? []).flatMap((child) => publicBlock(child, resolver)) as typeof block.content;
      if (!content || content.length === 0) return [];
      if (!block.attrs) return [{ ...block, content }];
      const { speaker, role, sourceTitle, sourceUrl, saidOn, evidence } = block.attrs;
      const attrs = {
        speaker: orNull(speaker),
        role: orNull(role),
        sourceTitle: orNull(sourceTitle),
        sourceUrl: evidence?.hideSource ? null : sourceUrl,
        saidOn,
      };
      return [{ ...block, attrs, content }];
    }
    case 'pullQuote': {
      const content = publicInline(block.content, resolver);
      return content.length > 0 ? [{ type: 'pullQuote', attrs: { speaker: orNull(block.attrs?.speaker ?? null) }, content }] : [];
    }
    case 'factBox': {
      const content = (block.content ?? []).flatMap((child) => publicBlock(child, resolver)) as NonNullable<typeof block.content>;
      const title = orBlank(block.attrs?.title ?? '');
      if (content.length === 0 && title === '') return [];
      return [{ type: 'factBox', attrs: { title }, content: content.length > 0 ? content : [{ type: 'paragraph' }] }];
    }
    case 'table':
      return publicTable(block, (paragraph) => publicBlock(paragraph, resolver) as BlockOf<'paragraph'>[]);
    case 'tableRow':
    case 'tableCell':
      return []; // never outside a table, which takes care of its own
    case 'embed': {
      const { url = null, title = '', provider = '', description = '' } = block.attrs ?? {};
      const words = { title: orBlank(title), provider: orBlank(provider), description: orBlank(description) };
      const said = url !== null || Object.values(words).some((text) => text !== '');
      return said ? [{ type: 'embed', attrs: { url, ...words } }] : [];
    }
    case 'bulletList':
    case 'orderedList': {
      const content = (block.content ?? []).flatMap((child) => publicBlock(child, resolver)) as typeof block.content;
      return content && content.length > 0 ? [{ ...block, content } as BlockJson] : [];
    }
    case 'listItem': {
      const content = (block.content ?? []).flatMap((child) => publicBlock(child, resolver)) as NonNullable<typeof block.content>;
      if (content.length === 0) return [];
      // An item begins with a paragraph by schema; an empty one stands only before a nested list.
      return [{ ...block, content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] }];
    }
    case 'codeBlock': {
      const text = inlineText(block.content);
      return text === '' ? [] : [{ ...block, content: [{ type: 'text', text }] }];
    }
    case 'related': {
      if (!block.attrs) return [];
      const { target } = block.attrs;
      const label = orBlank(block.attrs.label);
      const title = orBlank(block.attrs.title);
      const url = target === null ? null : 'url' in target ? target.url : resolver.addressOf(target.article);
      return title === '' && url === null
        ? []
        : [{ type: 'related', attrs: { label, title, target: url === null ? null : { url } } }];
    }
    case 'figure': {
      if (!block.attrs) return [];
      const attrs = publicPicture(block.attrs, resolver);
      return attrs ? [{ type: 'figure', attrs }] : publicWords(block.attrs, resolver);
    }
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }];
  }
}

/** A picture by the file that shows it: what the library calls it never leaves. */
function publicPicture(picture: Picture | null, resolver: Resolver): Picture | null {
  const asset = picture && resolver.fileOf(picture.asset);
  if (!picture || asset === null) return null;
  const { alt, caption, credit } = picture;
  return { ...picture, asset, alt: orBlank(alt), caption: orBlank(caption), credit: orBlank(credit) };
}

const publicWords = (picture: Picture, resolver: Resolver): BlockJson[] =>
  wordsOfPicture(picture).flatMap((block) => publicBlock(block, resolver));

function leadWords(lead: Picture | null, resolver: Resolver): BlockJson[] {
  return lead && resolver.fileOf(lead.asset) === null ? publicWords(lead, resolver) : [];
}

const hiddenMarks: ReadonlySet<string> = new Set(privateMarkNames);
const order = new Map<string, number>(markNames.map((name, index) => [name, index]));

const sameMarks = (a: readonly MarkJson[], b: readonly MarkJson[]): boolean =>
  a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));

function publicMarks(marks: readonly MarkJson[] | undefined, resolver: Resolver): MarkJson[] {
  if (marks === undefined) return [];
  return marks
    .flatMap((mark): MarkJson[] => {
      if (hiddenMarks.has(mark.type)) return [];
      if (mark.type !== 'link') return [mark];
      const target = mark.attrs?.target;
      if (!target) return [];
      const url = 'url' in target ? target.url : resolver.addressOf(target.article);
      return url === null ? [] : [{ type: 'link', attrs: { target: { url } } }];
    })
    .sort((a, b) => (order.get(a.type) ?? 0) - (order.get(b.type) ?? 0));
}

/** A link that shows a headline, as words; null where the headline may not be named: then nothing of it is kept. */
function headlineLink({ attrs: { article }, marks = [] }: ArticleLinkJson, resolver: Resolver): TextJson | null {
  const headline = orBlank(resolver.headlineOf(article) ?? '').trim();
  const others = marks.filter(({ type }) => type !== 'link');
  return headline === ''
    ? null
    : { type: 'text', text: headline, marks: [...others, { type: 'link', attrs: { target: { article } } }] };
}

function publicInline(content: readonly InlineJson[] | undefined, resolver: Resolver): InlineJson[] {
  const joined: InlineJson[] = [];
  for (const node of content ?? []) {
    const shown = node.type === 'articleLink' ? headlineLink(node, resolver) : node;
    if (shown === null) continue;
    const marks = publicMarks(shown.marks, resolver);
    const last = joined.at(-1);
    if (shown.type === 'text' && last?.type === 'text' && sameMarks(last.marks ?? [], marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + shown.text };
    } else if (shown.type === 'text') {
      joined.push(marks.length > 0 ? { type: 'text', text: shown.text, marks } : { type: 'text', text: shown.text });
    } else {
      joined.push({ type: 'hardBreak' });
    }
  }
  // Breaks at either end show nothing in print, and no format can carry them.
  while (joined[0]?.type === 'hardBreak') joined.shift();
  while (joined.at(-1)?.type === 'hardBreak') joined.pop();
  return joined.every((node) => node.type !== 'text' || node.text.trim() === '') ? [] : joined;
}
