import { picturesIn } from '../../core/document/pictures';
import { StetError } from '../../core/errors';
import { fromBase64 } from '../../core/formats/base64';
import type { Imported } from '../../core/formats/format';
import { limits, type TakenFile } from '../../core/importing/batch';
import { textName, type TextName } from '../../core/importing/fileNames';
import type { ArticleStore } from '../../core/ports/articles';
import type { AssetStore, NeededAssets } from '../../core/ports/assets';
import type { Clock, Ids } from '../../core/ports/clock';
import type { HistoryStore } from '../../core/ports/history';
import type { LibraryStore } from '../../core/ports/library';
import type { Parser } from '../../core/ports/work';
import type { Handlers } from '../../core/rpc/contract';
import { arrive } from './arriving';
import { assembleBatch } from './assembleBatch';
import type { Events } from './events';
import type { HistoryRecorder } from './historyRecorder';
import { storedFromInside } from './importPictures';
import type { OpenArticles } from './openArticles';

export interface BatchPorts {
  parser: Parser;
  articles: ArticleStore;
  library: LibraryStore;
  history: HistoryStore;
  assets: AssetStore;
  clock: Clock;
  ids: Ids;
  computer: string;
}

/** A text of a batch that was read; nothing of it is in the library. */
export interface Prepared {
  path: string;
  id: string;
  name: TextName;
  imported: Imported;
  /** Pictures from inside the file, by the names that the document has for them. */
  inside: Awaited<ReturnType<typeof storedFromInside>>['found'];
}

interface Batch {
  readonly dryRun: boolean;
  readonly prepared: Map<string, Prepared>;
  /** UTF-16 units and bytes of everything that was read. */
  read: number;
  stopped: boolean;
  /** Pictures that it will need. */
  readonly assets: Set<string>;
}

/** Batches that are open at a time: a window and a command line, and what a window that was closed has left. */
const MOST_OPEN = 4;
const SAID_EVERY = 10;

/** Many texts at once: each is read first, and all become articles together or not at all. */
export function batchHandlers(ports: BatchPorts, open: OpenArticles, recorder: Pick<HistoryRecorder, 'mark'>, events: Events) {
  const { parser, library, assets, ids } = ports;
  const batches = new Map<string, Batch>();

  function batchOf(id: string): Batch {
    const found = batches.get(id);
    if (!found)
      throw new StetError('import/stopped', 'This import was stopped. Nothing of it is in the library; begin it again.');
    return found;
  }

  const handlers = {
    'import.begin': ({ dryRun }) => {
      const [oldest] = batches.keys();
      if (batches.size >= MOST_OPEN && oldest !== undefined) batches.delete(oldest);
      const id = ids.next();
      batches.set(id, { dryRun, prepared: new Map(), read: 0, stopped: false, assets: new Set() });
      return Promise.resolve({ batch: id });
    },

    'import.add': async ({ batch: id, path, text, packed, format }) => {
      const batch = batchOf(id);
      batch.read += text.length + (packed?.length ?? 0);
      if (batch.read > limits.allTexts * 2 || batch.prepared.size >= limits.texts) throw tooMuch();
      const name = textName(path);
      const { language } = (await library.read()).settings;
      const bytes = packed === undefined ? undefined : fromBase64(packed);
      const source = { text, bytes, name: path === '-' ? null : name.name, format };
      const parsed = await parser.parse({ ...source, language: name.tag ?? language, part: 'page', beside: true });
      const { pictures = [], ...imported } = parsed;
      const { found: inside, refused } = batch.dryRun ? unstored(pictures) : await storedFromInside(assets, pictures);
      for (const { asset } of inside.values()) batch.assets.add(asset);
      batch.prepared.set(path, {
        path,
        id: batch.prepared.get(path)?.id ?? ids.next(),
        name,
        imported: { ...imported, leftOut: [...imported.leftOut, ...refused] },
        inside,
      });
      return {
        pictures: picturesIn(imported.doc).filter((wanted) => !inside.has(wanted)),
        address: imported.address ?? null,
      };
    },

    'import.commit': async ({ batch: id, pictures }) => {
      const batch = batchOf(id);
      for (const { asset } of pictures) batch.assets.add(asset);
      try {
        const prepared = [...batch.prepared.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
        const made = await assembleBatch(ports, open, prepared, pictures, batch.dryRun);
        const total = made.articles.length;
        const progress = (done: number): void => {
          if (done % SAID_EVERY === 0) events.emit({ type: 'import', batch: id, done, total });
        };
        if (!batch.dryRun && total > 0)
          await arrive(ports, open, recorder, made.articles, { progress, stopped: () => batch.stopped, series: made.addSeries });
        for (const original of batch.dryRun ? [] : made.originals) await recorder.mark(original, { translated: true });
        const told = batch.dryRun ? made.tryOut((await library.read()).series) : made.told();
        if (!batch.dryRun && total > 0) {
          events.emit({ type: 'articles', ids: made.articles.map((article) => article.id), revision: null });
          if (told.series.length > 0) events.emit({ type: 'series' });
        }
        return told;
      } finally {
        batches.delete(id);
      }
    },

    'import.cancel': ({ batch: id }) => {
      const batch = batches.get(id);
      if (batch) batch.stopped = true;
      batches.delete(id);
      return Promise.resolve(null);
    },
  } satisfies Partial<Handlers>;

  /** Pictures that an import under way needs, though no article does yet. */
  const needed: NeededAssets = () => Promise.resolve(new Set([...batches.values()].flatMap((batch) => [...batch.assets])));
  return { handlers, needed };
}

/** For a look only: what would be kept, without keeping it. */
function unstored(
  pictures: NonNullable<Imported['pictures']>,
): Pick<Prepared, 'inside'> & { found: Prepared['inside']; refused: TakenFile['leftOut'] } {
  const found = new Map(pictures.map(({ name }) => [name, { asset: name, width: null, height: null }]));
  return { found, inside: found, refused: [] };
}

const tooMuch = () =>
  new StetError(
    'import/batch-too-large',
    `This is more than Stet imports at once (${limits.texts} texts, ${limits.allTexts / 1_000_000} MB of text). Nothing was imported; take one folder after another.`,
  );
