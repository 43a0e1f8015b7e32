import { StetError } from '../../core/errors';
import { FILINGS, type Filing } from '../../core/rpc/historyMethods';
import type { Io } from './command';
import { writing } from './library';

/**
 * Has the library keep what was exported from it: itself, or through the Stet that has it open. Never rejects over a library that
 * cannot: the files are written, and that they are missing in the history is said.
 */
export async function handIn(filings: readonly Filing[], folder: string, io: Io): Promise<void> {
  if (filings.length === 0) return;
  try {
    const unknown = await writing(folder, io, async (client) => {
      const missed: string[] = [];
      for (let at = 0; at < filings.length; at += FILINGS)
        missed.push(...(await client['history.filed']({ filings: filings.slice(at, at + FILINGS) })).unknown);
      return missed;
    });
    for (const article of unknown)
      io.stderr.write(`stet: ${article}: written, but its text was changed meanwhile, so History does not know it as filed.\n`);
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    io.stderr.write(`stet: written, but History could not note it as filed: ${error.message}\n`);
  }
}
