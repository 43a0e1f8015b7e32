import type { Item, PageDraft } from '../draft';
import { isLabel, labelAt, lineValue } from '../label';
import { siteLabels } from '../labels/labels';
import { collapsed, isRunning, isTitle, LONGEST, repeats, wordCount } from '../shape';

const home = siteLabels.flatMap((labels) => labels.home);
const SEPARATOR = /\s*[>»›▸|]+\s*|\s+[/•·]+\s+/u;
const SLASH = /\s*\/\s*/u;
const ARROWED = /[>»›▸]/u;
const ONLY_SEPARATOR = /^[\s>»›▸|/•·]+$/u;
/** How many lines of a menu may stand over a breadcrumb that starts at "Home" and ends in the headline; any other is in the first two. */
const DEPTH = 6;
const TOP = 2;
/** How far down the headline may stand under a breadcrumb. */
const REACH = 4;

/** A breadcrumb as it was read: all its characters are in these. */
interface Trail {
  home: string;
  steps: string[];
  /** The last step, when it is the headline again. */
  repeated: string;
  /** The line that is the headline, when one is. */
  headline: Item | null;
  separators: string[];
}

/** The path at the top of a page ("Home > World > Headline") gives the section; "Home" and the repeated headline are left out and reported. */
export function recogniseBreadcrumb(page: PageDraft): void {
  const free = page.free().slice(0, REACH + 8);
  for (const [at, item] of free.slice(0, DEPTH).entries()) {
    if (item.text === null || item.text.length > LONGEST || item.block?.type !== 'paragraph') continue;
    const below = free.slice(at + 1, at + 1 + REACH);
    const trail = separated(page, item.text, below, at) ?? spaced(page, item.text, below);
    if (trail && accept(page, [item], trail)) return;
    const lines = at === 0 ? stacked(page, free) : null;
    if (lines && accept(page, lines.items, lines.trail)) return;
  }
}

/** `Home > World > Headline`, with any of the usual separators; without "Home" only when it cannot be a headline itself. */
function separated(page: PageDraft, text: string, below: readonly Item[], at: number): Trail | null {
  const first = text.split(SLASH)[0] ?? '';
  const separator = !SEPARATOR.test(text) && isLabel(first, home) ? SLASH : SEPARATOR;
  const steps = text.split(separator).filter((step) => step.trim() !== '');
  const separators = text.match(new RegExp(separator, 'gu')) ?? [];
  const last = steps.at(-1);
  if (last === undefined || steps.length < 2) return null;
  const headline = headlineFor(page, last, below);
  const homed = isLabel(steps[0] ?? '', home);
  const repeated = headline !== null;
  const middle = steps.slice(homed ? 1 : 0, repeated ? -1 : undefined);
  const narrow = middle.every((step) => wordCount(step) <= 4);
  const shaped = at === 0 && ARROWED.test(text) && isTitle(below[0]?.text ?? '');
  const certain = narrow && (at < TOP ? homed || repeated || shaped : homed && repeated);
  if (!certain) return null;
  return {
    home: homed ? (steps[0] ?? '') : '',
    steps: middle,
    repeated: repeated ? last : '',
    headline: headline ?? null,
    separators,
  };
}

/** `Home LATEST NEWS Headline`: certain only because the headline stands below once more. */
function spaced(page: PageDraft, text: string, below: readonly Item[]): Trail | null {
  const found = labelAt(text, home);
  if (found?.joint !== 'space' || found.before !== '') return null;
  const starts = [...found.rest.matchAll(/(?<!\S)\S/gu)].map(({ index }) => index);
  for (const start of starts) {
    const last = found.rest.slice(start);
    const headline = headlineFor(page, last, below);
    if (headline === null) continue;
    const middle = found.rest.slice(0, start).trim();
    return {
      home: found.label,
      steps: middle === '' ? [] : [middle],
      repeated: last,
      headline: headline ?? null,
      separators: [],
    };
  }
  return null;
}

/** "Home", then one step a line, then the headline. */
function stacked(page: PageDraft, free: readonly Item[]): { items: Item[]; trail: Trail } | null {
  const [first, ...others] = free;
  const start = first?.text == null ? null : labelAt(first.text, home);
  if (!first || !start || start.before !== '' || start.joint !== 'alone') return null;
  const top = others.slice(0, others.findIndex((item) => item.text === null || isRunning(item.text)) >>> 0);
  const repeat = top.findIndex((item, index) => headlineFor(page, item.text ?? '', top.slice(index + 1, index + 2)) !== null);
  const last = repeat >= 0 ? repeat : page.guess === 'lines' ? top.findIndex((item) => wordCount(item.text ?? '') > 3) : -1;
  const steps = top.slice(0, Math.max(last, 0));
  if (last < 0 || steps.length > 6 || steps.some((item) => wordCount(item.text ?? '') > 4 || item.block?.type !== 'paragraph'))
    return null;
  const named = steps.filter((item) => !ONLY_SEPARATOR.test(item.text ?? ''));
  const trail: Trail = {
    home: start.label,
    steps: named.map((item) => (item.text ?? '').replace(/^[\s>»›▸|/•·]+|[\s>»›▸|/•·]+$/gu, '')),
    repeated: repeat >= 0 ? (top[repeat]?.text ?? '') : '',
    headline: repeat >= 0 ? (top[repeat + 1] ?? null) : null,
    separators: [
      start.between,
      ...steps.map((item) => (item.text ?? '').match(/^[\s>»›▸|/•·]+|[\s>»›▸|/•·]+$/gu)?.join('') ?? ''),
    ],
  };
  return { items: [first, ...steps, ...(repeat >= 0 ? [top[repeat] as Item] : [])], trail };
}

/** The line below that `step` repeats; undefined when it repeats the headline that the format named; null when it repeats nothing. */
function headlineFor(page: PageDraft, step: string, below: readonly Item[]): Item | undefined | null {
  if (page.headline !== null) return repeats(step, page.headline) ? undefined : null;
  const line = below.find((item) => item.text !== null && item.text.length <= LONGEST && repeats(step, item.text));
  return line !== undefined && wordCount(line.text ?? '') >= 2 ? line : null;
}

function accept(page: PageDraft, items: readonly Item[], trail: Trail): boolean {
  const steps = trail.steps.map((step) => lineValue(collapsed(step), 200));
  const first = items[0];
  if (!first || steps.length > 10 || steps.some((step) => step === null)) return false;
  page.leaveOut(first, trail.home.trim(), 'start of a breadcrumb');
  if (page.section === null) page.section = steps.filter((step) => step !== null);
  else for (const step of trail.steps) page.leaveOut(first, step, 'step of a breadcrumb; the page names its section elsewhere');
  page.leaveOut(items.at(-1) ?? first, trail.repeated.trim(), 'headline repeated');
  page.furniture.push(...trail.separators);
  for (const item of items) page.take(item, 'breadcrumb');
  if (trail.headline) {
    page.headline = trail.headline.text;
    page.take(trail.headline, 'headline');
  }
  return true;
}
