import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { StetError } from '../../core/errors';
import type { ImportContext, Imported, LeftOut } from '../../core/formats/format';
import { isPacked } from '../../core/formats/isPacked';
import { readSource as readSourceWith } from '../../core/formats/registry';
import { usage, type Io } from './command';

/** UTF-16 units: as the windows' parser. */
const MAX_UNITS = 16_000_000;

export interface Source {
  text: string;
  /** The file, where it is not a text. */
  bytes?: Uint8Array;
  /** Null for standard input. */
  name: string | null;
}

/** The text of a file, or of standard input for `-`. Errors: `cli/no-file`, `import/unreadable`, `import/too-large`. */
export async function readSource(file: string, io: Io): Promise<Source> {
  const bytes = file === '-' ? await readAll(io.stdin) : await readBytes(resolve(io.cwd, file), file);
  const name = file === '-' ? null : basename(file);
  if (isPacked(bytes)) return { text: '', bytes, name };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new StetError('import/unreadable', `“${file}” is not a text in UTF-8. Save it as UTF-8 first.`, {}, { cause });
  }
  if (text.length > MAX_UNITS) {
    throw new StetError('import/too-large', `“${file}” is longer than Stet reads at once. Divide it.`, {
      units: text.length,
      limit: MAX_UNITS,
    });
  }
  return { text, name };
}

/**
 * What the importer makes of a text, in this process: it is a foreground process of one text's own, that Ctrl+C or a time limit
 * of the caller ends; the importers' limits of size and depth hold here as well.
 */
export function readHere(
  { name, text, bytes }: Source,
  format: string | null,
  { language = 'en', part = 'page', beside = false }: Partial<ImportContext> = {},
): Imported {
  return readSourceWith({ text, bytes }, format, { language, name, part, beside });
}

/** Tells the writer what was not taken over: nothing is left out in silence. */
export function tellLeftOut(leftOut: readonly LeftOut[], io: Io, of = ''): void {
  for (const { line, text, why } of leftOut) {
    io.stderr.write(`stet: ${of}left out${line === null ? '' : ` line ${line}`}: “${text}” (${why})\n`);
  }
}

/** The one argument that a command takes. Errors: `cli/usage`. */
export function only(positionals: readonly string[], what: string): string {
  const [first, ...more] = positionals;
  if (first === undefined) throw usage(`Say which ${what}.`);
  if (more.length > 0) throw usage(`One ${what} at a time: “${more.join(' ')}” is too much.`);
  return first;
}

async function readBytes(path: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    const why =
      code === 'ENOENT' ? 'There is no file' : code === 'EISDIR' ? 'This is a folder, not a file:' : 'Stet may not read';
    throw new StetError('cli/no-file', `${why} “${shown}”.`, {}, { cause });
  }
}

/** Everything that comes in on a stream. */
export async function readAll(stream: Io['stdin']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}
