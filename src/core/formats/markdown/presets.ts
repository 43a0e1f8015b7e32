/** Everything that front matter can say of an article, by the key of Stet's plain Markdown. */
export const headKeys = [
  'title',
  'kicker',
  'standfirst',
  'slug',
  'byline',
  'dateline',
  'leadImage',
  'section',
  'tags',
  'language',
  'canonicalUrl',
  'date',
  'lastmod',
  'embargo',
  'corrections',
  'tagline',
  'series',
  'previous',
  'next',
] as const;
export type HeadKey = (typeof headKeys)[number];

/** What is said once more in the words of a site generator, because its themes look for it there. Reading Stet's own file passes over it. */
export type Repeated = 'description' | 'author' | 'publishDate' | 'weight' | 'translationKey' | 'page_id' | 'permalink';

/** How one kind of site wants its Markdown: data, from which the exporter writes and the importer reads. */
export interface MarkdownPreset {
  id: string;
  title: string;
  /** How its files are signed; by this the importer tells one from another. */
  generator: string;
  /** Where a part of the head stands, if not under its own key. `params` of Hugo is a mapping inside the front matter. */
  at: Partial<Record<HeadKey, string>>;
  /** Parts that stand in `params`. */
  inParams: readonly HeadKey[];
  /** A single name as a list of one, because the generator groups by it. */
  listed: readonly HeadKey[];
  repeats: readonly Repeated[];
  fixed: Readonly<Record<string, string>>;
  /** Whether an embargo is a line over the text. A generator that knows of dates keeps the page back itself, and would print the line when it is over. */
  embargoLine: boolean;
  /** What the generator takes for a command even inside code. */
  commands: 'none' | 'hugo' | 'liquid';
}

/** Front matter that a person reads first; every key is Stet's own or what most generators call it. */
export const plain: MarkdownPreset = {
  id: 'markdown',
  title: 'Markdown',
  generator: 'Stet',
  at: {},
  inParams: [],
  listed: [],
  repeats: [],
  fixed: {},
  embargoLine: true,
  commands: 'none',
};

/** Hugo (gohugo.io, "Front matter"): its own keys on top, all others under `params`. */
export const hugo: MarkdownPreset = {
  id: 'hugo',
  title: 'Markdown for Hugo',
  generator: 'Stet for Hugo',
  at: { section: 'categories' },
  inParams: [
    'kicker',
    'standfirst',
    'slug',
    'byline',
    'dateline',
    'leadImage',
    'language',
    'canonicalUrl',
    'embargo',
    'corrections',
    'tagline',
    'previous',
    'next',
  ],
  listed: ['series'],
  repeats: ['description', 'publishDate', 'weight', 'translationKey'],
  fixed: {},
  embargoLine: false,
  commands: 'hugo',
};

/** Jekyll (jekyllrb.com, "Front Matter"): a post with its layout, read by a YAML 1.1 parser. */
export const jekyll: MarkdownPreset = {
  id: 'jekyll',
  title: 'Markdown for Jekyll',
  generator: 'Stet for Jekyll',
  at: { section: 'categories', language: 'lang', canonicalUrl: 'canonical_url', lastmod: 'last_modified_at' },
  inParams: [],
  listed: [],
  repeats: ['description', 'author', 'permalink', 'page_id'],
  fixed: { layout: 'post' },
  embargoLine: true,
  commands: 'liquid',
};

export const presets: readonly MarkdownPreset[] = [plain, hugo, jekyll];

/** The preset that signed a file; null for a file that is not Stet's own. */
export const presetOf = (generator: unknown): MarkdownPreset | null =>
  presets.find((preset) => preset.generator === generator) ?? null;
