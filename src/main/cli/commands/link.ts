import * as v from 'valibot';
import { articleId } from '../../../core/article/fields';
import { isSafeUrl } from '../../../core/article/url';
import { StetError } from '../../../core/errors';
import type { InputOf } from '../../../core/rpc/contract';
import type { Side } from '../../../core/series/series';
import { command, usage } from '../command';
import { folderFor, writing } from '../library';
import { only } from '../source';

const sides: readonly Side[] = ['previous', 'next'];

/** `stet link`. */
export const link = command({
  help: `Put a piece before or after an article. Both ends show it at once.

Usage: stet link ID --next ID|URL [--previous ID|URL] [--title TEXT] [--move|--join] [--library DIR]

  ID                 as “stet list” shows it
  --next ID|URL      what comes after it: an article, or a piece on some site
  --previous ID|URL  what comes before it
  --title TEXT       the title of the piece on some site; otherwise its address stands there
  --move             a piece that already stands in another series is taken out of there
  --join             … or the two series become one

Where a neighbour is already, the new one goes between.
`,
  options: {
    next: { type: 'string' },
    previous: { type: 'string' },
    title: { type: 'string' },
    move: { type: 'boolean' },
    join: { type: 'boolean' },
  },
  async run({ values, positionals }, io) {
    const id = only(positionals, 'article to link');
    const wanted = sides.flatMap((side) =>
      values[side] === undefined ? [] : [{ side, target: targetOf(values[side], values.title) }],
    );
    if (wanted.length === 0) throw usage('Say what comes beside it: --next ID|URL or --previous ID|URL.');
    if (values.move && values.join) throw usage('Either --move or --join.');
    await writing(folderFor(values, io), io, async (client) => {
      for (const { side, target } of wanted) {
        const answer = await client['series.link']({
          id,
          side,
          target,
          when: values.move ? 'move' : values.join ? 'join' : 'ask',
        });
        if ('ask' in answer) {
          const where = answer.ask.series.name === null ? 'another series' : `the series “${answer.ask.series.name}”`;
          throw new StetError(
            'series/elsewhere',
            `That piece already stands in ${where}. Say --move to take it out of there, or --join to make the two one.`,
          );
        }
        io.stderr.write(`stet: linked as ${side}.\n`);
      }
    });
    return 0;
  },
});

/** `stet unlink`. */
export const unlink = command({
  help: `Cut the link on one side of an article. The longer part of the series keeps its name.

Usage: stet unlink ID --next|--previous [--library DIR]
`,
  options: { next: { type: 'boolean' }, previous: { type: 'boolean' } },
  async run({ values, positionals }, io) {
    const id = only(positionals, 'article to unlink');
    const wanted = sides.filter((side) => values[side]);
    if (wanted.length === 0) throw usage('Say which side: --next or --previous.');
    await writing(folderFor(values, io), io, async (client) => {
      for (const side of wanted) {
        await client['series.unlink']({ id, side });
        io.stderr.write(`stet: nothing is linked as ${side} any more.\n`);
      }
    });
    return 0;
  },
});

function targetOf(given: string, title: string | undefined): InputOf<'series.link'>['target'] {
  if (v.is(articleId, given)) return { article: given };
  if (isSafeUrl(given)) return { title: title?.trim() || given, url: given };
  throw usage(`“${given}” is neither the id of an article nor a web address.`);
}
