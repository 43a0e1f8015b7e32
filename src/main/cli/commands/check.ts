import { examineWhole } from '../../../core/rpc/examineWhole';
import { plainStyle, type HouseStyle } from '../../../core/article/houseStyle';
import { houseStyleOf } from '../../../core/article/library';
import { examine } from '../../../core/checks/examine';
import { hasErrors, type Finding } from '../../../core/checks/finding';
import { sourceLines } from '../../../core/checks/sourceLines';
import { StetError } from '../../../core/errors';
import { loadLexicon } from '../../../core/repair/lexicon';
import { command, type Io } from '../command';
import { only } from '../source';
import { isArticle, readText } from '../textOrArticle';

/** `stet check`. */
export const check = command({
  help: `Say what a sub-editor would point out. Nothing is changed.

Usage: stet check FILE|ID [--from FORMAT] [--json] [--library DIR]

  FILE           a text, Markdown or HTML file; - reads standard input
  ID             an article of the library, as “stet list” shows it
  --from FORMAT  what FILE is, where its name does not tell
  --json         findings as an array of { kind, level, line?, before?, after?, message } and more (docs/cli.md)

Of a file, only what concerns its words is said; of an article of the library, also what a desk would ask for.
The library's limits and house words count for both; a file needs no library.

Exit code 1 when a finding is of level error.
`,
  options: { json: { type: 'boolean' }, from: { type: 'string' } },
  async run({ values, positionals }, io) {
    const what = only(positionals, 'file or article to check');
    const findings = await findingsOf(what, values, io);
    if (values.json) io.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
    else for (const { level, line, message } of findings) io.stdout.write(`${level}${line ? ` line ${line}` : ''}: ${message}\n`);
    if (findings.length === 0) io.stderr.write(`stet: nothing to point out in ${what}.\n`);
    return hasErrors(findings) ? 1 : 0;
  },
});

async function findingsOf(
  what: string,
  values: { from?: string | undefined; library?: string | undefined },
  io: Io,
): Promise<Finding[]> {
  if (await isArticle(what, io)) {
    const { folderFor, reading } = await import('../library');
    return reading(folderFor(values, io), io, async (client) => [...(await examineWhole(client, what))]);
  }
  const imported = await readText(what, values, io);
  const lexicon = await loadLexicon(imported.doc.attrs.language);
  return examine(imported.doc, { of: 'text', lexicon, lines: sourceLines(imported), style: await styleOf(values, io) });
}

/** What the desk of the library decided, where there is a library; the usual where there is none and none was named. */
async function styleOf(values: { library?: string | undefined }, io: Io): Promise<HouseStyle> {
  const { folderFor, reading } = await import('../library');
  try {
    return await reading(folderFor(values, io), io, async (client) => houseStyleOf(await client['settings.get']()));
  } catch (error) {
    if (values.library !== undefined || !(error instanceof StetError)) throw error;
    if (error.code !== 'library/missing')
      io.stderr.write(`stet: checked without the library's limits and words: ${error.message}\n`);
    return plainStyle;
  }
}
