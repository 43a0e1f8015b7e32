import { slugFrom } from '../../core/article/slug';
import { inlineText } from '../../core/article/summary';
import type { DocJson } from '../../core/document/json';

export const headlineOf = (doc: DocJson): string => inlineText(doc.content[1].content);

/** A slug for an imported page: its own, else from the file's name, else from the headline; none when neither says anything. */
export function withSlug(doc: DocJson, name: string | null): DocJson {
  if (doc.attrs.slug !== '') return doc;
  const stem = name?.replace(/\.[^.]+$/u, '') ?? '';
  const slug = [stem, headlineOf(doc)].map(slugFrom).find((made) => made !== 'untitled') ?? '';
  return { ...doc, attrs: { ...doc.attrs, slug } };
}
