import * as v from 'valibot';
import { picture, type Picture } from '../../article/picture';
import type { LeftOut } from '../format';
import { pictureBeside } from '../beside';
import type { RawBlock } from '../page/page';
import { inRole, isItem, itemsOf, textOf, type Item } from './item';
import { cleanLine, plainWords } from './words';

/** The pictures that go with an item: the first is the lead image. One that lies elsewhere is never fetched, and is reported. */
export function picturesOf(item: Item, beside: boolean): { lead: Picture | null; blocks: RawBlock[]; leftOut: LeftOut[] } {
  const found: Picture[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of itemsOf(item['associations'])) {
    const made = textOf(one['type']) === 'picture' ? pictureIn(one, beside) : null;
    if (made) found.push(made);
    else
      leftOut.push({ line: null, text: titleOf(one), why: `a ${kindOf(one)} that goes with the item and did not come with it` });
  }
  const [lead = null, ...more] = found;
  return { lead, blocks: more.map((attrs) => ({ line: null, block: { type: 'figure', attrs } })), leftOut };
}

const kindOf = (one: Item): string => cleanLine(textOf(one['type']) ?? 'part', 40);
const titleOf = (one: Item): string =>
  cleanLine(
    inRole(one['headlines'], 'main', null)?.value ??
      textOf(one['headline']) ??
      descriptionOf(one) ??
      textOf(one['uri']) ??
      'untitled',
    200,
  );
const descriptionOf = (one: Item): string | null =>
  inRole(one['descriptions'], 'caption', null, 'main')?.value ??
  textOf(one['description_text']) ??
  textOf(one['description_caption']);

/** A picture whose file lies beside the item: the first rendition that names one. */
function pictureIn(one: Item, beside: boolean): Picture | null {
  const asset = itemsOf(one['renditions'])
    .map(({ href }) => pictureBeside(textOf(href) ?? '', beside))
    .find((file) => file !== null);
  if (asset === undefined) return null;
  const alt = textOf(one['altText']) ?? inRole(one['headlines'], 'main', null)?.value ?? textOf(one['headline']) ?? '';
  const credit = textOf(one['creditLine']) ?? textOf(one['by']) ?? textOf(one['byline']) ?? holderOf(one) ?? '';
  const made = {
    asset,
    alt: cleanLine(alt, 1000),
    caption: cleanLine(plainWords(descriptionOf(one) ?? ''), 2000),
    credit: cleanLine(credit, 300),
    width: null,
    height: null,
  };
  return v.is(picture, made) ? made : null;
}

function holderOf(one: Item): string | null {
  const rights = one['rightsInfo'];
  return (
    textOf(one['copyrightHolder']) ??
    textOf(one['copyrightholder']) ??
    (isItem(rights) ? textOf(rights['copyrightHolder']) : null)
  );
}
