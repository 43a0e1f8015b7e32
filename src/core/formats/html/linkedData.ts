import { attr, allIn, oneLine, rawText, type Page } from './tree';

/** What a page tells search engines of its article (JSON-LD): only what is read here, everything unknown until looked at. */
export interface LinkedData {
  headline: string | null;
  people: { name: string; role: string | null; url: string | null }[];
  published: string | null;
  updated: string | null;
  section: string[];
  /** Names of the BreadcrumbList, in order. */
  breadcrumb: string[];
}

const MAX_BLOCKS = 50;

/** Reads the data blocks of a page. One that is not JSON is passed over: nothing depends on it. */
export function linkedData(page: Page): LinkedData {
  const data: LinkedData = { headline: null, people: [], published: null, updated: null, section: [], breadcrumb: [] };
  const scripts = allIn(page, (element) => element.tagName === 'script' && attr(element, 'type') === 'application/ld+json');
  for (const script of scripts.slice(0, MAX_BLOCKS))
    for (const thing of thingsIn(parsed(rawText(script)))) readThing(thing, data);
  return data;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // broken data says nothing, as if it were not there
  }
}

type Thing = Readonly<Record<string, unknown>>;
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value);
const many = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const words = (value: unknown): string => (typeof value === 'string' ? oneLine(value) : '');

function thingsIn(value: unknown): Thing[] {
  return many(value)
    .filter(isThing)
    .flatMap((thing) => [thing, ...many(thing['@graph']).filter(isThing)]);
}

function readThing(thing: Thing, data: LinkedData): void {
  const types = many(thing['@type']).map(words);
  if (types.includes('BreadcrumbList')) {
    const steps = many(thing.itemListElement).filter(isThing);
    data.breadcrumb = steps
      .map((step) => words(step.name) || (isThing(step.item) ? words(step.item.name) : ''))
      .filter((name) => name !== '');
  }
  if (!types.some((type) => /(?:Article|BlogPosting|Report)$/u.test(type))) return;
  data.headline ??= words(thing.headline) || null;
  data.published ??= words(thing.datePublished) || null;
  data.updated ??= words(thing.dateModified) || null;
  if (data.section.length === 0)
    data.section = many(thing.articleSection)
      .map(words)
      .filter((name) => name !== '');
  if (data.people.length > 0) return;
  for (const author of many(thing.author)) {
    const name = isThing(author) ? words(author.name) : words(author);
    if (name !== '')
      data.people.push({
        name,
        role: (isThing(author) && words(author.jobTitle)) || null,
        url: (isThing(author) && words(author.url)) || null,
      });
  }
}
