import * as v from 'valibot';
import { fieldSpecs, languageTag } from '../../article/fields';
import type { DocJson } from '../../document/json';
import { isAnnotatedMark, refuseAnnotated } from '../annotated/refuseAnnotated';
import type { ImportContext, Importer, LeftOut } from '../format';
import { assemble, type KnownHead } from '../page/page';
import { readProperties } from './coreProperties';
import { APPLICATION } from './docxExporter';
import { BlockReader, rawBlocks } from './readBlocks';
import { takeHead } from './readHead';
import { readItems, type Item } from './readParagraphs';
import { PictureShelf, readFigure } from './readPicture';
import type { RunReading } from './runReading';
import { DocumentStyles } from './readStyles';
import { child, elementsOf, findInside, textIn, type XmlElement } from './readXml';
import { listKinds } from './readNumbering';
import { noteLine } from './trackedChanges';
import { unpacked } from './unpacked';
import { WordPackage } from './wordPackage';

/**
 * Word documents: those of Stet exactly as far as they carry an article, also after a word processor saved them; others by
 * their styles. Comments become private notes on their words; tracked changes are accepted, each with a private note of what it
 * changed. Runs, opens and fetches nothing. Errors: `import/unreadable`, `import/too-deep`, `import/too-large`, those of `checkDocument`.
 */
export const docxImporter: Importer & Required<Pick<Importer, 'unpack'>> = {
  id: 'docx',
  title: 'Word document',
  extensions: ['docx', 'docm', 'dotx'],
  recognise: (text) => (text.slice(0, 400).includes('schemas.microsoft.com/office/2006/xmlPackage') ? 1 : 0),
  unpack: unpacked,
  read(text, context) {
    const pack = new WordPackage(text);
    const styles = new DocumentStyles(pack.companion('styles'));
    refuseAnnotated(styles.annotated || [...pack.companions('header'), ...pack.companions('footer')].some(isMarked));
    const leftOut: LeftOut[] = [];
    const { ours } = styles;
    const exact = ours && textIn(child(pack.xml('/docProps/app.xml'), 'ep:Application') ?? NOTHING) === APPLICATION;
    const comments = commentsIn(pack);
    const reading: RunReading = { styles, pack, comments, open: new Set(), placed: new Set(), leftOut, ours, exact };
    const removed: string[] = [];
    const body = child(pack.document, 'w:body') ?? pack.document;
    const items = readItems(body, reading, removed).filter((item) => !isContents(item));
    const { known, rest, notes } = takeHead(items, reading);
    const shelf = new PictureShelf(leftOut, ours);
    const story = ours ? withLead(rest, known, shelf, reading) : withHeadline(rest, known);
    const shift = story.some((item) => item.kind === 'paragraph' && item.role === 'Heading1') ? 1 : 0;
    const { blocks } = new BlockReader(reading, shelf, listKinds(pack), shift).read(story);
    if (!ours) leftOut.push(...marginalia(pack));
    const open = [...comments].filter(([id]) => !reading.placed.has(id)).map(([, words]) => words);
    const guess = ours ? 'nothing' : known.headline === undefined && shift === 0 ? 'lines' : 'page';
    const imported = assemble(rawBlocks(blocks), { ...known, ...propertiesOf(pack, ours) }, context, leftOut, guess);
    const properties = readProperties(pack.xml('/docProps/core.xml'));
    const pictures = [...shelf.pictures].map(([name, base64]) => ({ name, base64 }));
    return {
      ...imported,
      doc: withNotes(imported.doc, [...notes, ...removed, ...open], context),
      pictures,
      ...(exact ? { properties } : {}),
    };
  },
};

const isMarked = (part: XmlElement): boolean => isAnnotatedMark(textIn(part));

const NOTHING: XmlElement = { name: '', attrs: {}, children: [] };

/** What nobody could be told at its place: in the article's own private notes. */
function withNotes(doc: DocJson, notes: readonly string[], { part }: ImportContext): DocJson {
  const text = notes.join('\n').slice(0, 100_000).toWellFormed();
  return text === '' || part === 'fragment' ? doc : { ...doc, attrs: { ...doc.attrs, notes: text } };
}

const isContents = (item: Item): boolean => item.kind === 'paragraph' && item.role === 'Contents';

function commentsIn(pack: WordPackage): Map<string, string> {
  const part = pack.companion('comments');
  return new Map(
    (part ? elementsOf(part) : []).flatMap((comment) => {
      const author = comment.attrs['w:author'] ?? '';
      const text = elementsOf(comment).map(textIn).join(' ').trim();
      return text === '' ? [] : [[comment.attrs['w:id'] ?? '', noteLine(author === '' ? text : `${author}: ${text}`)] as const];
    }),
  );
}

/** Language and slug, where the document says them. */
function propertiesOf(pack: WordPackage, ours: boolean): Pick<KnownHead, 'language' | 'slug'> {
  const core = pack.xml('/docProps/core.xml');
  const said = (name: string): string => textIn(child(core, name) ?? NOTHING);
  const styles = pack.companion('styles');
  const lang = styles && findInside(styles, 'w:lang')?.attrs['w:val'];
  const language = ours && said('dc:language') !== '' ? said('dc:language') : lang;
  const slug = said('dc:identifier');
  return {
    ...(language && v.is(languageTag, language) && (ours || language !== 'x-none') ? { language } : {}),
    ...(ours && v.is(fieldSpecs.slug, slug) ? { slug } : {}),
  };
}

/** The lead picture with its words, out of a document of Stet's. */
function withLead(items: readonly Item[], known: KnownHead, shelf: PictureShelf, reading: RunReading): Item[] {
  const at = items.findIndex((item) => item.kind === 'paragraph' && item.role === 'LeadPicture');
  const lead = items[at];
  const drawing = lead?.kind === 'paragraph' ? lead.pieces.find(({ picture }) => picture)?.picture : null;
  const picture = drawing ? readFigure(drawing, shelf) : null;
  if (picture === null) return [...items];
  let end = at + 1;
  for (const role of ['Caption', 'Credit'] as const) {
    const next = items[end];
    if (next?.kind === 'paragraph' && next.role === role) end++;
  }
  const [block] = new BlockReader(reading, shelf, () => null, 0).read(items.slice(at, end)).blocks;
  known.leadImage = block?.type === 'figure' && block.attrs ? block.attrs : picture;
  return [...items.slice(0, at), ...items.slice(end)];
}

/** Where no style names the headline, the one heading of the first level before the story is it. */
function withHeadline(items: readonly Item[], known: KnownHead): Item[] {
  if (known.headline !== undefined) return [...items];
  const tops = items.filter((item) => item.kind === 'paragraph' && item.role === 'Heading1');
  const [first] = tops;
  if (tops.length !== 1 || first?.kind !== 'paragraph' || items.indexOf(first) > 2) return [...items];
  const words = first.pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  if (words === '') return [...items];
  known.headline = words;
  return items.filter((item) => item !== first);
}

/** What stands on every page beside the story. */
function marginalia(pack: WordPackage): LeftOut[] {
  const words = (part: XmlElement): string => elementsOf(part).map(textIn).join(' ').replace(/\s+/gu, ' ').trim();
  const told = (kind: 'header' | 'footer', why: string): LeftOut[] =>
    [...new Set(pack.companions(kind).map(words))]
      .filter((text) => /\p{L}/u.test(text))
      .map((text) => ({ line: null, text, why }));
  return [...told('header', 'the header of every page'), ...told('footer', 'the footer of every page')];
}
