import type { DocJson } from '../../../core/document/json';
import { quotationsOf, type Quotation } from '../../../core/quotes/quotations';
import { whoSaidIt, type Offer } from '../../../core/quotes/whoSaidIt';
import { command, type Io } from '../command';
import { only } from '../source';
import { isArticle, readText } from '../textOrArticle';

/** `stet quotes`. */
export const quotes = command({
  help: `List every quotation, block and inline, with who said it.

Usage: stet quotes FILE|ID [--from FORMAT] [--json] [--library DIR]

  FILE           a text, Markdown or HTML file; - reads standard input
  ID             an article of the library, as “stet list” shows it
  --from FORMAT  what FILE is, where its name does not tell
  --json         an array of { kind, speaker, role, words, state, index, ranges, offers, … } (docs/cli.md)

Of an article of the library it also shows what is private: who said the words inside a sentence, and the evidence.
A name with a question mark is read from the words beside the quotation and was not confirmed by anybody.
`,
  options: { json: { type: 'boolean' }, from: { type: 'string' } },
  async run({ values, positionals }, io) {
    const what = only(positionals, 'file or article to list the quotations of');
    const doc = (await isArticle(what, io)) ? await articleOf(what, values, io) : (await readText(what, values, io)).doc;
    const found = quotationsOf(doc);
    const offers = whoSaidIt(doc, found);
    if (values.json) {
      const shown = found.map((quotation, at) => ({ ...quotation, offers: offers[at] ?? [] }));
      io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
    } else found.forEach((quotation, at) => io.stdout.write(lines(quotation, offers[at] ?? [])));
    if (found.length === 0) io.stderr.write(`stet: no quotation in ${what}.\n`);
    return 0;
  },
});

async function articleOf(id: string, values: { library?: string | undefined }, io: Io): Promise<DocJson> {
  const { folderFor, reading } = await import('../library');
  return reading(folderFor(values, io), io, async (client) => (await client['articles.open']({ id })).doc);
}

const states = {
  unchecked: '',
  checked: 'checked',
  edited: 'checked, edited in brackets',
  changed: 'changed since checked',
} as const;

function lines({ speaker, role, sourceTitle, sourceUrl, saidOn, words, state }: Quotation, offers: readonly Offer[]): string {
  const offer = offers[0];
  const said =
    speaker !== null
      ? [speaker, role].filter(Boolean).join(', ')
      : offer
        ? `${[offer.speaker, offer.role].filter(Boolean).join(', ')}? (“${offer.because}”)`
        : 'no speaker';
  const more = [sourceTitle ?? sourceUrl, saidOn, states[state]].filter((part) => part !== null && part !== '');
  return `${words.replace(/\n/gu, '\n  ')}\n  — ${[said, ...more].join('; ')}\n`;
}
