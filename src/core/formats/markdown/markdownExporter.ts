import { stringify } from 'yaml';
import type { Picture } from '../../article/picture';
import type { PublicPiece, PublicView } from '../../document/publicView';
import { embargoNotice } from '../embargoNotice';
import type { Exporter } from '../format';
import { noticeBlock } from './embargoBlock';
import { writeBlocks } from './writeBlocks';
import { writeInline } from './writeInline';

/** What Stet signs its files with; a file so signed says exactly what everything in it is. */
export const GENERATOR = 'Stet';

/**
 * Front matter (YAML that a YAML 1.1 reader reads alike) and GitHub Flavored Markdown; see docs/formats.md.
 * Errors: `export/unknown-node`.
 */
export const markdownExporter: Exporter = {
  id: 'markdown',
  title: 'Markdown',
  extension: 'md',
  mime: 'text/markdown',
  previewable: false,
  readBy: 'markdown',
  carries: null,
  write(view, { whole }) {
    const notice = embargoNotice(view.fields);
    const body = writeBlocks(notice ? [noticeBlock(notice), ...view.body] : view.body);
    const end = body === '' ? '' : `${body}\n`;
    return whole ? `---\n${frontMatter(view)}---\n${end === '' ? '' : '\n'}${end}` : end;
  },
};

function frontMatter({ fields, kicker, headline, standfirst, series }: PublicView): string {
  const entries: Record<string, unknown> = {
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
    generator: GENERATOR,
  };
  const filled = Object.entries(entries).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return stringify(Object.fromEntries(filled), { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}

const leadImage = ({ asset, alt, caption, credit }: Picture) =>
  present({ file: asset, alt: alt || null, caption: caption || null, credit: credit || null });

const piece = ({ title, url }: PublicPiece) => present({ title, url });

/** Without what is null: an absent key and a blank one are different things here. */
function present(object: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(object).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
