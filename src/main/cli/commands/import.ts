import { StetError } from '../../../core/errors';
import type { BatchReport } from '../../../core/importing/batch';
import { takeIn } from '../../../core/importing/takeIn';
import { readPicture } from '../../../core/pictures/readPicture';
import type { Client } from '../../../core/rpc/createClient';
import { assetsIn } from '../../storage/openLibrary';
import { fileBeside, filesAt } from '../batchSource';
import { command, usage, type ExitCode, type Io } from '../command';
import { folderFor, reading, writing } from '../library';
import { tellLeftOut } from '../source';

/** `stet import`: files, folders and zips as articles, all of them at once. */
export const importFiles = command({
  help: `Make articles of files, of a folder or of a zip: of all that can be read at once, or, when it fails, of none.
A running Stet shows them at once.

Usage: stet import FILE|FOLDER|ZIP… [--from FORMAT] [--dry-run] [--json] [--library DIR]

  FILE           text, Markdown, HTML, Word (.docx) or ninjs (.json) files; - reads standard input. Pictures
                 that a page names beside itself (ice-road-1.jpg, images/ice.png) come along
  FOLDER, ZIP    all such files in them: a folder of drafts, the folder of a site, the content of Hugo or Jekyll.
                 Links, series and translations between them are kept
  --from FORMAT  what the files are, where their names do not tell
  --dry-run      say what would become of each file, and change nothing
  --json         the result as JSON: [{ file, id, headline, changes, leftOut }], and { file, left } for what
                 became no article

Prints the id and the headline of each new article. What was left, and why, is said on standard error.
Code 3 says that a text or a picture could not be taken; the others are imported all the same.
`,
  options: { json: { type: 'boolean' }, from: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  async run({ values, positionals }, io) {
    if (positionals.length === 0) throw usage('Say which files, folders or zips to import.');
    const folder = folderFor(values, io);
    const dryRun = values['dry-run'] === true;
    const files = await filesAt(positionals, io);
    const take = async (client: Client): Promise<ExitCode> => {
      const report = await takeIn(
        files,
        {
          client,
          putPicture: dryRun ? onlyRead : (bytes) => assetsIn(folder).put(upright(bytes)),
          beside: (of, name) => fileBeside(of, name, io),
          progress: () => undefined,
          stopped: () => false,
        },
        { format: values.from ?? null, dryRun },
      );
      return tell(report, values.json === true, dryRun, io);
    };
    return dryRun ? reading(folder, io, take) : writing(folder, io, take);
  },
});

function tell(report: BatchReport | null, json: boolean, dryRun: boolean, io: Io): ExitCode {
  const { taken, left } = report ?? { taken: [], left: [] };
  for (const { file, changes, leftOut } of taken) {
    for (const change of changes) io.stderr.write(`stet: ${file}: ${change}\n`);
    tellLeftOut(leftOut, io, `${file}: `);
  }
  for (const { file, why } of left) io.stderr.write(`stet: ${file}: ${why}\n`);
  if (json) {
    const told = [
      ...taken.map(({ id, ...one }) => ({ ...one, id: dryRun ? null : id })),
      ...left.map(({ file, why }) => ({ file, left: why })),
    ];
    io.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  } else for (const { id, headline, file } of taken) io.stdout.write(`${dryRun ? file : id}\t${headline}\n`);
  return left.some(({ failed }) => failed) ? 3 : 0;
}

/** A camera's picture that lies on its side would have to be decoded to be turned. */
function upright(bytes: Uint8Array): Uint8Array {
  if (readPicture(bytes).orientation !== 1)
    throw new StetError(
      'pictures/turned',
      'This picture lies on its side in its file; save it upright, or import it in the window.',
    );
  return bytes;
}

/** For a look only: a name such as the library would give. */
function onlyRead(bytes: Uint8Array): Promise<{ asset: string }> {
  return Promise.resolve({ asset: `${'0'.repeat(64)}.${readPicture(upright(bytes)).type}` });
}
