import { StetError } from '../../../core/errors';
import { toBase64 } from '../../../core/formats/base64';
import { assetsIn } from '../../storage/openLibrary';
import { command, usage, type ExitCode } from '../command';
import { folderFor, writing } from '../library';
import { beside, readPictures, picturesNamedIn } from '../pictures';
import { readSource, tellLeftOut } from '../source';

/** `stet import`: a new article for each file. */
export const importFiles = command({
  help: `Make an article of each file. A running Stet shows them at once.

Usage: stet import FILE… [--from FORMAT] [--json] [--library DIR]

  FILE…          text, Markdown, HTML or Word (.docx) files; - reads standard input. Pictures that a page
                 names beside itself (ice-road-1.jpg, images/ice.png) come along
  --from FORMAT  what the files are, where their names do not tell
  --json         the result as JSON: [{ file, id, headline, leftOut }]

Prints the id and the headline of each new article. A file that cannot be read is reported, and the others are imported.
`,
  options: { json: { type: 'boolean' }, from: { type: 'string' } },
  async run({ values, positionals }, io) {
    if (positionals.length === 0) throw usage('Say which files to import.');
    const folder = folderFor(values, io);
    return writing(folder, io, async (client) => {
      const made: unknown[] = [];
      let exit: ExitCode = 0;
      for (const file of positionals) {
        try {
          const source = await readSource(file, io);
          const format = values.from ?? null;
          const names = beside(file, io) === null || source.bytes ? [] : picturesNamedIn(source, format);
          const { found, refused } = await readPictures(names, beside(file, io) ?? '');
          const pictures: { name: string; asset: string }[] = [];
          for (const [name, picture] of found) {
            pictures.push({ name, asset: (await assetsIn(folder).put(picture.bytes)).asset });
          }
          tellLeftOut(refused, io, `${file}: `);
          const { bytes, ...text } = source;
          const packed = bytes && toBase64(bytes);
          const { id, headline, leftOut } = await client['import.create']({ ...text, packed, format, pictures });
          tellLeftOut(leftOut, io, `${file}: `);
          made.push({ file, id, headline, leftOut });
          if (!values.json) io.stdout.write(`${id}\t${headline}\n`);
        } catch (error) {
          if (!(error instanceof StetError) || error.code.endsWith('/unknown-format')) throw error;
          io.stderr.write(`stet: ${file}: ${error.message}\n`);
          exit = 3;
        }
      }
      if (values.json) io.stdout.write(`${JSON.stringify(made, null, 2)}\n`);
      return exit;
    });
  },
});
