import { isLabel } from '../../formats/page/label';
import { siteLabels } from '../../formats/page/labels/labels';
import { formsOf } from '../data/languages';
import { advertisement, frame, share, subscribing, telling } from '../data/siteLines';
import type { Kind } from '../kind';
import type { Page, TextPart } from '../page';
import type { Certainty } from '../repair';
import { lineAway } from './wholeLine';

const LONGEST = 200;
const TOP = 6;
const MOST_WORDS = 10;
const MOST_WORDS_ASKING = 18;
const MOST_WORDS_BARE = 8;
const home = siteLabels.flatMap((labels) => labels.home);

/** Breadcrumbs, share bars, marks of advertisements, newsletter lines and other words of a site's frame between the paragraphs. */
export const siteFrame: Kind = {
  name: 'words of the site',
  find: (page) => {
    const body = page.parts.filter(({ type, quotation }) => (type === 'paragraph' || type === 'heading') && quotation === null);
    return body.flatMap((part, at) => {
      const why = part.text.length <= LONGEST ? frameOf(part, at < TOP, page) : null;
      if (why === null) return [];
      const away = lineAway(siteFrame.name, part, why.sure, `${why.message}, not to the story: it can go.`);
      // Only a person can tell: no bulk action takes it.
      return [why.sure === 'look' ? { ...away, edits: null, choices: [{ edits: away.edits ?? [] }] } : away];
    });
  },
};

interface Why {
  message: string;
  sure: Certainty;
}

/** A line in lower case: whole, and its words. */
interface Line {
  text: string;
  words: readonly string[];
  heading: boolean;
}

function frameOf(part: TextPart, top: boolean, { language }: Page): Why | null {
  const text = part.text
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/’/gu, "'")
    .toLowerCase()
    .replace(/^[\s\-–—*•[(|]+|[\s\-–—*•\])|.!…]+$/gu, '');
  const line: Line = {
    text,
    words: wordsOf(text),
    heading: part.type === 'heading',
  };
  if (line.words.length === 0) return null;
  if (isAdvertisement(line, part.text)) return { message: 'An advertisement stood here', sure: 'sure' };
  if (isShareBar(line)) return { message: 'These are buttons for sharing: they belong to the page', sure: 'sure' };
  if (isFrame(line)) return { message: 'This belongs to the frame of the page', sure: line.words.length > 1 ? 'sure' : 'likely' };
  if (asks(line, part.text, formsOf(language)?.saying))
    return { message: 'This asks for subscribers: it belongs to the page', sure: 'likely' };
  if (top && isBreadcrumb(part.text))
    return { message: 'This is the way through the site: it belongs to the page', sure: 'sure' };
  // A sentence ends like one, and a crosshead is a heading.
  const bare = part.type === 'paragraph' && part.path.length === 1 && !/[.;:,?»”"]\s*$/u.test(part.text);
  return bare && tells(line) ? { message: 'This looks like a line of the site: it belongs to the page', sure: 'look' } : null;
}

/** A few words without the end of a sentence, one of which hardly stands in a story without one. */
function tells({ words }: Line): boolean {
  if (words.length > MOST_WORDS_BARE) return false;
  const count = (of: ReadonlySet<string>) => words.filter((word) => of.has(word)).length;
  return (
    count(telling) + count(advertisement.marks) > 0 ||
    count(share.alone) > 0 ||
    count(share.networks) > 1 ||
    (count(share.networks) > 0 && count(share.verbs) > 0)
  );
}

/** "Inscrivez-vous" is one word with its pronoun. */
const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []).map((word) => word.replace(/-(?:vous|nous|toi)$/u, ''));

/** True when every word is in one of the sets; figures count for nothing. */
const onlyOf = (words: readonly string[], ...sets: readonly ReadonlySet<string>[]): boolean =>
  words.length <= MOST_WORDS && words.every((word) => /^\d+$/u.test(word) || sets.some((each) => each.has(word)));

/** "Share on Facebook", "Facebook | X | WhatsApp": a verb with a network or what is shared, or several of either. */
function isShareBar({ words, heading }: Line): boolean {
  if (!onlyOf(words, share.networks, share.verbs, share.things, share.filler)) return false;
  if (words.length === 1) return share.alone.has(words[0] ?? '');
  const count = (of: ReadonlySet<string>) => words.filter((word) => of.has(word)).length;
  const [verbs, networks, things] = [count(share.verbs), count(share.networks), count(share.things)];
  return (verbs > 0 && (networks > 0 || things > 0 || verbs > 1 || count(share.alone) > 0)) || (networks > 1 && !heading);
}

/** "Advertisement", "Story continues below", "Sponsored by Northern Rail". */
function isAdvertisement({ words, text }: Line, written: string): boolean {
  const named = advertisement.named.exec(written.trim());
  // A name follows, not a sentence.
  const rest = named ? written.trim().slice(named[0].length) : '';
  if (named && /^\p{Lu}/u.test(rest) && rest.split(/\s+/u).length <= 5 && !/[.,;!?]/u.test(rest)) return true;
  if (words.length === 1) return advertisement.alone.has(text);
  if (!onlyOf(words, advertisement.marks, advertisement.goingOn, advertisement.where, advertisement.filler)) return false;
  const has = (of: ReadonlySet<string>) => words.some((word) => of.has(word));
  return has(advertisement.marks) || (has(advertisement.goingOn) && has(advertisement.where)) || isPaidContent(words);
}

const isPaidContent = (words: readonly string[]): boolean =>
  words.length === 2 &&
  /^(?:paid|partner|bezahlter|contenu|contenido)$/u.test(words[0] ?? '') &&
  /^(?:content|inhalt|payant|partenaire)$/u.test(words[1] ?? '');

/** "Skip to main content", "12 comments", "Accept all cookies". */
function isFrame({ words, text }: Line): boolean {
  if (frame.lines.has(text.replace(/\s*:$/u, '').replaceAll(' ', '_')) || (words.length <= 6 && frame.skip.test(text)))
    return true;
  return [frame.comments, frame.cookies].some(
    ({ marks, acts, filler }) =>
      words.some((word) => marks.has(word)) &&
      words.some((word) => acts.has(word) || /^\d+$/u.test(word)) &&
      onlyOf(words, marks, acts, filler),
  );
}

/** A request to subscribe: how it begins and what it wants; nobody says it to somebody. */
function asks({ words, text }: Line, written: string, saying: ReadonlySet<string> | undefined): boolean {
  const { starts, polite, loose, anywhere, things, phrases } = subscribing;
  const first = /^s'(?:inscrire|abonner)\b/u.exec(text)?.[0] ?? words[0] ?? '';
  const begins =
    starts.has(first) ||
    (polite.has(first) && words[1] === 'sie') ||
    (loose.has(first) && words.length <= 6 && !/\.\s*$/u.test(written));
  if (words.length < 2 || words.length > MOST_WORDS_ASKING) return false;
  if (words.some((word) => saying?.has(word)) || /["“”„«»]/u.test(text)) return false;
  if (anywhere.test(text)) return true;
  if (!begins) return false;
  return words.slice(1).some((word) => things.has(word)) || phrases.some((phrase) => text.includes(phrase));
}

function isBreadcrumb(text: string): boolean {
  const steps = text.split(/\s*[>»›▸|]+\s*|\s+[/•·]+\s+/u).filter((step) => step.trim() !== '');
  return (
    steps.length >= 2 &&
    steps.length <= 6 &&
    isLabel(steps[0] ?? '', home) &&
    steps.slice(0, -1).every((step) => step.split(/\s+/u).length <= 4)
  );
}
