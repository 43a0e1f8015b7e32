import type { Examiner } from '../../core/ports';
import type { Handlers } from '../../core/rpc/contract';
import type { OpenArticles } from './openArticles';

/** What a sub-editor would point out in an article as the host holds it. Changes nothing. */
export function checkHandlers({ examiner }: { examiner: Examiner }, open: OpenArticles) {
  return {
    'checks.examine': async ({ id }) => {
      const { doc, revision } = await open.read(id);
      return { revision, findings: await examiner.examine({ doc, of: 'article' }) };
    },
  } satisfies Partial<Handlers>;
}
