import * as v from 'valibot';
import { fieldSpecs, languageTag, type Fields, type FieldName } from '../../article/fields';
import { slugFrom } from '../../article/slug';
import { isSafeUrl } from '../../article/url';
import type { InlineJson } from '../../document/json';
import { StetError } from '../../errors';
import type { ImportContext, Imported, Importer, LeftOut } from '../format';
import { readBodyPart, readInlinePart } from '../html/bodyPart';
import { assemble, type KnownHead, type RawBlock } from '../page/page';
import { cleanLine, plainWords } from './words';
import { inRole, itemIn, itemsOf, looksLikeItem, textOf, type Item } from './item';
import { NAME, URN } from './ninjs';
import { embargoOf, instantOf, personsOf } from './people';
import { picturesOf } from './pictures';
import { unread } from './unread';

/**
 * Items of ninjs (IPTC, News in JSON) 1 to 3: those of Stet as far as the format carries an article, those of agencies by their
 * properties. Everything that Stet has no field for is reported. Errors: `import/unreadable`, `import/no-item`, `import/too-deep`, those of `checkDocument`.
 */
export const ninjsImporter: Importer = {
  id: 'ninjs',
  title: 'ninjs (wire)',
  extensions: ['json'],
  recognise,
  read,
};

function recognise(text: string): number {
  if (!/^\ufeff?\s*\{/u.test(text.slice(0, 200))) return 0;
  try {
    return looksLikeItem(itemIn(text)) ? 0.95 : 0;
  } catch {
    return 0; // any other text that begins with a brace
  }
}

function read(text: string, context: ImportContext): Imported {
  const item = itemIn(text);
  const type = textOf(item['type']);
  if (type !== null && type !== 'text')
    throw new StetError(
      'import/unreadable',
      `This item of ninjs is no text (“${cleanLine(type, 40)}”), so no article can be made of it.`,
    );
  const own = item['profile'] === NAME;
  const body = bodyOf(item, own, context);
  const pictures = picturesOf(item, context.beside === true);
  const known = { ...headOf(item, own, context), ...(pictures.lead ? { leadImage: pictures.lead } : {}) };
  const leftOut = [...body.leftOut, ...pictures.leftOut, ...(own ? [] : unread(item))];
  const imported = assemble([...body.blocks, ...pictures.blocks], known, context, leftOut, own ? 'nothing' : 'page');
  const note = own ? null : (textOf(item['edNote']) ?? textOf(item['ednote']));
  if (note === null || context.part === 'fragment') return imported;
  // What an editor says to editors is private here too.
  const notes = plainWords(note).slice(0, 100_000).toWellFormed();
  return { ...imported, doc: { ...imported.doc, attrs: { ...imported.doc.attrs, notes } } };
}

function headOf(item: Item, own: boolean, { language }: ImportContext): KnownHead {
  const valid = <N extends FieldName>(name: N, value: unknown): Partial<Pick<Fields, N>> =>
    value !== null && v.is(fieldSpecs[name], value) ? ({ [name]: value } as Pick<Fields, N>) : {};
  const line = (text: string | null, most: number): string | undefined =>
    text === null ? undefined : own ? text : cleanLine(text, most) || undefined;
  const said = textOf(item['language']);
  const spoken = said !== null && v.is(languageTag, said) ? said : undefined;
  const headline = line(inRole(item['headlines'], 'main', null, 'headline')?.value ?? textOf(item['headline']), 1000);
  const kicker = line(inRole(item['headlines'], 'kicker', 'overline')?.value ?? null, 300);
  const uri = textOf(item['uri']);
  const slugline = textOf(item['slugline']);
  const place = line(textOf(item['located']), 200);
  const published = instantOf(item['firstCreated'] ?? item['firstcreated'] ?? item['contentCreated']);
  const updated = instantOf(item['versionCreated'] ?? item['versioncreated']);
  const byline = personsOf(item, own, spoken ?? language);
  const subjects = [...itemsOf(item['subjects']), ...itemsOf(item['subject'])];
  const named = (sections: boolean) =>
    subjects
      .filter(({ rel }) => /^(?:section|category)$/iu.test(textOf(rel) ?? '') === sections)
      .flatMap(({ name }) => line(textOf(name), 200) ?? []);
  const keywords = (Array.isArray(item['keywords']) ? (item['keywords'] as unknown[]) : []).flatMap(
    (word) => line(textOf(word), 200) ?? [],
  );
  const unique = (names: readonly string[]) => (own ? names : [...new Set(names)]);
  return {
    ...(own ? { language: spoken ?? 'und' } : spoken === undefined ? {} : { language: spoken }),
    ...(headline === undefined ? {} : { headline }),
    ...(kicker === undefined ? {} : { kicker }),
    ...standfirstOf(item, own),
    ...(byline.length > 0 ? { byline } : {}),
    ...(place === undefined ? {} : valid('dateline', { place, date: null })),
    ...valid('section', unique(named(true))),
    ...valid('tags', unique([...named(false), ...keywords])),
    ...valid('slug', slugline === null ? null : own ? slugline : slugOf(slugline)),
    ...valid('canonicalUrl', uri !== null && !uri.startsWith(URN) && isSafeUrl(uri) ? uri : null),
    ...valid('publishedAt', published),
    ...valid('updatedAt', updated === published ? null : updated),
    ...valid('embargo', embargoOf(item, own, spoken ?? language)),
    ...valid('tagline', inRole(item['descriptions'], 'tagline')?.value ?? null),
    ...valid('corrections', own ? correctionsOf(item) : null),
    neighbours: { seriesName: null, previous: null, next: null },
  };
}

const slugOf = (slugline: string): string | null => {
  const slug = slugFrom(slugline);
  return slug === 'untitled' ? null : slug;
};

function standfirstOf(item: Item, own: boolean): { standfirst?: InlineJson[] } {
  const found =
    inRole(item['descriptions'], 'standfirst', 'summary', 'abstract', 'lead', 'caption', null) ??
    plain(textOf(item['description_text']) ?? textOf(item['description_summary'])) ??
    htmlOf(textOf(item['description_html']));
  if (found === null) return {};
  if (own) return { standfirst: readInlinePart(found.value) };
  const words = cleanLine(found.html ? plainWords(found.value) : found.value, 5000);
  return words === '' ? {} : { standfirst: [{ type: 'text', text: words }] };
}

const plain = (value: string | null) => (value === null ? null : { value, html: false });
const htmlOf = (value: string | null) => (value === null ? null : { value, html: true });

/** `at: text` for each, as Stet writes them. */
function correctionsOf(item: Item): Fields['corrections'] {
  return itemsOf(item['descriptions'])
    .filter(({ role }) => role === 'correction')
    .flatMap(({ value }) => {
      const [, at, text] = /^(\S+): (.*)$/su.exec(textOf(value) ?? '') ?? [];
      return at === undefined || text === undefined ? [] : [{ at, text }];
    });
}

/** The body as HTML where there is one, else as text: 3.x in `bodies`, 1.x and 2.x in `body_…`. */
function bodyOf(item: Item, own: boolean, { beside = false }: ImportContext): { blocks: RawBlock[]; leftOut: LeftOut[] } {
  const bodies = itemsOf(item['bodies']).sort((one, other) => Number(other['role'] === 'main') - Number(one['role'] === 'main'));
  const typed = (html: boolean) =>
    bodies.find(
      (body) =>
        /html/iu.test(textOf(body['contentType'] ?? body['contenttype']) ?? '') === html && textOf(body['value']) !== null,
    );
  const html = textOf(typed(true)?.['value']) ?? textOf(item['body_html']) ?? textOf(item['body_xhtml']);
  if (html !== null) return readBodyPart(html, { own, beside });
  const words = textOf(typed(false)?.['value']) ?? textOf(item['body_text']) ?? '';
  const paragraphs = words.split(/\r?\n[ \t]*\r?\n/u).length > 1 ? words.split(/\r?\n[ \t]*\r?\n/u) : words.split(/\r?\n/u);
  const blocks = paragraphs.flatMap((paragraph): RawBlock[] => {
    const text = cleanLine(paragraph, Infinity);
    return text === '' ? [] : [{ line: null, block: { type: 'paragraph', content: [{ type: 'text', text }] } }];
  });
  return { blocks, leftOut: [] };
}
