/**
 * What was found after Stet had ended without closing: killed, crashed or without power. Holds no words of a draft, nor a name that
 * a writer gave: it may be copied into a mail.
 */
export interface Recovery {
  /** Ids of the articles that were saved between that start and its end, in no particular order. */
  articles: readonly string[];
  /** Of those, the ones whose last save was whole on the disk but had not been acknowledged: it counts now. */
  finished: readonly string[];
  /** Pieces of writes that were cut off before they were whole. What they were to replace stands as it was. */
  cutOff: number;
}

/** The same without articles that are no longer there. */
export function withoutArticles(recovery: Recovery, gone: readonly string[]): Recovery {
  const stays = (id: string) => !gone.includes(id);
  return { ...recovery, articles: recovery.articles.filter(stays), finished: recovery.finished.filter(stays) };
}

/** The same as plain lines, for somebody who helps. */
export function recoveryDetails(
  { articles, finished, cutOff }: Recovery,
  { version, host, platform }: { version: string; host: string; platform: string },
): string {
  const list = (ids: readonly string[]) => (ids.length === 0 ? 'none' : [...ids].sort().join(', '));
  return [
    `Stet ${version}, ${host}, ${platform}: started after an unclean end`,
    `Saved in that session: ${list(articles)}`,
    `Last save finished at this start: ${list(finished)}`,
    `Writes cut off and cleared away: ${cutOff}`,
    '',
  ].join('\n');
}
