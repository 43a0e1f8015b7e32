import { inlineText } from '../article/summary';
import type { Picture } from '../article/picture';
import { orBlank, orNull } from './blank';
import type { BlockJson, BlockOf } from './json';
import { wordsOfPicture } from './pictures';
import { publicInline } from './publicInline';
import { publicTable } from './publicTable';
import type { Resolver } from './resolver';

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
export function publicPicture(picture: Picture | null, resolver: Resolver): Picture | null {
  const asset = picture && resolver.fileOf(picture.asset);
  if (!picture || asset === null) return null;
  const { alt, caption, credit } = picture;
  return { ...picture, asset, alt: orBlank(alt), caption: orBlank(caption), credit: orBlank(credit) };
}

const publicWords = (picture: Picture, resolver: Resolver): BlockJson[] =>
  wordsOfPicture(picture).flatMap((block) => publicBlock(block, resolver));

/** The words that stand for a lead picture without a file; none where it has one. */
export function leadWords(lead: Picture | null, resolver: Resolver): BlockJson[] {
  return lead && resolver.fileOf(lead.asset) === null ? publicWords(lead, resolver) : [];
}
