import { command, usage } from '../command';
import { folderFor, reading } from '../library';

/** `stet list`. */
export const list = command({
  help: `List the articles of the library, the last edited first.

Usage: stet list [--json] [--all] [--library DIR]

  --json  summaries as JSON
  --all   those in the trash too

Columns: id, day of the last edit, status, words, headline.
`,
  options: { json: { type: 'boolean' }, all: { type: 'boolean' } },
  async run({ values, positionals }, io) {
    if (positionals.length > 0) throw usage(`“${positionals.join(' ')}” is too much: list takes only options.`);
    const { articles, damaged } = await reading(folderFor(values, io), io, (client) => client['articles.list']());
    for (const { file, code } of damaged) {
      io.stderr.write(
        `stet: ${file} ${code === 'articles/newer' ? 'was written by a newer Stet' : 'could not be read'}, so it is not listed. It was left as it is.\n`,
      );
    }
    const shown = articles
      .filter((article) => values.all === true || article.trashedAt === null)
      .sort((a, b) => b.editedAt - a.editedAt || (a.id < b.id ? -1 : 1));
    if (values.json) {
      io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
      return 0;
    }
    for (const { id, editedAt, status, words, headline, trashedAt } of shown) {
      const state = trashedAt === null ? status : 'trash';
      io.stdout.write(
        `${id}  ${new Date(editedAt).toISOString().slice(0, 10)}  ${state.padEnd(9)}  ${String(words).padStart(6)}  ${headline || '(no headline)'}\n`,
      );
    }
    if (shown.length === 0) io.stderr.write('stet: there are no articles here yet. “stet import FILE” makes one.\n');
    return 0;
  },
});
