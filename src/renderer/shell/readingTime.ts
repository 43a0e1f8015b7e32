/** Words a minute of silent reading of news, for adults (Brysbaert 2019, rounded down). */
const WORDS_A_MINUTE = 230;

/** Reading time as the status bar shows it; never less than a minute. */
export function readingTime(words: number): string {
  return `${Math.max(1, Math.round(words / WORDS_A_MINUTE))} min read`;
}
