import { StetError } from '../errors';
import type { Exporter, ImportContext, Imported, Importer } from './format';
import { docxExporter } from './docx/docxExporter';
import { docxImporter } from './docx/docxImporter';
import { htmlExporter } from './html/htmlExporter';
import { htmlImporter } from './html/htmlImporter';
import { jsonExporter } from './json/json';
import { jsonLdExporter } from './jsonld/jsonLdExporter';
import { hugoExporter, jekyllExporter, markdownExporter } from './markdown/markdownExporter';
import { markdownImporter } from './markdown/markdownImporter';
import { ninjsExporter } from './ninjs/ninjs';
import { ninjsImporter } from './ninjs/ninjsImporter';
import { textExporter } from './text/textExporter';
import { textImporter } from './text/text';
import { wordPressExporter } from './wordpress/wordPressExporter';

/** Every format that Stet writes, in the order in which dialogs show them. */
export const exporters: readonly Exporter[] = [
  htmlExporter,
  markdownExporter,
  hugoExporter,
  jekyllExporter,
  wordPressExporter,
  docxExporter,
  textExporter,
  ninjsExporter,
  jsonLdExporter,
  jsonExporter,
];

/** Every format that Stet reads. The last one takes anything that is text. */
export const importers: readonly Importer[] = [htmlImporter, markdownImporter, docxImporter, ninjsImporter, textImporter];

/** True where pictures are shown, and so have to lie beside what is written or stand inside it. */
export const showsPictures = ({ carries }: Exporter): boolean => carries === null || carries.blocks.figure === 'whole';

/** Errors: `export/unknown-format`. */
export function exporterOf(id: string): Exporter {
  const found = exporters.find((exporter) => exporter.id === id);
  if (!found)
    throw new StetError(
      'export/unknown-format',
      `Stet cannot write “${id}”. It writes ${exporters.map((e) => e.id).join(', ')}.`,
    );
  return found;
}

/** A file to read: its text, or its bytes where it is not one. */
export interface Source {
  text: string;
  bytes?: Uint8Array | undefined;
}

/** What the importer for a file makes of it. Errors: those of `importerFor` and of the importer. */
export function readSource({ text, bytes }: Source, format: string | null, context: ImportContext): Imported {
  if (bytes === undefined) return importerFor(text, context.name, format).read(text, context);
  // What the bytes are, no name can change.
  const { unpack, read } = docxImporter;
  return read(unpack(bytes), context);
}

/**
 * The importer for a text: by its id, else by the file's extension, else the one that recognises the text best.
 * Errors: `import/unknown-format`.
 */
export function importerFor(text: string, name: string | null, id: string | null): Importer {
  const extension = name?.split('.').at(-1)?.toLowerCase();
  const found =
    id !== null
      ? importers.find((importer) => importer.id === id)
      : (importers.find((importer) => extension !== undefined && importer.extensions.includes(extension)) ??
        [...importers].sort((a, b) => b.recognise(text) - a.recognise(text))[0]);
  if (!found)
    throw new StetError(
      'import/unknown-format',
      `Stet cannot read “${id ?? name ?? 'this'}”. It reads ${importers.map((i) => i.id).join(', ')}.`,
    );
  return found;
}
