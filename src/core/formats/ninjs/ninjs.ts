import { countWords } from '../../article/countWords';
import { inlineText } from '../../article/summary';
import type { PublicView } from '../../document/publicView';
import type { Carries } from '../carrying';
import { embargoNotice } from '../embargoNotice';
import type { Exporter } from '../format';
import { writeBlocks } from '../html/blocks';
import { writeInline } from '../html/inline';
import { plainBody } from '../text/textExporter';

/** What ninjs carries of an article. */
export const ninjsCarries: Carries = {
  parts: { kicker: 'whole', standfirst: 'whole' },
  blocks: {
    paragraph: 'whole',
    heading: 'whole',
    bulletList: 'whole',
    orderedList: 'whole',
    listItem: 'whole',
    quote: 'whole',
    pullQuote: 'whole',
    factBox: 'whole',
    related: 'whole',
    embed: 'whole',
    table: 'whole',
    tableRow: 'whole',
    tableCell: 'whole',
    figure: 'whole',
    codeBlock: 'whole',
    horizontalRule: 'whole',
  },
  marks: {
    bold: 'whole',
    italic: 'whole',
    underline: 'whole',
    strike: 'whole',
    code: 'whole',
    link: 'whole',
    abbreviation: 'whole',
  },
  fields: {
    slug: 'whole',
    byline: 'whole',
    dateline: { without: ['date'] }, // ninjs has instants only, and a day is none
    leadImage: 'none',
    section: 'whole',
    tags: 'whole',
    language: 'whole',
    canonicalUrl: 'whole',
    publishedAt: 'whole',
    updatedAt: 'whole',
    embargo: 'whole',
    corrections: 'whole',
    tagline: 'whole',
    series: 'none',
  },
};

/** How Stet's own items are told from others: by their profile, and by their names where they have no address. */
export const NAME = 'Stet';
export const URN = 'urn:x-stet:';

/** A date-time with seconds, as RFC 3339 section 5.6 and so the schema's `date-time` ask for. */
const dateTime = (instant: string | null): string | null =>
  instant === null ? null : instant.replace(/T(\d{2}:\d{2})(?=Z|[+-])/u, 'T$1:00');

/**
 * ninjs 3.1 (IPTC, News in JSON): one text item with its body as HTML and as plain text. An item must have a `uri`: the
 * article's address on the site, or, without one, a name made of its slug. Errors: `export/unknown-node`.
 */
export const ninjsExporter: Exporter = {
  id: 'ninjs',
  title: 'ninjs (wire)',
  extension: 'json',
  mime: 'application/json',
  previewable: false,
  readBy: 'ninjs',
  carries: ninjsCarries,
  told,
  write: (view) => `${JSON.stringify(itemOf(view), null, 2)}\n`,
};

/** With seconds in every time. An item has one for its version, so an update at the very time of publication is none. */
function told(view: PublicView): PublicView {
  const { publishedAt, updatedAt, embargo } = view.fields;
  const [published, updated] = [dateTime(publishedAt), dateTime(updatedAt)];
  const until = embargo && { ...embargo, instant: dateTime(embargo.instant) ?? embargo.instant };
  return {
    ...view,
    fields: { ...view.fields, publishedAt: published, updatedAt: updated === published ? null : updated, embargo: until },
  };
}

function itemOf(view: PublicView): Record<string, unknown> {
  const { fields, kicker, headline, standfirst } = view;
  const plain = plainBody(view).join('\n\n');
  return filled({
    uri: fields.canonicalUrl ?? `${URN}${fields.slug === '' ? 'untitled' : fields.slug}`,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    representationType: 'full',
    profile: NAME,
    language: fields.language,
    firstCreated: dateTime(fields.publishedAt),
    versionCreated: dateTime(fields.updatedAt ?? fields.publishedAt),
    by: fields.byline.map(({ name, role }) => (role === null ? name : `${name}, ${role}`)).join('; '),
    people: fields.byline.map(({ name, url }) => filled({ rel: 'creator', name, uri: url })),
    slugline: fields.slug,
    located: fields.dateline?.place,
    headlines: [...named('main', headline), ...named('kicker', kicker)],
    edNote: embargoNotice(fields)?.line,
    embargoedUntil: dateTime(fields.embargo?.instant ?? null),
    descriptions: [
      ...(standfirst.length === 0 ? [] : [{ role: 'standfirst', contentType: 'text/html', value: writeInline(standfirst) }]),
      ...named('tagline', fields.tagline),
      ...fields.corrections.flatMap(({ at, text }) => named('correction', `${at}: ${text}`)),
    ],
    subjects: [...fields.section.map((name) => ({ rel: 'section', name })), ...fields.tags.map((name) => ({ rel: 'tag', name }))],
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        charCount: plain.length,
        wordCount: countWords(plain, fields.language) + countWords(inlineText(standfirst), fields.language),
        value: writeBlocks(view.body, fields.language),
      },
      { role: 'plain', contentType: 'text/plain', charCount: plain.length, value: plain },
    ],
  });
}

const named = (role: string, value: string) => (value === '' ? [] : [{ role, contentType: 'text/plain', value }]);

function filled(properties: Record<string, unknown>): Record<string, unknown> {
  const said = (value: unknown): boolean =>
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => said(value)));
}
