import { houseStyleOf } from '../../core/article/library';
import { surroundingsOf } from '../../core/checks/surroundings';
import type { ArticleStore, Clock, Examiner, LibraryStore } from '../../core/ports';
import type { Handlers } from '../../core/rpc/contract';
import type { OpenArticles } from './openArticles';

interface CheckPorts {
  examiner: Examiner;
  articles: ArticleStore;
  library: LibraryStore;
  clock: Clock;
}

/** What a sub-editor of this house would point out in an article as the host holds it. Changes nothing. */
export function checkHandlers({ examiner, articles, library, clock }: CheckPorts, open: OpenArticles) {
  return {
    'checks.examine': async ({ id }) => {
      const { doc, revision } = await open.read(id);
      const { settings, series } = await library.read();
      const surroundings = surroundingsOf(id, doc, await articles.list(), series);
      const style = houseStyleOf(settings);
      return { revision, findings: await examiner.examine({ doc, of: 'article', style, surroundings, now: clock.now() }) };
    },
  } satisfies Partial<Handlers>;
}
