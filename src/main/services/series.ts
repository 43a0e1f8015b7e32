import { move, remove, rename, type Arranged } from '../../core/series/arrange';
import { link, unlink } from '../../core/series/link';
import { neighboursOf, seriesOf } from '../../core/series/neighbours';
import type { Series } from '../../core/series/series';
import { checkSeries, seriesById } from '../../core/series/settle';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import type { Ids } from '../../core/ports/clock';
import type { LibraryStore } from '../../core/ports/library';
import type { Handlers } from '../../core/rpc/contract';
import type { LinkAnswer } from '../../core/rpc/seriesMethods';
import type { Events } from './events';

/** Series: which piece comes before and after which. */
export function seriesHandlers(
  { articles, library, ids }: { articles: ArticleStore; library: LibraryStore; ids: Ids },
  events: Events,
) {
  // `step` sees the newest series, and its answer is given once they are durable. A step that only asks writes nothing.
  async function change<T>(step: (all: readonly Series[]) => { all: readonly Series[]; answer: T }): Promise<T> {
    const { series } = await library.read();
    const tried = step(series);
    if (tried.all === series) return tried.answer;
    let answer = tried.answer;
    await library.update((data) => {
      const done = step(data.series);
      answer = done.answer;
      return { ...data, series: [...done.all] };
    });
    events.emit({ type: 'series' });
    return answer;
  }

  async function known(id: string): Promise<void> {
    if (!(await articles.list()).some((article) => article.id === id)) {
      throw new StetError('articles/missing', 'This article is no longer in the library. Choose another one.');
    }
  }

  return {
    'series.list': async () => (await library.read()).series,

    'series.neighbours': async ({ id }) => {
      const [{ series }, list] = await Promise.all([library.read(), articles.list()]);
      const live = new Set(list.filter((article) => article.trashedAt === null).map((article) => article.id));
      return { series: seriesOf(series, id), ...neighboursOf(series, id, (other) => live.has(other)) };
    },

    'series.link': async ({ id, side, target, when }): Promise<LinkAnswer> => {
      await known(id);
      if ('article' in target) await known(target.article);
      const newId = ids.next();
      return change<LinkAnswer>((all) => {
        const answer = link(all, { id, side, target, when, newId });
        return 'ask' in answer ? { all, answer } : { all: answer.all, answer: { linked: answer.linked } };
      });
    },

    'series.unlink': ({ id, side }) => {
      const newId = ids.next();
      return change((all) => ({ all: unlink(all, { id, side, newId }), answer: null }));
    },

    'series.remove': ({ series, index }) => change((all) => answering(remove(all, series, index))),

    'series.move': ({ series, from, to }) =>
      change((all) => {
        const { all: after, changed } = move(all, series, from, to);
        return { all: after, answer: changed ?? seriesById(all, series) };
      }),

    // A single piece whose series loses its name is in no series any more; the answer shows it as it was last.
    'series.rename': ({ series, name }) =>
      change((all) => {
        const { all: after, changed } = rename(all, series, name);
        return { all: after, answer: changed ?? { ...seriesById(all, series), name: null } };
      }),

    'series.restore': async ({ series }) => {
      const checked = checkSeries(series);
      return change(() => ({ all: checked, answer: null }));
    },
  } satisfies Partial<Handlers>;
}

const answering = ({ all, changed }: Arranged) => ({ all, answer: changed });
