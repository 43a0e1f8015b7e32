import { blockText, inlineText } from '../../../core/article/summary';
import type { BlockJson } from '../../../core/document/json';
import { seriesOf } from '../../../core/series/neighbours';
import type { Client } from '../../../core/rpc/createClient';
import type { SeriesEntry } from '../../../core/series/series';
import { command } from '../command';
import { folderFor, reading } from '../library';
import { only } from '../source';

/** `stet show`. */
export const show = command({
  help: `Show one article with its fields and the pieces beside it.

Usage: stet show ID [--json] [--library DIR]

  ID      as “stet list” shows it
  --json  the whole article as it is kept, private notes included, and its series

For text that may leave the library use “stet export”.
`,
  options: { json: { type: 'boolean' } },
  async run({ values, positionals }, io) {
    const id = only(positionals, 'article to show');
    await reading(folderFor(values, io), io, async (client) => {
      const article = await client['articles.open']({ id });
      const { previous, next } = await client['series.neighbours']({ id });
      const series = seriesOf(await client['series.list'](), id);
      if (values.json) {
        io.stdout.write(`${JSON.stringify({ ...article, series, previous, next }, null, 2)}\n`);
        return;
      }
      const { attrs, content } = article.doc;
      const [kicker, headline, standfirst, ...blocks] = content;
      const fields: [string, string][] = [
        ['id', article.id],
        ['status', article.trashedAt === null ? attrs.status : `${attrs.status}, in the trash`],
        ['slug', attrs.slug],
        ['section', attrs.section.join(' / ')],
        ['byline', attrs.byline.map(({ name, role }) => (role === null ? name : `${name}, ${role}`)).join('; ')],
        ['dateline', attrs.dateline ? [attrs.dateline.place, attrs.dateline.date].filter(Boolean).join(', ') : ''],
        ['language', attrs.language],
        ['series', series?.name ?? ''],
        ['previous', await nameOf(previous, client)],
        ['next', await nameOf(next, client)],
      ];
      io.stdout.write(fields.flatMap(([name, value]) => (value === '' ? [] : [`${`${name}:`.padEnd(10)}${value}\n`])).join(''));
      const parts = [kicker, headline, standfirst].map((part) => inlineText(part.content));
      io.stdout.write([...parts, ...blocks.map(lines)].flatMap((text) => (text === '' ? [] : [`\n${text}\n`])).join(''));
    });
    return 0;
  },
});

/** A block as plain lines, with the words that stand in its attributes. */
function lines(block: BlockJson): string {
  if (block.type === 'related') return [block.attrs?.label, block.attrs?.title].filter(Boolean).join(': ');
  if (block.type === 'horizontalRule') return '* * *';
  const said = block.type === 'quote' ? [block.attrs?.speaker, block.attrs?.role].filter(Boolean).join(', ') : '';
  return said === '' ? blockText(block) : `${blockText(block)}\n— ${said}`;
}

async function nameOf(entry: SeriesEntry | null, client: Client): Promise<string> {
  if (entry === null) return '';
  if (!('article' in entry)) return entry.url === null ? entry.title : `${entry.title} <${entry.url}>`;
  const { articles } = await client['articles.list']();
  return `${articles.find(({ id }) => id === entry.article)?.headline ?? ''} (${entry.article})`.trim();
}
