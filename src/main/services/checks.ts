import { houseStyleOf } from '../../core/article/library';
import type { Finding } from '../../core/checks/finding';
import { surroundingsOf } from '../../core/checks/surroundings';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import type { Clock, Ids } from '../../core/ports/clock';
import type { LibraryStore } from '../../core/ports/library';
import type { Examiner } from '../../core/ports/work';
import type { RestOfFindings, SomeFindings } from '../../core/rpc/checkMethods';
import type { Handlers } from '../../core/rpc/contract';
import type { OpenArticles } from './openArticles';

interface CheckPorts {
  examiner: Examiner;
  articles: ArticleStore;
  library: LibraryStore;
  clock: Clock;
  ids: Ids;
}

/** Findings of one answer: about 100 KB, which a window reads and marks within a frame or two. */
const TOGETHER = 250;
/** Examinations whose rest is kept: a few windows, each of which asks for all of it at once. */
const MOST_KEPT = 4;

/** What a sub-editor of this house would point out in an article as the host holds it. Changes nothing. */
export function checkHandlers({ examiner, articles, library, clock, ids }: CheckPorts, open: OpenArticles) {
  const kept = new Map<string, readonly Finding[]>();

  async function examine(id: string): Promise<{ revision: number; findings: readonly Finding[] }> {
    const { doc, revision } = await open.read(id);
    const { settings, series } = await library.read();
    const surroundings = surroundingsOf(id, doc, await articles.list(), series);
    const style = houseStyleOf(settings);
    return { revision, findings: await examiner.examine({ doc, of: 'article', style, surroundings, now: clock.now() }) };
  }

  function keep(examination: string, findings: readonly Finding[]): void {
    const [oldest] = kept.keys();
    if (kept.size === MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(examination, findings);
  }

  function some(all: readonly Finding[], { examination, from }: RestOfFindings): SomeFindings {
    const next = from + TOGETHER;
    const isLast = next >= all.length;
    if (isLast) kept.delete(examination);
    return { findings: all.slice(from, next), rest: isLast ? null : { examination, from: next } };
  }

  const handlers = {
    'checks.examine': async ({ id }) => {
      const { revision, findings } = await examine(id);
      const examination = ids.next();
      if (findings.length > TOGETHER) keep(examination, findings);
      return { revision, ...some(findings, { examination, from: 0 }) };
    },
    'checks.rest': (rest) => {
      const all = kept.get(rest.examination);
      if (!all) return Promise.reject(gone());
      return Promise.resolve(some(all, rest));
    },
  } satisfies Partial<Handlers>;
  return { handlers, examine };
}

const gone = () => new StetError('checks/gone', 'Other articles were looked through since. Look through this one again.');
