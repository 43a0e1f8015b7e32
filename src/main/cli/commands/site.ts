import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StetError } from '../../../core/errors';
import { inOneLine } from '../../../core/formats/lossWords';
import { exporterOf } from '../../../core/formats/registry';
import type { SiteReport } from '../../../core/rpc/siteMethods';
import type { Client } from '../../../core/rpc/createClient';
import type { Site } from '../../../core/sites/site';
import { command, usage, type ExitCode, type Io } from '../command';
import { folderFor, reading, writing } from '../library';

/** `stet site`. */
export const siteCommand = command({
  help: `Export to a site: a named target with its format, its folders and what goes there, made in the window (“Site…”).

Usage: stet site list [--json]
       stet site export NAME [--dry-run] [--out DIR] [--replace] [--embargoed ID]… [--json]

  list             the sites of the library: name, format, folder on this computer
  export NAME      writes what changed, removes what Stet wrote and nothing wants any more; a file that
                   somebody else changed stays, and is named

  --dry-run        only says what it would do
  --out DIR        where the site lies on this computer from now on; made when it is missing
  --replace        also replace what others have changed, or put there
  --embargoed ID   take along this article in spite of its embargo (Hugo: it keeps the page back until then)

Goes to a site: what is ready or published, never the trash. Exporting twice changes nothing the second time.
`,
  options: {
    'dry-run': { type: 'boolean' },
    out: { type: 'string' },
    replace: { type: 'boolean' },
    embargoed: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  async run({ values, positionals }, io): Promise<ExitCode> {
    const [verb, name, ...more] = positionals;
    const library = folderFor(values, io);
    if (verb === 'list' && name === undefined) return reading(library, io, (client) => list(client, io, values.json === true));
    if (verb !== 'export' || name === undefined || more.length > 0)
      throw usage('Say what to do: stet site list, or stet site export NAME.');
    const input = {
      dryRun: values['dry-run'] === true,
      replace: values.replace === true,
      embargoed: values.embargoed ?? [],
    };
    const out = values.out === undefined ? null : resolve(io.cwd, values.out);
    const work = input.dryRun && out === null ? reading : writing;
    return work(library, io, async (client, places): Promise<ExitCode> => {
      const site = named(await client['sites.list'](), name);
      if (out !== null) {
        if (places === null)
          throw new StetError(
            'sites/running',
            'Stet has this library open. Choose the folder of the site in its window (“Site…”).',
          );
        await mkdir(out, { recursive: true }).catch((cause: unknown) => {
          throw new StetError('places/failed', `The folder “${out}” could not be made. Choose another one.`, {}, { cause });
        });
        await client['sites.place']({ key: site.key, folder: places.handleFor(out).handle });
      }
      const report = await client['sites.export']({ key: site.key, ...input });
      if (values.json) io.stdout.write(`${JSON.stringify({ ...report, dryRun: input.dryRun }, null, 2)}\n`);
      else io.stdout.write(inLines(report, input.dryRun));
      tell(report, site, io);
      return 0;
    });
  },
});

async function list(client: Client, io: Io, json: boolean): Promise<ExitCode> {
  const all = (await client['sites.list']()).map(({ site, folder }) => ({
    name: site.name,
    format: site.format,
    what: site.what.kind,
    folder: folder?.label ?? null,
  }));
  if (json) io.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  else
    for (const { name, format, folder } of all)
      io.stdout.write(`${name}\t${format}\t${folder ?? '(no folder on this computer)'}\n`);
  if (all.length === 0 && !json) io.stderr.write('stet: there are no sites yet. Make one in the window: “Site…”.\n');
  return 0;
}

/** The site of a name, without regard to case. Errors: `cli/usage`. */
function named(all: readonly { site: Site }[], name: string): Site {
  const found = all.find(({ site }) => site.name.toLowerCase() === name.toLowerCase());
  if (!found)
    throw usage(
      all.length === 0
        ? 'There are no sites yet. Make one in the window: “Site…”.'
        : `There is no site “${name}”. There are ${all.map(({ site }) => `“${site.name}”`).join(', ')}.`,
    );
  return found.site;
}

function inLines({ written, removed, unchanged }: SiteReport, dryRun: boolean): string {
  const would = dryRun ? 'would ' : '';
  return [
    ...written.map((path) => `${would}write ${path}`),
    ...removed.map((path) => `${would}remove ${path}`),
    `${unchanged} unchanged`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const reasons: Record<SiteReport['kept'][number]['why'], string> = {
  changed: 'changed since Stet wrote it',
  foreign: 'not written by Stet',
  unsure: 'an article of the library cannot be read, so nothing is removed',
  only: 'a picture that the library has lost: this is its only copy',
};

/** What the writer should know, on standard error. */
function tell({ kept, embargoed, drafts, lost }: SiteReport, site: Site, io: Io): void {
  for (const { path, why } of kept) io.stderr.write(`stet: left as it is: ${path} (${reasons[why]})\n`);
  for (const { article, headline, line } of embargoed) io.stderr.write(`stet: left out “${headline || article}”: ${line}\n`);
  if (drafts > 0)
    io.stderr.write(`stet: left out: ${drafts === 1 ? '1 draft' : `${drafts} drafts`}; what is ready or published goes there\n`);
  for (const { name, lost: parts } of lost)
    io.stderr.write(`stet: ${name}: ${inOneLine(exporterOf(site.format).title, parts)}\n`);
}
