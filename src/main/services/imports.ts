import { slugFrom } from '../../core/article/slug';
import { inlineText } from '../../core/article/summary';
import type { DocJson } from '../../core/document/json';
import { StetError } from '../../core/errors';
import { fromBase64 } from '../../core/formats/base64';
import type { Imported, LeftOut } from '../../core/formats/format';
import type { AssetStore, Clock, Ids, LibraryStore, Parser } from '../../core/ports';
import type { Handlers, InputOf } from '../../core/rpc/contract';
import { settle } from '../../core/series/settle';
import { newArticle } from './articles';
import type { Events } from './events';
import type { HistoryRecorder } from './historyRecorder';
import { foundBeside, storedFromInside, withPictures } from './importPictures';
import type { OpenArticles } from './openArticles';

interface ImportPorts {
  parser: Parser;
  library: LibraryStore;
  assets: AssetStore;
  clock: Clock;
  ids: Ids;
}

const headlineOf = (doc: DocJson): string => inlineText(doc.content[1].content);

/** A slug for an imported page: its own, else from the file's name, else from the headline; none when neither says anything. */
function withSlug(doc: DocJson, name: string | null): DocJson {
  if (doc.attrs.slug !== '') return doc;
  const stem = name?.replace(/\.[^.]+$/u, '') ?? '';
  const slug = [stem, headlineOf(doc)].map(slugFrom).find((made) => made !== 'untitled') ?? '';
  return { ...doc, attrs: { ...doc.attrs, slug } };
}

/** Foreign text: made into articles, or read for a paste. */
export function importHandlers(ports: ImportPorts, open: OpenArticles, history: Pick<HistoryRecorder, 'mark'>, events: Events) {
  const { parser, library, assets, ids } = ports;

  async function read({ text, packed, name, format, pictures = [] }: InputOf<'import.page'>): Promise<Imported> {
    const { language } = (await library.read()).settings;
    const bytes = packed === undefined ? undefined : fromBase64(packed);
    const { pictures: held = [], ...imported } = await parser.parse({ text, bytes, name, format, language, part: 'page' });
    const { found, refused } = await storedFromInside(assets, held);
    const placed = withPictures(imported, new Map([...(await foundBeside(assets, pictures)), ...found]));
    return { ...placed, leftOut: [...placed.leftOut, ...refused] };
  }

  /** Puts the pieces that the page named beside the new article. No series name is invented. */
  async function place(article: string, { seriesName, previous, next }: Imported['neighbours']): Promise<void> {
    const entries = [previous, { article }, next].filter((entry) => entry !== null);
    const [series] = settle([{ id: ids.next(), name: seriesName, entries }]);
    if (!series) return;
    await library.update((data) => ({ ...data, series: [...data.series, series] }));
    events.emit({ type: 'series' });
  }

  return {
    'import.create': async (input) => {
      const { name } = input;
      const { doc, neighbours, leftOut } = await read(input);
      const article = newArticle(withSlug(doc, name), ports);
      await open.create(article);
      await history.mark(article, { came: true });
      events.emit({ type: 'articles', ids: [article.id], revision: article.revision });
      const unplaced = await place(article.id, neighbours).then(
        (): LeftOut[] => [],
        (error: unknown) => {
          if (!(error instanceof StetError)) throw error;
          // The words are safe: to call the import failed would have the writer import it twice. Nothing is left out in silence.
          return [neighbours.previous, neighbours.next].flatMap((piece) =>
            piece === null
              ? []
              : [{ line: null, text: piece.title, why: 'it could not be stored beside the article; link it again' }],
          );
        },
      );
      return { id: article.id, headline: headlineOf(doc), leftOut: [...leftOut, ...unplaced] };
    },

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
