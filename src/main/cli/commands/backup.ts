import { mkdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { StetError } from '../../../core/errors';
import type { BackupContents } from '../../../core/rpc/backupMethods';
import { command, usage, type ExitCode } from '../command';
import { folderFor, reading, writing } from '../library';
import { only } from '../source';

/** `stet backup`. */
export const backup = command({
  help: `Make a verified archive of the library, or of one article.

Usage: stet backup [ID] --out DIR [--library DIR]

  ID         an article as “stet list” shows it; without one, the whole library
  --out DIR  the folder for the archive; made when it is missing

The archive is a zip of the library’s folder with a manifest of checksums. It is read back before its name is printed. It holds
your notes and everything else that is private: keep it where only you can read it.
`,
  options: { out: { type: 'string' } },
  async run({ values, positionals }, io) {
    if (values.out === undefined) throw usage('Say which folder to write into: --out DIR.');
    const article = positionals.length === 0 ? null : only(positionals, 'article to back up');
    const out = resolve(io.cwd, values.out);
    return reading(folderFor(values, io), io, async (client, places): Promise<ExitCode> => {
      await mkdir(out, { recursive: true }).catch((cause: unknown) => {
        throw new StetError(
          'places/failed',
          `The folder “${values.out ?? ''}” could not be made. Choose another one.`,
          {},
          { cause },
        );
      });
      const { name, articles } = await client['backup.make']({ folder: places.handleFor(out).handle, article });
      io.stderr.write(`stet: ${articles} ${articles === 1 ? 'article' : 'articles'}, read back and whole.\n`);
      io.stdout.write(`${name}\n`);
      return 0;
    });
  },
});

/** `stet restore`. */
export const restore = command({
  help: `Restore articles from an archive. What is newer in the library stays as it is.

Usage: stet restore FILE [--dry-run] [--json] [--library DIR]

  FILE       an archive that Stet made
  --dry-run  only say what would be done
  --json     the numbers as JSON: { madeAt, missing, older, same, newer, series, damaged }

Articles that the library lacks are added, those that are older in it are brought up to date, all others are left as they are.
What is replaced stays in the article’s history. Code 3 says that files of the archive are damaged; all others are restored.
`,
  options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  async run({ values, positionals }, io) {
    const file = resolve(io.cwd, only(positionals, 'archive to restore from'));
    return writing(folderFor(values, io), io, async (client, places): Promise<ExitCode> => {
      if (!places) {
        throw new StetError(
          'library/in-use',
          'Stet has this library open. Restore from its window (File, “Back up and restore…”), or close it first.',
        );
      }
      const from = { folder: places.handleFor(dirname(file)).handle, name: basename(file) };
      const contents = await client[values['dry-run'] === true ? 'backup.examine' : 'backup.restore'](from);
      if (values.json) io.stdout.write(`${JSON.stringify(contents, null, 2)}\n`);
      else io.stdout.write(inWords(contents, values['dry-run'] === true));
      const { damaged } = contents;
      if (damaged === 0) return 0;
      const lost =
        damaged === 1 ? 'One file of this archive is damaged and was' : `${damaged} files of this archive are damaged and were`;
      io.stderr.write(`stet: ${lost} left out; everything else is as said.\n`);
      return 3;
    });
  },
});

const inWords = ({ madeAt, missing, older, same, newer, series }: BackupContents, dry: boolean): string =>
  [
    `Made ${madeAt}`,
    `${missing} ${dry ? 'would be added' : 'added'}`,
    `${older} ${dry ? 'would be brought up to date' : 'brought up to date'}`,
    `${same} the same`,
    `${newer} left as they are here`,
    `${series} series ${dry ? 'would be added' : 'added'}`,
    '',
  ].join('\n');
