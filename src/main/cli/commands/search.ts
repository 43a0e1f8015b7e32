import type { OutputOf } from '../../../core/rpc/contract';
import type { Passage } from '../../../core/search/passages';
import { command, usage } from '../command';
import { folderFor, writing } from '../library';

const MOST = 500;

/** `stet search`. */
export const search = command({
  help: `Search the library, its private notes included. The best first.

Usage: stet search QUERY [--limit N] [--json] [--library DIR]

  QUERY      words; "a phrase"; section: status: speaker: tag: language: before: after:; -word leaves out
             (docs/search.md). Put it in quote marks of the shell; after -- it may begin with a minus.
  --limit N  at most N articles; otherwise 20
  --json     { hits: [{ id, headline, passages }], total, reading }

The index is brought up to date first. Where a running Stet has the library open, that one answers.
`,
  options: { json: { type: 'boolean' }, limit: { type: 'string' } },
  async run({ values, positionals }, io) {
    const query = positionals.join(' ');
    if (query.trim() === '') throw usage('Say what to look for: stet search "ice road".');
    const limit = Number(values.limit ?? 20);
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw usage(`--limit is a number from 1 to ${MOST}.`);
    const { found, headlines } = await writing(folderFor(values, io), io, async (client) => {
      // A word that was given whole is meant whole; in a window it may still be being typed.
      const found = await client['search.find']({ query: `${query} `, limit, trashed: false, whole: true });
      const ids = found.hits.map(({ id }) => id);
      const { articles } = ids.length > 0 ? await client['articles.list']({ ids }) : { articles: [] };
      return { found, headlines: new Map(articles.map(({ id, headline, opening }) => [id, headline || opening])) };
    });
    if (values.json) {
      const hits = found.hits.map(({ id, passages }) => ({ id, headline: headlines.get(id) ?? '', passages }));
      io.stdout.write(`${JSON.stringify({ ...found, hits }, null, 2)}\n`);
      return 0;
    }
    for (const { id, passages } of found.hits) {
      io.stdout.write(`${id}  ${headlines.get(id) || '(no headline)'}\n${passages.map(line).join('')}`);
    }
    io.stderr.write(`stet: ${inWords(found, query)}\n`);
    return 0;
  },
});

const line = ({ part, text }: Passage): string => `    ${part === 'body' ? '' : `${part}: `}${text}\n`;

function inWords({ hits, total }: OutputOf<'search.find'>, query: string): string {
  if (total === 0) return `nothing found for ${query}.`;
  return hits.length < total
    ? `${hits.length} of ${total} articles; --limit shows more.`
    : `${total} ${total === 1 ? 'article' : 'articles'}.`;
}
