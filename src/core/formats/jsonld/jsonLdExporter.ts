import type { Carries } from '../carrying';
import { embargoNotice } from '../embargoNotice';
import type { Exporter } from '../format';
import { structuredData } from '../html/structuredData';
import { plainBody, plainCarries } from '../text/textExporter';

// The body is plain text; the fields are what JSON-LD is for.
const carries: Carries = {
  parts: { kicker: 'none', standfirst: 'whole' },
  blocks: { ...plainCarries.blocks, heading: 'words', bulletList: 'words', orderedList: 'words' },
  marks: plainCarries.marks,
  fields: {
    slug: 'none',
    byline: 'whole',
    dateline: { without: ['date'] },
    leadImage: { without: ['caption', 'credit', 'alt'] },
    section: 'whole',
    tags: 'whole',
    language: 'whole',
    canonicalUrl: 'whole',
    publishedAt: 'whole',
    updatedAt: 'whole',
    embargo: 'whole',
    corrections: 'whole',
    tagline: 'none',
    series: { without: ['previous', 'next'] }, // schema.org names the series, and no pieces beside one
  },
};

/** The schema.org NewsArticle that stands in Stet's web pages, alone and with the body as text (schema.org, articleBody). Errors: `export/unknown-node`. */
export const jsonLdExporter: Exporter = {
  id: 'jsonld',
  title: 'Structured data (JSON-LD)',
  extension: 'jsonld',
  mime: 'application/ld+json',
  previewable: false,
  readBy: null,
  carries,
  write: (view) => {
    const notice = embargoNotice(view.fields);
    const more = { ...(notice ? { creativeWorkStatus: notice.line } : {}), articleBody: plainBody(view).join('\n\n') };
    return `${JSON.stringify(structuredData(view, more), null, 2)}\n`;
  },
};
