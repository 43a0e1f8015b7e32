import type { Fix } from '../../core/checks/finding';
import type { Client } from '../../core/rpc/createClient';

/** What was done in the library, in the writer's words, and how to take it back. */
export interface LibraryFix {
  readonly message: string;
  undo(): Promise<unknown>;
}

/** Carries out a way out of a finding that lies in the library; null where there is nothing to do any more. */
export async function fixInLibrary(client: Client, articleId: string, fix: Fix): Promise<LibraryFix | null> {
  if ('restore' in fix) {
    const { restored } = await client['articles.restore']({ ids: [fix.restore] });
    if (restored.length === 0) return null;
    return { message: 'Back from the trash.', undo: () => client['articles.trash']({ ids: [fix.restore] }) };
  }
  if (!('leaveSeries' in fix)) return null;
  const before = await client['series.list']();
  const has = (id: string) => (entry: object) => 'article' in entry && entry.article === id;
  const series = before.find(({ entries }) => entries.some(has(articleId)) && entries.some(has(fix.leaveSeries)));
  const index = series?.entries.findIndex(has(fix.leaveSeries)) ?? -1;
  if (!series || index < 0) return null;
  await client['series.remove']({ series: series.id, index });
  return { message: 'Taken out of the series.', undo: () => client['series.restore']({ series: before }) };
}

/** True for a way out that lies in the library rather than in the article. */
export const liesInLibrary = (fix: Fix): boolean => 'restore' in fix || 'leaveSeries' in fix;
