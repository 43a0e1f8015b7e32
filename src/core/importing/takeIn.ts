import { StetError } from '../errors';
import { toBase64 } from '../formats/base64';
import { wayOf } from '../formats/beside';
import { isPacked } from '../formats/isPacked';
import type { Client } from '../rpc/createClient';
import { limits, type BatchFile, type BatchReport, type LeftFile } from './batch';
import { decode } from './decode';
import { openZips } from './openZips';
import { PictureMap, type ShownIn } from './pictureMap';
import { sortFiles } from './sortFiles';

/** Where a batch goes, and who hears of it. */
export interface BatchHost {
  client: Pick<Client, 'import.begin' | 'import.add' | 'import.commit' | 'import.cancel'>;
  /** Keeps a picture in the library. Errors: those of `AssetStore.put`. */
  putPicture(bytes: Uint8Array): Promise<{ asset: string }>;
  /** A picture that did not come with the batch but lies beside a text of it, or in a folder there; null where there is none. */
  beside?: (of: string, name: string) => Promise<BatchFile | null>;
  progress(step: BatchStep): void;
  stopped(): boolean;
}

export interface BatchStep {
  step: 'reading' | 'pictures' | 'storing';
  done: number;
  total: number;
  /** The file that is being read. */
  file: string;
}

export interface BatchOptions {
  /** What the files are, where their names do not tell; an importer's id. */
  format: string | null;
  dryRun: boolean;
}

/** What asks for something comes first. */
const failedFirst = (one: LeftFile, other: LeftFile): number => Number(other.failed === true) - Number(one.failed === true);

const GUESSED = 'The file does not say its encoding; it was read as Windows-1252. Look at the accented letters.';
/** UTF-16 units that one call takes. */
const MOST_UNITS = 16_000_000;
/** Texts on their way at a time: as many as the parser has threads. */
const TOGETHER = 2;

interface Wanted extends ShownIn {
  name: string;
}

interface Found extends Wanted {
  path: string;
  asset: string;
}

/**
 * Takes files into the library: all texts among them that can be read become articles at once, with the pictures that they show,
 * or none does. Resolves with null when it was stopped. Errors: those of the calls; nothing is in the library then.
 */
export async function takeIn(
  chosen: readonly BatchFile[],
  host: BatchHost,
  { format, dryRun }: BatchOptions,
): Promise<BatchReport | null> {
  const { client } = host;
  const { files, left: refused } = await openZips(chosen);
  const sorted = await sortFiles(files);
  const left: LeftFile[] = [...refused, ...sorted.left];
  const guessed = new Set<string>();
  const { batch } = await client['import.begin']({ dryRun });
  try {
    const wanted = await readTexts(batch, sorted.texts, host, format, { left, guessed });
    const map = new PictureMap(
      sorted.pictures.keys(),
      files.map(({ path }) => path),
    );
    const found = await readPictures(wanted, map, sorted.pictures, host, left);
    const pictures = found.map(({ of, name, asset }) => ({ of, name, asset }));
    host.progress({ step: 'storing', done: 0, total: sorted.texts.length, file: '' });
    if (host.stopped()) throw stoppedNow();
    const report = await client['import.commit']({ batch, pictures });
    const all = [...report.left, ...left, ...notShown(sorted.pictures, found, report)].sort(failedFirst);
    return {
      ...report,
      left: all,
      taken: report.taken.map((one) => (guessed.has(one.file) ? { ...one, changes: [...one.changes, GUESSED] } : one)),
    };
  } catch (error) {
    await client['import.cancel']({ batch });
    if (error instanceof StetError && error.code === 'import/stopped') return null;
    throw error;
  }
}

