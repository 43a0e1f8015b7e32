import { Document, Scalar, visit } from 'yaml';
import type { Picture } from '../../article/picture';
import { inlineText } from '../../article/summary';
import type { PublicPiece, PublicView } from '../../document/publicView';
import type { SitePlace } from '../format';
import { headKeys, type HeadKey, type MarkdownPreset, type Repeated } from './presets';
import { writeInline } from './writeInline';

/** The front matter of an article as a preset wants it, in YAML that a YAML 1.1 reader reads alike; without the fences. */
export function writeHead(view: PublicView, preset: MarkdownPreset, place: SitePlace): string {
  const head = parts(view);
  const more = repeated(view, place);
  const [top, params]: Record<string, unknown>[] = [{}, {}];
  if (!top || !params) return '';
  for (const key of headKeys) {
    const value = head[key];
    if (isBlank(value)) continue;
    (preset.inParams.includes(key) ? params : top)[preset.at[key] ?? key] = preset.listed.includes(key) ? [value] : value;
  }
  for (const key of preset.repeats) if (!isBlank(more[key])) top[key] = more[key];
  Object.assign(top, preset.fixed, preset.inParams.length > 0 ? { params } : {}, { generator: preset.generator });
  return inYaml(top);
}

/**
 * Text that only some readers take for something else: octal numbers of YAML 1.2, and days and times as Go's readers find them,
 * with single figures. YAML 1.1 would leave it bare.
 */
const TAKEN = /^(?:[-+]?0o[0-7_]+|\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]+\d{1,2}:\d{1,2}:\d{1,2}.*)?)$/u;

/** No characters of YAML (1.2, 5.1): the library leaves them bare, and Go's reader refuses the whole page. */
const UNPRINTED = /[\ufffe\uffff]/gu;

function inYaml(head: Record<string, unknown>): string {
  const document = new Document(head, { version: '1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && (TAKEN.test(node.value) || node.value.search(UNPRINTED) >= 0))
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16)}`;
  return document.toString({ lineWidth: 0 }).replace(UNPRINTED, escaped);
}

function parts({ fields, kicker, headline, standfirst, series }: PublicView): Record<HeadKey, unknown> {
  return {
    title: headline,
    kicker,
    standfirst: writeInline(standfirst, { oneLine: true }),
    slug: fields.slug,
    byline: fields.byline.map(({ name, role, url }) => present({ name, role, url })),
    dateline: fields.dateline && present(fields.dateline),
    leadImage: fields.leadImage && leadImage(fields.leadImage),
    section: fields.section,
    tags: fields.tags,
    language: fields.language,
    canonicalUrl: fields.canonicalUrl,
    date: fields.publishedAt,
    lastmod: fields.updatedAt,
    embargo: fields.embargo && present(fields.embargo),
    corrections: fields.corrections.map(present),
    tagline: fields.tagline,
    series: series.name,
    previous: series.previous && piece(series.previous),
    next: series.next && piece(series.next),
  };
}

function repeated({ fields, standfirst }: PublicView, place: SitePlace): Record<Repeated, unknown> {
  return {
    description: inlineText(standfirst).replace(/\s+/gu, ' ').trim(),
    author: fields.byline.map(({ name }) => name),
    publishDate: fields.embargo?.instant,
    weight: place.weight,
    translationKey: place.translationKey,
    // Jekyll itself knows of no languages; this is how its plugin Polyglot tells which pages belong together.
    page_id: place.translationKey,
    permalink: place.permalink,
  };
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const leadImage = ({ asset, alt, caption, credit }: Picture) =>
  present({ file: asset, alt: alt || null, caption: caption || null, credit: credit || null });

const piece = ({ title, url }: PublicPiece) => present({ title, url });

/** Without what is null: an absent key and a blank one are different things here. */
function present(object: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(object).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
