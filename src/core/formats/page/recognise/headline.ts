import type { PageDraft } from '../draft';
import { labelAt } from '../label';
import { siteLabels } from '../labels/labels';
import { isRunning, isTitle, repeats, wordCount } from '../shape';
import { authorsIn } from './byline';

/** Labels that make a line something else than a headline. */
const furniture = siteLabels.flatMap(({ related, previous, next, quoteFrom }) => [
  ...related.strong,
  ...previous.strong,
  ...next.strong,
  ...quoteFrom,
]);
const kickers = siteLabels.flatMap((labels) => labels.kickers.map((kicker) => kicker.toLowerCase()));
/** How far down a headline is looked for again. */
const REACH = 4;

/** The label over the headline: a word for the kind of piece, or one or two words in capitals over a longer title. Only in plain lines. */
export function recogniseKicker(page: PageDraft): void {
  if (page.guess !== 'lines' || page.kicker !== null) return;
  const [first, second] = page.free();
  if (first?.text == null) return;
  const at = page.items.indexOf(first);
  const headlineAt = page.items.findIndex((item) => item.becomes === 'headline');
  const below = headlineAt >= 0 ? (at < headlineAt ? page.items[headlineAt]?.text : null) : titleOver(page) && second?.text;
  if (!below || !isKicker(first.text, below)) return;
  page.kicker = first.text;
  page.take(first, 'kicker');
}

/** The first line, when it can be a title and running text follows; and every repetition of a headline already known. */
export function recogniseHeadline(page: PageDraft): void {
  if (page.headline === null && page.guess === 'lines') {
    dropPageTitle(page);
    const first = page.free()[0];
    const below = page.free()[1];
    if (
      first?.text != null &&
      below?.text != null &&
      isHeadline(first.text) &&
      page
        .free()
        .slice(1, 8)
        .some((item) => isRunning(item.text ?? ''))
    ) {
      page.headline = first.text;
      page.take(first, 'headline');
    }
  }
  if (page.headline === null) return;
  for (const item of page.free().slice(0, REACH)) {
    if (item.text === null || item.text.length > 500 || !repeats(item.text, page.headline)) continue;
    page.leaveOut(item, item.text, 'headline repeated');
    page.take(item, 'left out');
  }
}

/** "Headline – The Daily Name" over the headline itself is the title of the window that the page was copied from. */
function dropPageTitle(page: PageDraft): void {
  const [first, second] = page.free();
  if (first?.text == null || second?.text == null || first.text.length > 300 || !isHeadline(second.text)) return;
  const site = first.text.startsWith(second.text)
    ? /^\s+[-–—|·]\s+(.+)$/u.exec(first.text.slice(second.text.length))?.[1]
    : undefined;
  if (site === undefined || wordCount(site) > 5) return;
  page.leaveOut(first, first.text, 'headline repeated, with the name of the site');
  page.take(first, 'left out');
}

const titleOver = (page: PageDraft): boolean => {
  const [, second, ...below] = page.free().slice(0, 8);
  return second?.text != null && isHeadline(second.text) && below.some((item) => isRunning(item.text ?? ''));
};

function isKicker(text: string, headline: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (text.length > 40 || headline.trim().split(/\s+/u).length <= words.length) return false;
  if (kickers.includes(text.trim().toLowerCase())) return true;
  const capitals = (line: string): boolean => /\p{Lu}{3}/u.test(line) && line === line.toUpperCase();
  return words.length <= 2 && capitals(text) && !capitals(headline) && !/[.,:;!?\d]/u.test(text);
}

const isHeadline = (text: string): boolean =>
  isTitle(text) &&
  !/^\s*[-–—•*·]/u.test(text) &&
  labelAt(text, furniture) === null &&
  siteLabels.every(({ language }) => authorsIn(text, language) === null);
