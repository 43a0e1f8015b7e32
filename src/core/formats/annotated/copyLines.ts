import { dayInWords } from '../html/dates';
import { copyWordsIn } from './words/languages';
import type { AnnotatedCopy } from './annotatedCopy';
import type { Annotation } from './annotation';

/** Which article a copy is of and when it was made: what stands beside the mark on every page. */
export function captionOf({ view, day }: Pick<AnnotatedCopy, 'view' | 'day'>): string {
  const { language, untitled } = copyWordsIn(view.fields.language);
  const headline = view.headline.trim() || untitled;
  const short = headline.length > LONGEST ? `${headline.slice(0, LONGEST).replace(/\s?\S*$/u, '')}…` : headline;
  return `${short} · ${dayInWords(day, language === 'en' ? 'en-GB' : language)}`;
}
/** Of a headline in a line that stands on every page, in UTF-16 units. */
const LONGEST = 90;

/** What stands over the list of findings; none where there is nothing to say. */
export function findingsTitle({ view, findings }: Pick<AnnotatedCopy, 'view' | 'findings'>): string {
  const { failed, none, open } = copyWordsIn(view.fields.language).findings;
  if (findings === null) return failed;
  return findings.length === 0 ? none : open;
}

/** Sentences on how much there is of what, and how far the article is. */
export function aboutLine({ view, summary, status }: Pick<AnnotatedCopy, 'view' | 'summary' | 'status'>): string {
  const words = copyWordsIn(view.fields.language);
  return `${summary.join(' ')} ${words.status}${words.colon}${words.statuses[status]}.`;
}

/** The words that an annotation is about, short enough to find them by. */
export function wordsOf({ words }: Pick<Annotation, 'words'>): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT).replace(/\s?\S*$/u, '')} …` : line;
}
const EXCERPT = 200;
