import type { BlockJson, BlockOf, InlineJson } from '../../document/json';
import { inlineText } from '../../article/summary';

/** The words of any block as paragraphs, for places where only paragraphs may stand; words that stand in attributes included. */
export function paragraphsIn(block: BlockJson): BlockOf<'paragraph'>[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'heading':
      return [paragraph(block.content ?? [])];
    case 'codeBlock':
      return inlineText(block.content).split('\n').flatMap(said);
    case 'related':
      return said([block.attrs?.label, block.attrs?.title].filter(Boolean).join(': '));
    case 'embed': {
      const { url = null, title = '', provider = '', description = '' } = block.attrs ?? {};
      const words = title === '' ? (url ?? '') : title;
      const linked: InlineJson[] =
        words === '' || url === null
          ? []
          : [{ type: 'text', text: words, marks: [{ type: 'link', attrs: { target: { url } } }] }];
      return [...(linked.length > 0 ? [paragraph(linked)] : said(title)), ...said(description), ...said(provider)];
    }
    case 'quote': {
      const { speaker = null, role = null, sourceTitle = null, saidOn = null } = block.attrs ?? {};
      return [...(block.content ?? []), ...signed([speaker, role, sourceTitle, saidOn])];
    }
    case 'pullQuote':
      return [paragraph(block.content ?? []), ...signed([block.attrs?.speaker])];
    case 'factBox':
      return [...said(block.attrs?.title ?? ''), ...(block.content ?? []).flatMap(paragraphsIn)];
    case 'table':
      return [...said(block.attrs?.caption ?? ''), ...(block.content ?? []).flatMap(paragraphsIn)];
    case 'figure':
      return [...said(block.attrs?.caption ?? ''), ...said(block.attrs?.credit ?? '')];
    case 'horizontalRule':
      return [];
    default:
      return (block.content ?? []).flatMap((child) => paragraphsIn(child));
  }
}

const paragraph = (content: InlineJson[]): BlockOf<'paragraph'> => ({ type: 'paragraph', content });
const said = (text: string): BlockOf<'paragraph'>[] => (text === '' ? [] : [paragraph([{ type: 'text', text }])]);

function signed(parts: readonly (string | null | undefined)[]): BlockOf<'paragraph'>[] {
  const known = parts.filter(Boolean);
  return known.length === 0 ? [] : said(`— ${known.join(', ')}`);
}
