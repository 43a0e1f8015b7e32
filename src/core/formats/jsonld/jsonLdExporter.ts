import type { Carries } from '../carrying';
import { embargoNotice } from '../embargoNotice';
import type { Exporter } from '../format';
import { structuredData } from '../html/structuredData';
import { plainBody } from '../text/textExporter';

const carries: Carries = {
  parts: { kicker: 'none', standfirst: 'whole' },
  blocks: {
    paragraph: 'whole',
    heading: 'words',
    bulletList: 'words',
    orderedList: 'words',
    listItem: 'whole',
    quote: { without: ['sourceUrl'] },
    pullQuote: 'words',
    factBox: 'words',
    related: { without: ['target'] },
    embed: 'words',
    table: 'words',
    tableRow: 'whole',
    tableCell: 'whole',
    figure: 'words',
    codeBlock: { without: ['language'] },
    horizontalRule: 'whole',
  },
  marks: {
    bold: 'words',
    italic: 'words',
    underline: 'words',
    strike: 'words',
    code: 'words',
    link: 'words',
    abbreviation: 'words',
  },
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
    series: 'whole',
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
