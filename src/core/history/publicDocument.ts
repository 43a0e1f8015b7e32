import { blankFields } from '../article/fields';
import type { DocJson } from '../document/json';
import { documentOf, publicView } from '../document/publicView';

/** A document as readers know it: nothing private in it, so that whatever is said of it may be said outside. */
export function publicDocument(doc: DocJson): DocJson {
  const { notes, rejections, translationOf, status } = blankFields(doc.attrs.language);
  return documentOf(publicView(doc), { notes, rejections, translationOf, status });
}
