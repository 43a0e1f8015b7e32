import { dayInWords } from '../html/dates';
import type { AnnotatedCopy } from './annotatedCopy';
import type { Annotation } from './annotation';

/** Which article a copy is of and when it was made: what stands beside the mark on every page. */
export function captionOf({ view, day }: Pick<AnnotatedCopy, 'view' | 'day'>): string {
  const headline = view.headline.trim() || 'Untitled';
  const short = headline.length > LONGEST ? `${headline.slice(0, LONGEST).replace(/\s?\S*$/u, '')}…` : headline;
  return `${short} · ${dayInWords(day, 'en-GB')}`;
}
/** Of a headline in a line that stands on every page, in UTF-16 units. */
const LONGEST = 90;

/** What stands over the list of findings; none where there is nothing to say. */
export function findingsTitle({ findings }: Pick<AnnotatedCopy, 'findings'>): string {
  if (findings === null) return 'The checks could not be run for this copy';
  return findings.length === 0 ? 'The checks have nothing open' : 'What the checks still ask';
}

/** The words that an annotation is about, short enough to find them by. */
export function wordsOf({ words }: Pick<Annotation, 'words'>): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT).replace(/\s?\S*$/u, '')} …` : line;
}
const EXCERPT = 200;

export const levelWords = { error: 'Error', warning: 'Warning', hint: 'Hint' } as const;
