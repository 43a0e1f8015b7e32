import { ANNOTATED_BY } from '../annotated/annotation';
import { isAnnotatedMark, refuseAnnotated } from '../annotated/refuseAnnotated';
import type { ImportContext, Imported, Importer } from '../format';
import { assemble } from '../page/page';
import { readForeignPage, readFragment } from './foreignPage';
import { alternatesOf, metas } from './metadata';
import { isOwnPage, readOwnPage } from './ownPage';
import { parsePage } from './parsePage';
import { takePicturesOut } from './picturesInside';
import { findIn, rawText, type Page } from './tree';

/**
 * HTML: pages of our own exactly, pages of others by what they say about themselves and by how they look, fragments from
 * the clipboard as blocks. Loads and runs nothing. Errors: `import/too-deep`, `import/too-large`, those of `checkDocument`.
 */
export const htmlImporter: Importer = {
  id: 'html',
  title: 'Web page',
  extensions: ['html', 'htm', 'xhtml'],
  recognise: (text) => {
    const start = text.slice(0, 2000).trimStart();
    if (/^(?:\ufeff)?(?:<!doctype html|<html[\s>])/iu.test(start)) return 1;
    if (/<(?:body|head|article|!--StartFragment)[\s>]/iu.test(start)) return 0.9;
    return /^<(?:p|div|h[1-6]|ul|ol|table|section|meta|span|b)[\s>]/iu.test(start) &&
      /<\/[a-z][a-z0-9]*>/iu.test(text.slice(0, 20_000))
      ? 0.8
      : 0;
  },
  read,
};

function read(text: string, context: ImportContext): Imported {
  const page = parsePage(withoutClipboardHead(text));
  refuseAnnotated(isAnnotated(page));
  if (isOwnPage(page)) {
    // Before the page is read: then they are pictures like those beside it.
    const pictures = takePicturesOut(page);
    const { blocks, known, leftOut } = readOwnPage(page, context.beside);
    return context.part === 'page'
      ? {
          ...assemble(blocks, known, context, leftOut, 'nothing'),
          ...(pictures.length > 0 ? { pictures } : {}),
          ...translationsOf(page, context, true),
        }
      : assemble(blocks, { language: context.language }, context, leftOut, 'nothing');
  }
  return context.part === 'page'
    ? { ...readForeignPage(page, context), ...translationsOf(page, context, false) }
    : readFragment(page, context);
}

/** Only where other files are at hand: alone, a page has no translations. */
function translationsOf(page: Page, { beside }: ImportContext, own: boolean): Pick<Imported, 'translations'> {
  const alternates = beside ? alternatesOf(page) : [];
  return alternates.length > 0 ? { translations: { key: null, alternates, own } } : {};
}

/** By what a page says of itself, or by its mark, which is still there when another program has saved it. */
const isAnnotated = (page: Page): boolean =>
  metas(page, 'generator').includes(ANNOTATED_BY) ||
  (!isOwnPage(page) &&
    findIn(page, (element) => /^(?:strong|b|p)$/u.test(element.tagName) && isAnnotatedMark(rawText(element))) !== null);

/** Windows puts a list of offsets before a page that it copies (CF_HTML). */
const withoutClipboardHead = (text: string): string =>
  /^Version:\d/u.test(text) ? text.slice(Math.max(text.indexOf('<'), 0)) : text;
