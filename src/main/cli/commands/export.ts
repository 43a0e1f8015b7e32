import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StetError } from '../../../core/errors';
import { exporterOf } from '../../../core/formats/registry';
import { command, usage, type ExitCode } from '../command';
import { folderFor, reading } from '../library';

/** `stet export`. */
export const exportArticles = command({
  help: `Write articles into a folder, as they may leave the library: no notes, no ids, no unpublished neighbours.

Usage: stet export ID…|--all --to html|markdown|json --out DIR [--replace] [--fragment] [--library DIR]

  ID…          as “stet list” shows them; --all takes every article that is not in the trash
  --to FORMAT  html, markdown, or json (the public view, for scripts)
  --out DIR    the folder; made when it is missing
  --replace    replace files of the same name; otherwise nothing is written when there are any
  --fragment   only the article itself, for a CMS, where the format knows a difference
  --embargoed  also what is under embargo, each with its line on top

Of several articles, those under embargo are left out and named on standard error; one alone is written with the line of its
embargo on top. Articles of one series that go out together link to one another. Prints the name of each file.
`,
  options: {
    all: { type: 'boolean' },
    to: { type: 'string' },
    out: { type: 'string' },
    replace: { type: 'boolean' },
    fragment: { type: 'boolean' },
    embargoed: { type: 'boolean' },
  },
  async run({ values, positionals }, io) {
    if (values.to === undefined) throw usage('Say which format to write: --to html, --to markdown or --to json.');
    if (values.out === undefined) throw usage('Say which folder to write into: --out DIR.');
    if ((values.all === true) === positionals.length > 0) throw usage('Name the articles by their ids, or say --all.');
    const { id: format } = exporterOf(values.to);
    const out = resolve(io.cwd, values.out);
    return reading(folderFor(values, io), io, async (client, places): Promise<ExitCode> => {
      const ids = values.all
        ? (await client['articles.list']()).articles
            .filter(({ trashedAt }) => trashedAt === null)
            .map(({ id }) => id)
            .sort()
        : positionals;
      if (ids.length === 0) {
        io.stderr.write('stet: there are no articles to export.\n');
        return 0;
      }
      await mkdir(out, { recursive: true }).catch((cause: unknown) => {
        throw new StetError(
          'places/failed',
          `The folder “${values.out ?? ''}” could not be made. Choose another one.`,
          {},
          { cause },
        );
      });
      const folder = places.handleFor(out).handle;
      const answer = await client['export.run']({
        ids,
        format,
        folder,
        options: { whole: values.fragment !== true },
        replace: values.replace === true,
        batch: values.embargoed !== true && (values.all === true || ids.length > 1),
      });
      if ('exists' in answer) {
        throw new StetError(
          'export/exists',
          `There already: ${answer.exists.join(', ')}. Nothing was written; add --replace to replace ${answer.exists.length === 1 ? 'it' : 'them'}.`,
        );
      }
      for (const { article, headline, line } of answer.embargoed)
        io.stderr.write(`stet: left out “${headline || article}”: ${line}\n`);
      for (const { name } of answer.files) io.stdout.write(`${name}\n`);
      return 0;
    });
  },
});
