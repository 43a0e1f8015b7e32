import { fromBase64 } from '../../core/formats/base64';
import type { Imported } from '../../core/formats/format';
import type { AssetStore } from '../../core/ports/assets';
import type { LibraryStore } from '../../core/ports/library';
import type { Parser } from '../../core/ports/work';
import type { Handlers, InputOf } from '../../core/rpc/contract';
import { foundBeside, storedFromInside, withPictures } from './importPictures';

interface ImportPorts {
  parser: Parser;
  library: LibraryStore;
  assets: AssetStore;
}

/** Foreign text, read for a paste or a drop into an empty article. */
export function importHandlers({ parser, library, assets }: ImportPorts) {
  async function read({ text, packed, name, format, pictures = [] }: InputOf<'import.page'>): Promise<Imported> {
    const { language } = (await library.read()).settings;
    const bytes = packed === undefined ? undefined : fromBase64(packed);
    const { pictures: held = [], ...imported } = await parser.parse({ text, bytes, name, format, language, part: 'page' });
    const { found, refused } = await storedFromInside(assets, held);
    const placed = withPictures(imported, new Map([...(await foundBeside(assets, pictures)), ...found]));
    return { ...placed, leftOut: [...placed.leftOut, ...refused] };
  }

  return {
    'import.page': (input) => read(input),

    'import.fragment': async ({ text, format, language }) => {
      const { doc, leftOut } = withPictures(
        await parser.parse({ text, name: null, format, language, part: 'fragment' }),
        new Map(),
      );
      const [, , , ...blocks] = doc.content;
      const [only] = blocks;
      // A document cannot be without a block; one empty paragraph means that nothing came of the text.
      const nothing = blocks.length === 1 && only?.type === 'paragraph' && (only.content ?? []).length === 0;
      return { blocks: nothing ? [] : blocks, leftOut };
    },
  } satisfies Partial<Handlers>;
}