async function readTexts(
  batch: string,
  texts: readonly BatchFile[],
  host: BatchHost,
  format: string | null,
  { left, guessed }: { left: LeftFile[]; guessed: Set<string> },
): Promise<Wanted[]> {
  if (texts.length > limits.texts)
    throw new StetError(
      'import/batch-too-large',
      `These are more than ${limits.texts} texts. Nothing was imported; take one folder after another.`,
    );
  const wanted: Wanted[] = [];
  let at = 0;
  let done = 0;
  const reader = async (): Promise<void> => {
    for (let file = texts[at++]; file; file = texts[at++]) {
      if (host.stopped()) throw stoppedNow();
      host.progress({ step: 'reading', done, total: texts.length, file: file.path });
      try {
        const { known, ...source } = await sourceOf(file);
        const { pictures, address } = await host.client['import.add']({ batch, path: file.path, format, ...source });
        if (!known) guessed.add(file.path);
        wanted.push(...pictures.map((name) => ({ of: file.path, address, name })));
      } catch (error) {
        if (!(error instanceof StetError) || isOfBatch(error)) throw error;
        // A folder is full of JSON that nobody takes for an article.
        const failed = error.code !== 'import/no-item' || file.chosen === true;
        left.push({ file: file.path, why: error.message, ...(failed ? { failed } : {}) });
      }
      done++;
    }
  };
  const readers = await Promise.allSettled(Array.from({ length: TOGETHER }, reader));
  const failed = readers.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  left.sort((one, other) => (one.file < other.file ? -1 : 1));
  return wanted;
}

/** Not about one text: without it the others would not be whole either. */
const isOfBatch = ({ code }: StetError): boolean =>
  /^(?:storage|library|host|rpc)\//u.test(code) || /^import\/(?:stopped|closed|unknown-format|batch-too-large)$/u.test(code);

async function sourceOf(file: BatchFile): Promise<{ text: string; packed?: string; known: boolean }> {
  if (file.size > limits.text)
    throw new StetError('import/too-large', 'This file is too large for one article. Divide it into several.');
  const bytes = await file.read();
  if (isPacked(bytes)) return { text: '', packed: toBase64(bytes), known: true };
  const decoded = decode(bytes);
  if (!decoded)
    throw new StetError(
      'import/unreadable',
      'This is not a text. Stet reads plain text, Markdown, web pages, Word documents and ninjs.',
    );
  if (decoded.text.trim() === '') throw new StetError('import/unreadable', 'There is nothing in this file.');
  if (decoded.text.length > MOST_UNITS)
    throw new StetError('import/too-large', 'This file is too large for one article. Divide it into several.');
  return { text: decoded.text, known: decoded.guessed === null };
}

async function readPictures(
  wanted: readonly Wanted[],
  map: PictureMap,
  pictures: ReadonlyMap<string, BatchFile>,
  host: BatchHost,
  left: LeftFile[],
): Promise<Found[]> {
  const found: Found[] = [];
  const kept = new Map<string, string | null>();
  for (const [done, want] of wanted.entries()) {
    if (host.stopped()) throw stoppedNow();
    const here = map.find(want, want.name);
    host.progress({ step: 'pictures', done, total: wanted.length, file: here ?? want.of });
    const { root, up, down } = wayOf(want.name);
    const file =
      here !== null ? (pictures.get(here) ?? null) : root || up > 0 ? null : ((await host.beside?.(want.of, down)) ?? null);
    if (file === null) continue;
    const { path } = file;
    if (!kept.has(path)) kept.set(path, await keptPicture(file, host, left));
    const asset = kept.get(path);
    if (asset != null) found.push({ ...want, path, asset });
  }
  return found;
}

async function keptPicture(file: BatchFile, host: BatchHost, left: LeftFile[]): Promise<string | null> {
  try {
    if (file.size > limits.text)
      throw new StetError('pictures/too-large', 'This picture is larger than a page should carry. Make it smaller first.');
    return (await host.putPicture(await file.read())).asset;
  } catch (error) {
    if (!(error instanceof StetError) || isOfBatch(error)) throw error;
    left.push({ file: file.path, why: error.message, failed: true });
    return null;
  }
}

function notShown(pictures: ReadonlyMap<string, BatchFile>, shown: readonly Found[], { taken }: BatchReport): LeftFile[] {
  const used = new Set(shown.map(({ path }) => path));
  const unused = [...pictures.keys()].filter((path) => !used.has(path));
  if (unused.length === 0) return [];
  if (taken.length === 0 && unused.length === pictures.size)
    return unused.map((file) => ({
      file,
      why: 'A picture alone makes no article. Drop it on the page of one, or import it with its text.',
    }));
  const [only] = unused;
  return unused.length === 1 && only !== undefined
    ? [{ file: only, why: 'No article shows this picture.' }]
    : [{ file: `${unused.length} pictures`, why: 'No article shows them.' }];
}

const stoppedNow = () => new StetError('import/stopped', 'The import was stopped. Nothing of it is in the library.');
