import * as v from 'valibot';
import { blockAttributes, type BlockAttributes } from '../../document/attributes';
import type { BlockReader } from './blockReader';
import { readHref } from './href';
import { readMarked } from './marked';
import type { TextStyle } from './style';
import { allIn, attr, findIn, hasClass, rawText, visibleText, type Element } from './tree';

/** An aside that points to one other piece is a "read also"; our own says what each part is. Any other aside keeps its words where everything counts, and is reported elsewhere. */
export function readAside(element: Element, style: TextStyle, reader: BlockReader): void {
  if (readMarked(element, style, reader)) return;
  const attrs = reader.page.exact && hasClass(element, 'related') ? ownPointer(element, reader) : pointerIn(element, reader);
  if (attrs !== null) reader.emit({ type: 'related', attrs }, element, style);
  else reader.readBlock(element, style);
}

/** "Label: linked title", with a label of a few words and nothing else; null for anything more. */
export function pointerIn(element: Element, reader: Pick<BlockReader, 'page'>): BlockAttributes['related'] | null {
  const [link, ...others] = allIn(element, ({ tagName }) => tagName === 'a');
  if (!link || others.length > 0) return null;
  const title = visibleText(link);
  const whole = visibleText(element);
  const label = whole.slice(0, whole.length - title.length).replace(/[\s:：|»›>–—-]+$/u, '');
  const url = readHref(attr(link, 'href') ?? '', reader.page.linkBase);
  if (url === null || title === '' || !whole.endsWith(title) || label === '' || label.split(' ').length > 5) return null;
  return checked({ label, title, target: { url } });
}

function ownPointer(element: Element, reader: BlockReader): BlockAttributes['related'] | null {
  const label = findIn(element, (part) => hasClass(part, 'label'));
  const title = findIn(element, (part) => hasClass(part, 'title'));
  const link = findIn(element, ({ tagName }) => tagName === 'a');
  const raw = link === null ? null : attr(link, 'href');
  const url = raw === null ? null : readHref(raw, reader.page.linkBase);
  if (link !== null && raw !== null && url === null)
    reader.leaveOut(link, raw, 'the address of a file beside this page, which an article cannot link to');
  return checked({
    label: label === null ? '' : rawText(label),
    title: title === null ? '' : rawText(title),
    target: url === null ? null : { url },
  });
}

function checked(attrs: BlockAttributes['related']): BlockAttributes['related'] | null {
  const specs = blockAttributes.related;
  return v.is(specs.label.schema, attrs.label) && v.is(specs.title.schema, attrs.title) ? attrs : null;
}
