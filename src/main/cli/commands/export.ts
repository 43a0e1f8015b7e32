import { resolve } from 'node:path';
import { StetError } from '../../../core/errors';
import { inOneLine } from '../../../core/formats/lossWords';
import { PDF, pdfPage } from '../../../core/formats/html/printed';
import { exporterOf, exporters } from '../../../core/formats/registry';
import type { Client } from '../../../core/rpc/createClient';
import type { Filing } from '../../../core/rpc/historyMethods';
import type { NodePlaces } from '../../places';
import { command, usage, type ExitCode } from '../command';
import { folderFor, madeFolder, reading } from '../library';
import { handIn } from '../filings';
import { exportAnnotated } from './exportAnnotated';

/** `stet export`. */
export const exportArticles = command({
  help: `Write articles into a folder, as they may leave the library: no notes, no ids, no unpublished neighbours.

Usage: stet export ID…|--all --to FORMAT --out DIR [--replace] [--embed] [--metadata] [--fragment] [--json] [--library DIR]
       stet export ID --annotated docx|html --out DIR [--name-sources] [--replace] [--json] [--library DIR]

  ID…          as “stet list” shows them; --all takes every article that is not in the trash
  --to FORMAT  html, markdown, hugo or jekyll (Markdown for them), wordpress, docx (Word), text, ninjs (IPTC),
               jsonld (schema.org), json (the public view, for scripts),
               or pdf, printed by a Chromium, Chrome or Edge of this computer
  --out DIR    the folder; made when it is missing
  --replace    replace files of the same name; otherwise nothing is written when there are any
  --embed      pictures inside the page (html), not as files beside it
  --metadata   byline, tags, section and dates in the properties of the file too (docx); otherwise there are none
  --fragment   only the article itself, for a CMS, where the format knows a difference
  --embargoed  also what is under embargo, each with its line on top

  --annotated FORMAT  an annotated copy of one article, as docx or html, for a lawyer or a fact-checker: with the PRIVATE notes,
               the evidence for its quotations and who said them, marked as private on every page; it does not count as filed
  --name-sources      in it also who said words that are on background or off the record; otherwise their names are left out

  --json       what was written, as [{ "article", "name", "lost": ["3 links"] }]

Of several articles, those under embargo are left out and named on standard error; one alone is written with the line of its
embargo on top. Articles of one series that go out together link to one another. Prints the name of each file. Each file is
read back and compared; what its format cannot carry is said on standard error and never keeps it from being written.
`,
  options: {
    all: { type: 'boolean' },
    to: { type: 'string' },
    out: { type: 'string' },
    replace: { type: 'boolean' },
    embed: { type: 'boolean' },
    metadata: { type: 'boolean' },
    fragment: { type: 'boolean' },
    embargoed: { type: 'boolean' },
    annotated: { type: 'string' },
    'name-sources': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run({ values, positionals }, io) {
    if (values.annotated !== undefined) return exportAnnotated(values, positionals, io);
    if (values['name-sources']) throw usage('--name-sources is for --annotated: no other export names them.');
    if (values.to === undefined) throw usage(`Say which format to write: --to ${exporters.map(({ id }) => id).join(', --to ')}.`);
    if (values.out === undefined) throw usage('Say which folder to write into: --out DIR.');
    if ((values.all === true) === positionals.length > 0) throw usage('Name the articles by their ids, or say --all.');
    const { id: format, title } = values.to === PDF ? pdfPage : exporterOf(values.to);
    const out = resolve(io.cwd, values.out);
    const library = folderFor(values, io);
    const filings: Filing[] = [];
    const work = async (client: Client, places: NodePlaces): Promise<ExitCode> => {
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
      const folder = await madeFolder(out, values.out ?? '', places);
      const answer = await client['export.run']({
        ids,
        format,
        folder,
        options: { whole: values.fragment !== true, embed: values.embed === true, metadata: values.metadata === true },
        replace: values.replace === true,
        batch: values.embargoed !== true && (values.all === true || ids.length > 1),
        anyway: true,
      });
      if ('exists' in answer) {
        throw new StetError(
          'export/exists',
          `There already: ${answer.exists.join(', ')}. Nothing was written; add --replace to replace ${answer.exists.length === 1 ? 'it' : 'them'}.`,
        );
      }
      const { files, embargoed, stopped } = 'files' in answer ? answer : { files: [], embargoed: [], stopped: null };
      for (const { article, headline, line } of embargoed) io.stderr.write(`stet: left out “${headline || article}”: ${line}\n`);
      for (const { name, lost } of files) if (lost.length > 0) io.stderr.write(`stet: ${name}: ${inOneLine(title, lost)}\n`);
      if (values.json) io.stdout.write(`${JSON.stringify(files, null, 2)}\n`);
      else for (const { name } of files) io.stdout.write(`${name}\n`);
      if (stopped) {
        io.stderr.write(`stet: ${stopped.because ?? 'stopped.'}\nstet: not written: ${stopped.left.join(', ')}\n`);
        return 3;
      }
      return 0;
    };
    try {
      return await reading(library, io, work, (filing) => filings.push(filing));
    } finally {
      await handIn(filings, library, io);
    }
  },
});
