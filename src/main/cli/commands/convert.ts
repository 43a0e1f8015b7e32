import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { publicView } from '../../../core/document/publicView';
import { nowhere } from '../../../core/document/resolver';
import { StetError } from '../../../core/errors';
import { inOneLine } from '../../../core/formats/lossWords';
import { proofOf } from '../../../core/formats/proof';
import { exporterOf, exporters, showsPictures } from '../../../core/formats/registry';
import { command, usage } from '../command';
import { systemClock } from '../../systemPorts';
import { insidePage, placedHere } from '../pictures';
import { only, readHere, readSource, tellLeftOut } from '../source';

/** `stet convert`: no library, one file in, one out. */
export const convert = command({
  help: `Turn a file into an article of another format. No library is opened.

Usage: stet convert FILE --to FORMAT [--from FORMAT] [--out FILE]

  FILE           a text, Markdown, HTML, Word (.docx) or ninjs file; - reads standard input
  --to FORMAT    html, markdown, hugo or jekyll (Markdown for them), wordpress, docx (Word), text, ninjs (IPTC),
                 jsonld (schema.org), or json (the public view, for scripts)
  --from FORMAT  what FILE is, where its name does not tell
  --fragment     only the article itself, for a CMS, where the format knows a difference
  --out FILE     write there instead of to standard output, replacing a file of that name; its
                 pictures are written beside it (report-1.jpg)
  --embed        pictures inside the page (html), as on standard output

What is left out of the article (a breadcrumb, a menu), and what the format cannot carry, is reported on standard error.

Example: stet convert report.txt --to markdown --out report.md
`,
  options: {
    to: { type: 'string' },
    from: { type: 'string' },
    out: { type: 'string' },
    fragment: { type: 'boolean' },
    embed: { type: 'boolean' },
  },
  async run({ values, positionals }, io) {
    const file = only(positionals, 'file to convert');
    if (values.to === undefined) throw usage(`Say which format to write: --to ${exporters.map(({ id }) => id).join(', --to ')}.`);
    const exporter = exporterOf(values.to);
    const toFile = values.out !== undefined && values.out !== '-';
    const imported = readHere(await readSource(file, io), values.from ?? null);
    const { doc, neighbours, leftOut, pictures } = await placedHere(imported, file, io, {
      stem: toFile ? basename(values.out ?? '').replace(/\.[^.]*$/u, '') : 'picture',
      kept: (toFile && showsPictures(exporter)) || exporter.embeds !== undefined,
    });
    const { seriesName: name, previous, next } = neighbours;
    const view = publicView(doc, { name, previous, next }, nowhere, systemClock.now());
    const inside =
      values.embed === true || !toFile || exporter.embeds === 'always' ? insidePage(pictures) : new Map<string, string>();
    const text = exporter.write(view, { whole: values.fragment !== true, inside });
    tellLeftOut(leftOut, io);
    const page = values.fragment === true || inside.size > 0 ? exporter.write(view, { whole: true }) : text;
    const packed = exporter.pack?.(view, { whole: values.fragment !== true, inside });
    const source = packed ? { text: '', bytes: packed, name: null } : { text: page, name: null };
    const back = exporter.readBy === null ? null : readHere(source, exporter.readBy);
    const lost = proofOf(exporter, view, back);
    if (lost.length > 0) io.stderr.write(`stet: ${inOneLine(exporter.title, lost)}\n`);
    if (values.out === undefined || values.out === '-') io.stdout.write(packed ?? text);
    else {
      const path = resolve(io.cwd, values.out);
      if (inside.size === 0) for (const [name, { bytes }] of pictures) await put(join(dirname(path), name), name, bytes);
      await put(path, values.out, packed ?? text);
    }
    return 0;
  },
});

async function put(path: string, shown: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw new StetError(
      'cli/cannot-write',
      `“${shown}” could not be written. Check that its folder is there and that there is room.`,
      {},
      { cause },
    );
  }
}
