import { blankFields } from '../article/fields';
import type { BlockJson, InlineJson } from '../document/json';
import { publicView, type PublicView } from '../document/publicView';

/** What a list says of a page. */
export interface IndexEntry {
  headline: string;
  url: string;
  standfirst: string;
}

/** A page that lists others, as a format can write it: groups with their titles, in their order. */
export function indexPage(
  title: string,
  language: string,
  groups: readonly { title: string | null; entries: readonly IndexEntry[] }[],
): PublicView {
  const body = groups.flatMap(({ title: name, entries }): BlockJson[] =>
    entries.length === 0
      ? []
      : [
          ...(name === null ? [] : [{ type: 'heading' as const, attrs: { level: 2 as const }, content: words(name) }]),
          { type: 'bulletList', content: entries.map(item) },
        ],
  );
  return publicView({
    type: 'doc',
    attrs: blankFields(language),
    content: [
      { type: 'kicker' },
      { type: 'headline', content: [{ type: 'text', text: title }] },
      { type: 'standfirst' },
      ...(body.length > 0 ? body : [{ type: 'paragraph' as const }]),
    ],
  });
}

const words = (text: string): InlineJson[] => [{ type: 'text', text }];

const item = ({ headline, url, standfirst }: IndexEntry) => ({
  type: 'listItem' as const,
  content: [
    {
      type: 'paragraph' as const,
      content: [
        { type: 'text' as const, text: headline, marks: [{ type: 'link' as const, attrs: { target: { url } } }] },
        ...(standfirst === '' ? [] : [{ type: 'text' as const, text: ` ${standfirst}` }]),
      ],
    },
  ],
});
