import { StetError } from '../../../core/errors';
import { command, usage, type ExitCode } from '../command';
import { folderFor, writing } from '../library';
import { readSource, tellLeftOut } from '../source';

/** `stet import`: a new article for each file. */
export const importFiles = command({
  help: `Make an article of each file. A running Stet shows them at once.

Usage: stet import FILE… [--from FORMAT] [--json] [--library DIR]

  FILE…          text, Markdown or HTML files; - reads standard input
  --from FORMAT  what the files are, where their names do not tell
  --json         the result as JSON: [{ file, id, headline, leftOut }]

Prints the id and the headline of each new article. A file that cannot be read is reported, and the others are imported.
`,
  options: { json: { type: 'boolean' }, from: { type: 'string' } },
  async run({ values, positionals }, io) {
    if (positionals.length === 0) throw usage('Say which files to import.');
    return writing(folderFor(values, io), io, async (client) => {
      const made: unknown[] = [];
      let exit: ExitCode = 0;
      for (const file of positionals) {
        try {
          const { text, name } = await readSource(file, io);
          const { id, headline, leftOut } = await client['import.create']({ text, name, format: values.from ?? null });
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
