import { toBase64 } from '../../../core/formats/base64';
import { changeInWords, verbOf } from '../../../core/returned/inWords';
import { listChanges, type ListedChange } from '../../../core/returned/listChanges';
import { STRANGE, type ReturnedCopy } from '../../../core/returned/material';
import { Review } from '../../../core/returned/review';
import { command, usage } from '../command';
import { folderFor, reading } from '../library';
import { readSource, tellLeftOut } from '../source';

/** `stet compare`: what a desk changed in a copy that came back. Changes nothing. */
export const compare = command({
  help: `Say what a desk changed in a copy of an article that came back. Nothing is changed; take the changes in the window.

Usage: stet compare ID FILE [--from FORMAT] [--json] [--library DIR]

  ID             an article of the library, as “stet list” shows it
  FILE           a Word document, Markdown or HTML file; - reads standard input
  --from FORMAT  what FILE is, where its name does not tell
  --json         { filed, alike, changes, leftOut } (docs/cli.md)

Compares with the version that was exported, where there is one, and says where you have changed the same words since.
Changed quotations come first. Words in [-brackets-] went, words in {+braces+} came.
`,
  options: { json: { type: 'boolean' }, from: { type: 'string' } },
  async run({ values, positionals }, io) {
    const [id, file, ...more] = positionals;
    if (id === undefined || file === undefined) throw usage('Say which article, and which file came back.');
    if (more.length > 0) throw usage(`One file at a time: “${more.join(' ')}” is too much.`);
    const { bytes, text, name } = await readSource(file, io);
    const { copy, doc } = await reading(folderFor(values, io), io, async (client) => ({
      copy: await client['returned.compare']({ id, text, packed: bytes && toBase64(bytes), name, format: values.from ?? null }),
      doc: (await client['articles.open']({ id })).doc,
    }));
    const listed = listChanges(new Review(copy.material, doc));
    tellLeftOut(copy.leftOut, io, `${file}: `);
    if (copy.alike < STRANGE) io.stderr.write(`stet: “${file}” has little in common with this article: is it the right one?\n`);
    if (values.json) {
      const { filed, alike, leftOut } = copy;
      io.stdout.write(`${JSON.stringify({ filed, alike, changes: listed.map(asJson), leftOut }, null, 2)}\n`);
      return 0;
    }
    io.stderr.write(`stet: ${summary(listed, copy)}\n`);
    for (const change of listed) io.stdout.write(`${line(change)}\n`);
    return 0;
  },
});

function summary(listed: readonly ListedChange[], { filed }: ReturnedCopy): string {
  const against = filed
    ? `what was filed on ${new Date(filed.at).toISOString().slice(0, 16).replace('T', ' ')} UTC as ${filed.format}`
    : 'the article as it stands (no export of it is recorded)';
  const quoted = listed.filter(({ quotation }) => quotation !== null).length;
  const count = listed.length === 1 ? '1 change' : `${listed.length} changes`;
  return listed.length === 0
    ? `nothing was changed against ${against}.`
    : `${count} against ${against}${quoted > 0 ? `, ${quoted} of them to quotations` : ''}.`;
}

const asJson = (listed: ListedChange) => {
  const { change, quotation, alone, where } = listed;
  return { kind: change.kind, standing: change.standing, where, by: change.by, quotation, alone, ...changeInWords(listed) };
};

function line(listed: ListedChange): string {
  const { change, quotation, where } = listed;
  const { lead, before, after, tail, mine } = changeInWords(listed);
  const speaker = quotation ? [...quotation.speakers, ...(quotation.checked ? ['checked words'] : [])].join(', ') : '';
  const marks = [
    quotation ? `quotation${speaker === '' ? '' : `: ${speaker}`}` : '',
    change.standing === 'clash' ? `you changed it too${mine === null ? '' : `: “${mine}”`}` : '',
    change.by.length > 0 ? `by ${change.by.join(', ')}` : '',
  ].filter((mark) => mark !== '');
  const words = `${lead}${before === '' ? '' : `[-${before}-]`}${after === '' ? '' : `{+${after}+}`}${tail}`;
  return `${where}, ${verbOf(listed).toLowerCase()}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}: ${words.replace(/\s+/gu, ' ').trim()}`;
}
