import { mkdir } from 'node:fs/promises';
import { StetError } from '../../core/errors';
import type { Examiner, Parser } from '../../core/ports/work';
import { createClient, type Client } from '../../core/rpc/createClient';
import { createDispatcher } from '../../core/rpc/createDispatcher';
import type { Filing } from '../../core/rpc/historyMethods';
import type { Answer, Transport } from '../../core/rpc/transport';
import { boot } from '../boot';
import { createChromiumPrinter } from '../chromiumPrinter';
import { createNodePlaces, type NodePlaces } from '../places';
import { createServices } from '../services/createServices';
import { createSiteFolders } from '../siteFolders';
import { createPreviews } from '../services/previews';
import { askOwner, openForReading } from '../storage/openLibrary';
import { thisComputer } from '../storage/thisComputer';
import { systemClock, systemIds } from '../systemPorts';
import { libraryFolder } from '../userData';
import { searchIndexOf } from '../workers/createSearchIndex';
import type { Io } from './command';
import { readHere } from './source';

/** The library that a command line means. */
export function folderFor(values: { library?: string | undefined }, io: Io): string {
  return libraryFolder(values.library === undefined ? [] : [`--library=${values.library}`], io.env, { cwd: io.cwd });
}

/** The handle of a folder to write into, which is made where it is missing. `asked` is what the caller called it. Errors: `places/failed`. */
export async function madeFolder(path: string, asked: string, places: NodePlaces): Promise<string> {
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    throw new StetError('places/failed', `The folder “${asked}” could not be made. Choose another one.`, {}, { cause });
  });
  return places.handleFor(path).handle;
}

const parser: Parser & { close(): Promise<void> } = {
  parse: async (request) => readHere(request, request.format, request),
  close: () => Promise.resolve(),
};

const examiner: Examiner & { close(): Promise<void> } = {
  async examine({ doc, ...how }) {
    // Most commands look through nothing: they start without the checks.
    const { examine } = await import('../../core/checks/examine');
    const { loadLexicon } = await import('../../core/repair/lexicon');
    return examine(doc, { ...how, lexicon: await loadLexicon(doc.attrs.language) });
  },
  close: () => Promise.resolve(),
};

const opener = { open: () => Promise.reject(new StetError('links/failed', 'The command line opens no addresses.')) };

const over = (call: Transport['call']): Client => createClient({ call, listen: () => () => undefined });

/**
 * Runs `work` on a library that others may be writing at this moment; nothing can be changed through it.
 * `onFiled` hears what was exported, for `handIn`. Errors: `library/missing`, and those of the calls.
 */
export async function reading<T>(
  folder: string,
  io: Io,
  work: (client: Client, places: NodePlaces) => Promise<T>,
  onFiled: (filing: Filing) => void = () => undefined,
): Promise<T> {
  const { articles, assets, backups, history, library, session, label, readOnly, close } = await openForReading(folder);
  const places = createNodePlaces();
  const { handlers } = createServices({
    info: { host: 'cli', version: io.version, platform: platform(), nativeDialogs: false, library: { label, readOnly } },
    articles,
    assets,
    backups,
    history,
    library,
    session,
    clock: systemClock,
    ids: systemIds,
    computer: thisComputer(),
    places,
    sites: createSiteFolders(places, folder),
    parser,
    examiner,
    opener,
    previews: createPreviews(systemIds),
    printer: createChromiumPrinter(),
    onFiled,
  });
  try {
    return await work(over(createDispatcher(handlers)), places);
  } finally {
    await close();
  }
}

/**
 * Runs `work` on a library of our own, or through the Stet that has it open: then without places, because a folder's handle means
 * nothing to another process. Errors: those of opening and of the calls.
 */
export async function writing<T>(
  folder: string,
  io: Io,
  work: (client: Client, places: NodePlaces | null) => Promise<T>,
): Promise<T> {
  const places = createNodePlaces();
  const stet = await boot({
    folder,
    host: 'cli',
    version: io.version,
    nativeDialogs: false,
    places,
    opener,
    parser,
    examiner,
    printer: () => createChromiumPrinter(),
    searchIndex: searchIndexOf,
    onFocus: () => undefined,
    onNotice: (message) => io.stderr.write(`${message}\n`),
  }).catch((error: unknown) => {
    if (error instanceof StetError && error.code === 'library/in-use') return error;
    throw error;
  });
  if (stet instanceof StetError) return work(over(forwardTo(folder, stet)), null);
  try {
    return await work(over(stet.dispatch), places);
  } finally {
    await stet.close();
  }
}

const forwardTo =
  (folder: string, inUse: StetError) =>
  async (name: string, input: unknown): Promise<Answer> => {
    const answer = await askOwner(folder, { name, input });
    // It closed in the meantime: whoever asked may simply try again.
    if (answer === null) throw inUse;
    return answer;
  };

const platform = () => (process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux');
