import { unzipSync } from 'fflate/browser';
import { StetError } from '../../errors';
import { toBase64 } from '../base64';
import { flat, type Part } from './parts';

/** Bytes of XML and of pictures that a document may hold unpacked: far more than any article, far less than memory. */
const MAX_XML = 64 * 1024 * 1024;
const MAX_PICTURES = 128 * 1024 * 1024;

const PICTURE = /\.(?:jpe?g|png|gif|webp)$/iu;
/** What tells nothing about the words. */
const NEEDLESS = /(?:^|\/)(?:theme|customXml|glossary|embeddings|fonts)\/|(?:settings|webSettings|fontTable)\.xml$/iu;

/**
 * A Word document's zip as one XML text (see `flat`), for the importer. What it declares to be too large is not unpacked, and no
 * more than declared ever is. Errors: `import/unreadable`, `import/too-large`.
 */
export function unpacked(bytes: Uint8Array): string {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new StetError(
      'import/unreadable',
      'This document has a password or is of the old Word format (.doc). Save it as .docx without a password and import that.',
    );
  let files: Record<string, Uint8Array>;
  let xml = 0;
  let pictures = 0;
  const wanted = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (PICTURE.test(name)) pictures += originalSize;
    else if (/\.(?:xml|rels)$/iu.test(name) && !NEEDLESS.test(name)) xml += originalSize;
    else return false;
    if (xml > MAX_XML || pictures > MAX_PICTURES)
      throw new StetError(
        'import/too-large',
        'Unpacked, this document is larger than Stet reads at once. Divide it, or make its pictures smaller.',
      );
    return true;
  };
  try {
    files = unzipSync(bytes, { filter: wanted });
  } catch (cause) {
    if (cause instanceof StetError) throw cause;
    throw new StetError(
      'import/unreadable',
      'This is not a Word document, or it is damaged. Open it in a word processor, save it again as .docx and import that.',
      {},
      { cause },
    );
  }
  const parts = Object.entries(files)
    .filter(([name]) => name !== '[Content_Types].xml')
    .map(([name, content]): Part =>
      PICTURE.test(name)
        ? { name: `/${name}`, type: '', base64: toBase64(content) }
        : { name: `/${name}`, type: '', xml: withoutDeclaration(decoded(content)) },
    );
  return flat(parts);
}

/** XML says its encoding by a byte order mark, or is UTF-8 (section 4.3.3): packages allow no other (ECMA-376, part 2, section 6.2.5). */
function decoded(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(mark).decode(bytes);
}

const withoutDeclaration = (xml: string): string => xml.replace(/^\s*<\?xml[^>]*\?>/u, '');
